package org.claimsledger.event;

import java.util.List;
import java.util.SortedMap;
import org.claimsledger.value.Language;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.TimeZoneName;
import org.jspecify.annotations.Nullable;

/**
 * The person, organisation or thing that claims are about.
 *
 * @param name the name that the desk uses
 * @param alsoKnownAs other names, spellings, transliterations and misprints
 * @param identified false for somebody whom no source names, such as "an ex-employee of the prosecutor's office"
 * @param externalIds the same subject elsewhere, by scheme, as in {@code wikidata}
 * @param parent the subject that it is a part of: a court within the courts of a country
 * @param zone the time zone of a place, by which its dates are read
 */
public record SubjectDetails(
        SubjectKind kind,
        String name,
        List<String> alsoKnownAs,
        boolean identified,
        SortedMap<String, String> externalIds,
        @Nullable SubjectId parent,
        @Nullable TimeZoneName zone) {

    /** A subject of which neither parent nor zone is known. */
    public SubjectDetails(
            SubjectKind kind,
            String name,
            List<String> alsoKnownAs,
            boolean identified,
            SortedMap<String, String> externalIds) {
        this(kind, name, alsoKnownAs, identified, externalIds, null, null);
    }

    public SubjectDetails {
        TextRules.lineAt("/name", name, TextRules.NAME);
        alsoKnownAs = TextRules.eachLineAt("/alsoKnownAs", alsoKnownAs, TextRules.NAME);
        externalIds = TextRules.mapAt("/externalIds", externalIds, TextRules.SHORT);
        if (zone != null && kind != SubjectKind.PLACE) {
            throw Refused.because(RefusalCode.FIELD_UNEXPECTED, "/zone", "Only a place has a time zone");
        }
    }

    /** These details without one of the other names. */
    public SubjectDetails withoutOtherName(String withdrawn) {
        List<String> left =
                alsoKnownAs.stream().filter(it -> !it.equals(withdrawn)).toList();
        return new SubjectDetails(kind, name, left, identified, externalIds);
    }

    /** The kinds of subject. */
    public enum SubjectKind {
        PERSON,
        ORGANISATION,
        GROUP,
        PLACE,
        WORK,
        CASE,
        EVENT,
        OTHER
    }

    /**
     * A name that a subject goes by.
     *
     * @param source the source that uses it, where one is given
     */
    public record SubjectName(
            String name,
            @Nullable Language language,
            @Nullable SourceId source) {

        public SubjectName {
            TextRules.lineAt("/name", name, TextRules.NAME);
        }

        public SubjectName redacted(HiddenSources hidden) {
            return source == null ? this : new SubjectName(name, language, hidden.shownId(source));
        }
    }
}
