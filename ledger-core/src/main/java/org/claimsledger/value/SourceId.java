package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a source for good, in the ledger and in every URL. */
public record SourceId(@JsonValue String value) implements Comparable<SourceId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SourceId {
        Ids.require(value);
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
