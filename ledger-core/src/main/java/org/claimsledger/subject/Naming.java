package org.claimsledger.subject;

import org.claimsledger.value.Language;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A name that a subject goes by.
 *
 * @param source the source that uses it, where one is given
 */
public record Naming(
        String name, @Nullable Language language, @Nullable SourceId source) {

    public Naming {
        Texts.lineAt("/name", name, Texts.NAME);
    }
}
