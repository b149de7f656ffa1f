package org.claimsledger.subject;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
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
        Texts.line(name, Texts.NAME);
        alsoKnownAs = Texts.entries(alsoKnownAs);
        alsoKnownAs.forEach(other -> Texts.line(other, Texts.NAME));
        externalIds = externalIds == null ? new TreeMap<>() : new TreeMap<>(externalIds);
        if (externalIds.size() > Texts.ENTRIES) {
            throw Refused.because(RefusalCode.TOO_MANY, "At most " + Texts.ENTRIES + " entries");
        }
        externalIds.forEach((scheme, id) -> {
            Texts.line(scheme, Texts.SHORT);
            Texts.line(id, Texts.SHORT);
        });
    }
}
