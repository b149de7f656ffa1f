package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** How many answers one subject has at a time: one, one for each value of some qualifiers, or many. */
public sealed interface Cardinality {

    String PER = "one_per:";

    /** Claims of one subject compete. */
    record One() implements Cardinality {}

    /** Claims of one subject compete where these qualifiers are equal. */
    record OnePer(List<QualifierKey> qualifiers) implements Cardinality {
        public OnePer {
            qualifiers = List.copyOf(qualifiers);
        }
    }

    /** Each claim stands for itself. */
    record Many() implements Cardinality {}

    /** {@code one}, {@code many}, or {@code one_per:case}, with several keys as in {@code one_per:case,court}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Cardinality parse(String text) {
        if (text.equals("one")) {
            return new One();
        }
        if (text.equals("many")) {
            return new Many();
        }
        if (text.startsWith(PER)) {
            List<QualifierKey> keys = new ArrayList<>();
            for (String key : text.substring(PER.length()).split(",", -1)) {
                keys.add(new QualifierKey(key));
            }
            if (Set.copyOf(keys).size() == keys.size()) {
                return new OnePer(keys);
            }
        }
        throw Refused.because(
                RefusalCode.INVALID_CARDINALITY, "One of one, many, one_per:<qualifier>, each qualifier once");
    }

    @JsonValue
    default String text() {
        return switch (this) {
            case One one -> "one";
            case Many many -> "many";
            case OnePer per ->
                PER
                        + String.join(
                                ",",
                                per.qualifiers().stream()
                                        .map(QualifierKey::value)
                                        .toList());
        };
    }

    /** The qualifiers that a claim must carry, for they tell one question from another. */
    default List<QualifierKey> qualifiers() {
        return this instanceof OnePer per ? per.qualifiers() : List.of();
    }
}
