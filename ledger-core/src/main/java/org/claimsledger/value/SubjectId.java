package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Names a subject for good. A merge changes the subject that it is read under, never the id. */
public record SubjectId(@JsonValue String value) implements Comparable<SubjectId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SubjectId {
        Ids.require(value);
    }

    /** The id that a text is; absent where it has not the form of one. */
    public static @Nullable SubjectId ifValid(String text) {
        return Ids.isId(text) ? new SubjectId(text) : null;
    }

    @Override
    public int compareTo(SubjectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
