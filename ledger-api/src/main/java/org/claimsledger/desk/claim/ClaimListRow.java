package org.claimsledger.desk.claim;

import java.util.List;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.NameLookup.QualifierText;
import org.claimsledger.desk.words.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a line of a list.
 *
 * @param statement the desk's own words; where there are none, the line is what it is made of
 * @param origins how many say so, and how many say otherwise
 * @param when its valid time
 * @param inForce whether it was so on the viewpoint's day
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
