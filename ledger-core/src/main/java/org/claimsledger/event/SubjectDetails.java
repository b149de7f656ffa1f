package org.claimsledger.event;

import java.util.List;
import java.util.SortedMap;
import org.claimsledger.value.TextRules;

/**
 * Whom or what a claim is about.
 *
 * @param name the name that the desk uses
 * @param alsoKnownAs other names, spellings, transliterations and misprints
 * @param identified false for somebody whom no source names, such as "an ex-employee of the prosecutor's office"
 * @param externalIds the same subject elsewhere, by scheme, as in {@code wikidata}
 */
public record SubjectDetails(
        SubjectKind kind,
        String name,
        List<String> alsoKnownAs,
        boolean identified,
        SortedMap<String, String> externalIds) {

    public SubjectDetails {
        TextRules.lineAt("/name", name, TextRules.NAME);
        alsoKnownAs = TextRules.eachLineAt("/alsoKnownAs", alsoKnownAs, TextRules.NAME);
        externalIds = TextRules.mapAt("/externalIds", externalIds, TextRules.SHORT);
    }
}
