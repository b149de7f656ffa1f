package org.claimsledger.desk.claim;

import java.util.List;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.NameLookup.QualifierText;
import org.claimsledger.desk.words.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * A claim in a list.
 *
 * @param statement the desk's own words; a claim without them is shown as subject, predicate and value
 * @param origins how many support it, and how many are against it
 * @param when its valid time
 * @param inForce whether it was in force on the viewpoint's day
 */
public record ClaimListRow(
        String id,
        String href,
        LinkedText subject,
        String predicate,
        LinkedText value,
        List<QualifierText> qualifiers,
        @Nullable String statement,
        StatusMark mark,
        String origins,
        String when,
        String inForce) {}
