package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What was found of the names that are one person's: the second spelling was searched for, the first one was to be found. */
record Searches(List<Searched> all) {

    static final int FIRST = 10;

    static Searches of(List<NamePair> pairs, KnownNames known) {
        return new Searches(pairs.stream()
                .filter(NamePair::same)
                .map(it -> new Searched(it, known.firstFound(it.b(), FIRST).indexOf(it.a())))
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

    Searches heldOut() {
        return new Searches(all.stream().filter(it -> it.pair().heldOut()).toList());
    }

    /** The share that was among the first. */
    double recall() {
        return (double) all.stream().filter(Searched::found).count() / all.size();
    }

    /** What was not, by rule. */
    String failures() {
        return all.stream()
                .filter(it -> !it.found())
                .map(Searched::pair)
                .sorted(Comparator.comparing(NamePair::rule))
                .map(NamePair::told)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "recall at %d %.3f (%d searches)".formatted(FIRST, recall(), all.size());
    }

    /** @param place of the name that was to be found, from 0, or -1 */
    record Searched(NamePair pair, int place) {

        boolean found() {
            return place >= 0;
        }
    }
}
