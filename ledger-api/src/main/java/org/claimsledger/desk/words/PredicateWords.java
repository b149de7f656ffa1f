package org.claimsledger.desk.words;

import java.util.stream.Collectors;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.value.QualifierKey;

/** The definition of a predicate, in sentences. */
public final class PredicateWords {

    private PredicateWords() {}

    public static String of(Predicate predicate) {
        return "Takes " + values(predicate) + ". " + cardinality(predicate) + " "
                + (predicate.time() == Tense.HAPPENS
                        ? "It happens: it is so from its day on."
                        : "It holds: it is so while its time lasts.")
                + kind(predicate);
    }

    private static String values(Predicate predicate) {
        String kinds = predicate.valueKinds().isEmpty()
                ? "any kind of value"
                : Phrases.listed(
                        predicate.valueKinds().stream().map(Phrases::of).toList());
        return kinds
                + (predicate.unit() == null ? "" : ", in " + predicate.unit().code())
                + (predicate.terms().isEmpty() ? "" : ": " + terms(predicate));
    }

    private static String terms(Predicate predicate) {
        return predicate.terms().stream()
                .map(it -> it.broader() == null ? it.term() : it.term() + " (a kind of " + it.broader() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String kind(Predicate predicate) {
        return (predicate.cumulative() ? " It counts what only grows." : "")
                + (predicate.measured() ? " Its figures are measured." : "")
                + (predicate.asserts() ? " It says that another claim is so." : "")
                + (predicate.denies() ? " It says that another claim is not so." : "");
    }

    private static String cardinality(Predicate predicate) {
        return switch (predicate.cardinality()) {
            case Cardinality.One one -> "A subject has one at a time.";
            case Cardinality.OnePer per ->
                "A subject has one at a time for each "
                        + Phrases.listed(per.qualifiers().stream()
                                .map(QualifierKey::value)
                                .toList()) + ".";
            case Cardinality.Many many -> "A subject may have any number.";
        };
    }
}
