package org.claimsledger.api.viewpoint;

/** One of the three dates of a viewpoint, with the parameter that names it in every address. */
public enum ViewpointDate {
    /** The end of what our ledger held: a date, an instant, or {@code @position}. */
    RECORDED("asOf"),
    /** The end of what had been published: a date or an instant. */
    PUBLISHED("publishedBy"),
    /** The day in the world: a date. */
    VALID("validOn");

    private final String parameter;

    ViewpointDate(String parameter) {
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
