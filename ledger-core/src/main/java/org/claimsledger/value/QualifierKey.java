package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The subject matter of a qualifier, as in {@code case}: letters, digits, '_', '.', '-', 1 to 80 of them. */
public record QualifierKey(@JsonValue String value) implements Comparable<QualifierKey> {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,79}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public QualifierKey {
        if (!FORM.matcher(value).matches()) {
            throw Refused.because(
                    RefusalCode.INVALID_QUALIFIER, "A qualifier's key is 1 to 80 letters, digits, '_', '.' or '-'");
        }
    }

    @Override
    public int compareTo(QualifierKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
