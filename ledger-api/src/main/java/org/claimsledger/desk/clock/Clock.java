package org.claimsledger.desk.clock;

import org.claimsledger.api.viewpoint.Viewpoints;

/** One of the three dates that a page reads from, with the parameter that names it in every address. */
public enum Clock {
    /** What our ledger held. */
    RECORDED(Viewpoints.AS_OF),
    /** What had been published. */
    PUBLISHED(Viewpoints.PUBLISHED_BY),
    /** What was in force in the world. */
    VALID(Viewpoints.VALID_ON);

    private final String parameter;

    Clock(String parameter) {
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
