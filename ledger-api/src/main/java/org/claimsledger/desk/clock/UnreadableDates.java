package org.claimsledger.desk.clock;

import java.util.Map;

/** Dates in an address that cannot be read: the page shows no answer, but what was typed, and what is wrong with it. */
public final class UnreadableDates extends RuntimeException {

    private final transient Asked asked;
    private final transient Map<Clock, String> problems;

    UnreadableDates(Asked asked, Map<Clock, String> problems) {
        super("dates that cannot be read: " + problems.keySet(), null, false, false);
        this.asked = asked;
        this.problems = problems;
    }

    public Asked asked() {
        return asked;
    }

    /** What is wrong, a sentence each. */
    public Map<Clock, String> problems() {
        return problems;
    }
}
