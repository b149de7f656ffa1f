package org.claimsledger.source;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a source can be relied upon, on the Admiralty scale (NATO STANAG 2511): A best, E worst, F unknown. */
public enum Reliability {
    A,
    B,
    C,
    D,
    E,
    F;

    /** The scale's own capital letter, also in JSON. */
    @JsonValue
    public String letter() {
        return name();
    }
}
