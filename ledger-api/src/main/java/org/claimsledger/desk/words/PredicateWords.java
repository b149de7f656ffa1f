package org.claimsledger.desk.words;

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
                        : "It holds: it is so while its time lasts.");
    }

    private static String values(Predicate predicate) {
        String kinds = predicate.valueKinds().isEmpty()
                ? "any kind of value"
                : Phrases.listed(
                        predicate.valueKinds().stream().map(Phrases::of).toList());
        return kinds
                + (predicate.unit() == null ? "" : ", in " + predicate.unit().code())
                + (predicate.terms().isEmpty() ? "" : ": " + String.join(", ", predicate.terms()));
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
