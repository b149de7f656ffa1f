package org.claimsledger.projection.search;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Name;

/**
 * What comparing two names says of labelled pairs: which it takes for one person's, rightly, wrongly or not at all. As
 * candidates are proposed, from {@link Likeness#SAME} on.
 */
record Verdicts(List<Verdict> all) {

    static Verdicts of(List<NamePair> pairs) {
        return new Verdicts(pairs.stream()
                .map(it -> new Verdict(it, Likeness.same(Name.of(it.a()), Name.of(it.b()))))
                .toList());
    }

    /** Of the pairs that are taken for one person's, the share that are. */
    double precision() {
        return (double) count(it -> it.taken() && it.pair().same()) / count(Verdict::taken);
    }

    /** Of the pairs that are one person's, the share that is taken for it. */
    double recall() {
        return (double) count(it -> it.taken() && it.pair().same())
                / count(it -> it.pair().same());
    }

    /** What is wrong, by rule. */
    String failures() {
        return all.stream()
                .filter(it -> it.taken() != it.pair().same())
                .sorted(Comparator.comparing(it -> it.pair().rule()))
                .map(it -> "%.3f %s".formatted(it.likeness().score(), it.pair().told()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "precision %.3f at recall %.3f (%d same, %d different)"
                .formatted(precision(), recall(), count(it -> it.pair().same()), count(it -> !it.pair()
                        .same()));
    }

    private long count(Predicate<Verdict> which) {
        return all.stream().filter(which).count();
    }

    record Verdict(NamePair pair, Likeness likeness) {

        boolean taken() {
            return likeness.score() >= Likeness.SAME;
        }
    }
}
