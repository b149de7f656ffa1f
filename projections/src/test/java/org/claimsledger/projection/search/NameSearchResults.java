package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The results of searches for the second spelling of pairs that are one person's names, which should find the first.
 */
record NameSearchResults(List<NameSearchResult> results) {

    static final int TOP = 10;

    static NameSearchResults of(List<NamePair> pairs, NameSearchLedger ledger) {
        return new NameSearchResults(pairs.stream()
                .filter(NamePair::same)
                .map(it -> new NameSearchResult(it, ledger.topNames(it.b(), TOP).indexOf(it.a())))
                .toList());
    }

    /** The names to search among: the names to find, the second names of different pairs, and common names. */
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

    /** The share of the searches that found the name among the first. */
    double recall() {
        return (double) results.stream().filter(NameSearchResult::found).count() / results.size();
    }

    /** The pairs that were not found, in the order of their rules. */
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

    /** @param rank the rank of the expected name, from 0, or -1 where it was not found */
    record NameSearchResult(NamePair pair, int rank) {

        boolean found() {
            return rank >= 0;
        }
    }
}
