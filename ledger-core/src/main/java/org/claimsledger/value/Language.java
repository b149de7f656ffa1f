package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** A language tag of BCP 47, as in {@code kk-Cyrl}; kept as given. */
public record Language(@JsonValue String tag) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Language {
        try {
            if (tag.isEmpty() || tag.length() > 35) {
                throw new IllformedLocaleException();
            }
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException illformed) {
            throw Refused.because(RefusalCode.INVALID_LANGUAGE, "A language tag of BCP 47, as in en or kk-Cyrl");
        }
    }

    @Override
    public String toString() {
        return tag;
    }
}
