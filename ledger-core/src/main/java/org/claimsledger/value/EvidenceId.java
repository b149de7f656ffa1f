package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a piece of evidence within its claim: {@code e1}, {@code e2}, … unless the client named it. */
public record EvidenceId(@JsonValue String value) implements Comparable<EvidenceId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EvidenceId {
        Ids.require(value);
    }

    @Override
    public int compareTo(EvidenceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
