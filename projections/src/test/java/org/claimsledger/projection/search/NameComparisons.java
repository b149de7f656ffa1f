package org.claimsledger.projection.search;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Name;

/**
 * Compares the names of labelled pairs, and counts how many pairs are rightly taken for one person's. A pair is
 * proposed from {@link Likeness#ONE_PERSON} on, as duplicates are.
 */
record NameComparisons(List<NameComparison> comparisons) {

    static NameComparisons of(List<NamePair> pairs) {
        return new NameComparisons(pairs.stream()
                .map(it -> new NameComparison(it, Likeness.ofOnePerson(Name.of(it.a()), Name.of(it.b()))))
                .toList());
    }

    /** The share of the proposed pairs that are one person's names. */
    double precision() {
        return (double) count(it -> it.proposed() && it.pair().same()) / count(NameComparison::proposed);
    }

    /** The share of the pairs of one person's names that are proposed. */
    double recall() {
        return (double) count(it -> it.proposed() && it.pair().same())
                / count(it -> it.pair().same());
    }

    /** The pairs that are judged wrongly, in the order of their rules. */
    String failures() {
        return comparisons.stream()
                .filter(it -> it.proposed() != it.pair().same())
                .sorted(Comparator.comparing(it -> it.pair().rule()))
                .map(it -> "%.3f %s".formatted(it.likeness().score(), it.pair().failureText()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "precision %.3f at recall %.3f (%d same, %d different)"
                .formatted(precision(), recall(), count(it -> it.pair().same()), count(it -> !it.pair()
                        .same()));
    }

    private long count(Predicate<NameComparison> condition) {
        return comparisons.stream().filter(condition).count();
    }

    record NameComparison(NamePair pair, Likeness likeness) {

        boolean proposed() {
            return likeness.score() >= Likeness.ONE_PERSON;
        }
    }
}
