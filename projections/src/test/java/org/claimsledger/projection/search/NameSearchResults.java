package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What was found of the names that are one person's: the second spelling was searched for, the first one was to be found. */
record NameSearchResults(List<NameSearchResult> results) {

    static final int TOP = 10;

    static NameSearchResults of(List<NamePair> pairs, NameSearchLedger known) {
        return new NameSearchResults(pairs.stream()
                .filter(NamePair::same)
                .map(it -> new NameSearchResult(it, known.topNames(it.b(), TOP).indexOf(it.a())))
                .toList());
    }

    /** What has to be known: of every pair the name that is to be found, and the ones that are not it. */
    static List<String> namesToFindAmong(List<NamePair> pairs) {
        List<String> names = new ArrayList<>();
        for (NamePair pair : pairs) {
            names.add(pair.a());
            if (!pair.same()) {
                names.add(pair.b());
            }
        }
        names.addAll(CommonNames.all());
        return names;
    }

    NameSearchResults heldOut() {
        return new NameSearchResults(
                results.stream().filter(it -> it.pair().heldOut()).toList());
    }

    /** The share that was among the first. */
    double recall() {
        return (double) results.stream().filter(NameSearchResult::found).count() / results.size();
    }

    /** What was not, by rule. */
    String failures() {
        return results.stream()
                .filter(it -> !it.found())
                .map(NameSearchResult::pair)
                .sorted(Comparator.comparing(NamePair::rule))
                .map(NamePair::failureText)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "recall at %d %.3f (%d searches)".formatted(TOP, recall(), results.size());
    }

    /** @param place of the name that was to be found, from 0, or -1 */
    record NameSearchResult(NamePair pair, int rank) {

        boolean found() {
            return rank >= 0;
        }
    }
}
