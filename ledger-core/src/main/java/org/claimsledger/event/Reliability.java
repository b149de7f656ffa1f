package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far a source can be relied upon, on the Admiralty scale (NATO STANAG 2511): A best, E worst, F unknown.
 * In JSON it is the capital letter, unlike any other enumeration.
 */
public enum Reliability {
    @JsonProperty("A")
    A,
    @JsonProperty("B")
    B,
    @JsonProperty("C")
    C,
    @JsonProperty("D")
    D,
    @JsonProperty("E")
    E,
    @JsonProperty("F")
    F
}
