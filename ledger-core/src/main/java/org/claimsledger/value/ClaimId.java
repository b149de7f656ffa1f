package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a claim for good. */
public record ClaimId(@JsonValue String value) implements Comparable<ClaimId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClaimId {
        Ids.require(value);
    }

    @Override
    public int compareTo(ClaimId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
