package org.claimsledger.oracle;

import java.time.Instant;
import java.time.LocalDate;

/**
 * From where a history is read.
 *
 * @param position what had been recorded: everything up to this position
 * @param publishedBy what had been published; null for no matter when
 * @param validOn the day of the world that is asked about; null for none
 * @param today the day on which the reader asks
 */
record OracleViewpoint(long position, Instant publishedBy, LocalDate validOn, LocalDate today) {

    boolean sees(Instant reported) {
        return publishedBy == null || !reported.isAfter(publishedBy);
    }

    /** The day on which an answer is said to be in force or not. */
    LocalDate day() {
        return validOn == null ? today : validOn;
    }
}
