package org.claimsledger.desk.words;

import org.claimsledger.api.viewpoint.ViewpointReader;

/** One of the three dates that a page reads from, with the parameter that names it in every address. */
public enum ViewpointDate {
    /** What our ledger held. */
    RECORDED(ViewpointReader.AS_OF),
    /** What had been published. */
    PUBLISHED(ViewpointReader.PUBLISHED_BY),
    /** What was in force in the world. */
    VALID(ViewpointReader.VALID_ON);

    private final String parameter;

    ViewpointDate(String parameter) {
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
