package org.claimsledger.event;

import org.claimsledger.value.Language;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * A name that a subject goes by.
 *
 * @param source the source that uses it, where one is given
 */
public record SubjectName(
        String name, @Nullable Language language, @Nullable SourceId source) {

    public SubjectName {
        TextRules.lineAt("/name", name, TextRules.NAME);
    }

    public SubjectName redacted(HiddenSources hidden) {
        return source == null ? this : new SubjectName(name, language, hidden.shownId(source));
    }
}
