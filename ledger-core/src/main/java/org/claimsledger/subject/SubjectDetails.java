package org.claimsledger.subject;

import java.util.List;
import java.util.SortedMap;
import org.claimsledger.value.Texts;

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
        Texts.lineAt("/name", name, Texts.NAME);
        alsoKnownAs = Texts.eachLineAt("/alsoKnownAs", alsoKnownAs, Texts.NAME);
        externalIds = Texts.mapAt("/externalIds", externalIds, Texts.SHORT);
    }
}
