package org.claimsledger.projection.search;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Name;

/**
 * What comparing two names says of labelled pairs: which it takes for one person's, rightly, wrongly or not at all. As
 * candidates are proposed, from {@link Likeness#ONE_PERSON} on.
 */
record NameComparisons(List<NameComparison> comparisons) {

    static NameComparisons of(List<NamePair> pairs) {
        return new NameComparisons(pairs.stream()
                .map(it -> new NameComparison(it, Likeness.ofOnePerson(Name.of(it.a()), Name.of(it.b()))))
                .toList());
    }

    /** Of the pairs that are taken for one person's, the share that are. */
    double precision() {
        return (double) count(it -> it.proposed() && it.pair().same()) / count(NameComparison::proposed);
    }

    /** Of the pairs that are one person's, the share that is taken for it. */
    double recall() {
        return (double) count(it -> it.proposed() && it.pair().same())
                / count(it -> it.pair().same());
    }

    /** What is wrong, by rule. */
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

    private long count(Predicate<NameComparison> which) {
        return comparisons.stream().filter(which).count();
    }

    record NameComparison(NamePair pair, Likeness likeness) {

        boolean proposed() {
            return likeness.score() >= Likeness.ONE_PERSON;
        }
    }
}
