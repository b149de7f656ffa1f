package org.claimsledger.desk.page;

import java.util.Map;
import org.claimsledger.desk.words.ViewpointDate;
import org.claimsledger.desk.words.ViewpointParameters;

/** Dates in an address that cannot be read: the page shows no answer, but what was typed, and what is wrong with it. */
public final class UnreadableDates extends RuntimeException {

    private final transient ViewpointParameters requested;
    private final transient Map<ViewpointDate, String> problems;

    UnreadableDates(ViewpointParameters viewpointParameters, Map<ViewpointDate, String> problems) {
        super("dates that cannot be read: " + problems.keySet(), null, false, false);
        this.requested = viewpointParameters;
        this.problems = problems;
    }

    public ViewpointParameters requested() {
        return requested;
    }

    /** What is wrong, a sentence each. */
    public Map<ViewpointDate, String> problems() {
        return problems;
    }
}
