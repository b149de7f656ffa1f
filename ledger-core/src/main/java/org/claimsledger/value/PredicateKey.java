package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a predicate, as in {@code sentenced} or {@code held_office}. */
public record PredicateKey(@JsonValue String value) implements Comparable<PredicateKey> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PredicateKey {
        Ids.require(value);
    }

    @Override
    public int compareTo(PredicateKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
