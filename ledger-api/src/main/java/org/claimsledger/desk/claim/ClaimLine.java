package org.claimsledger.desk.claim;

import java.util.List;
import org.claimsledger.desk.words.Mark;
import org.claimsledger.desk.words.Names.Qualified;
import org.claimsledger.desk.words.Said;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a line of a list.
 *
 * @param statement the desk's own words; where there are none, the line is what it is made of
 * @param origins how many say so, and how many say otherwise
 * @param when its valid time
 * @param inForce whether it was so on the viewpoint's day
 */
public record ClaimLine(
        String id,
        String href,
        Said subject,
        String predicate,
        Said value,
        List<Qualified> qualifiers,
        @Nullable String statement,
        Mark mark,
        String origins,
        String when,
        String inForce) {}
