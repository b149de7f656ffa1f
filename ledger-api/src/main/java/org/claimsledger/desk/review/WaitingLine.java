package org.claimsledger.desk.review;

import org.claimsledger.desk.claim.ClaimLine;
import org.claimsledger.desk.words.Said;
import org.jspecify.annotations.Nullable;

/**
 * A filing that waits.
 *
 * @param tick how the form names it: the claim, and the evidence where no more than that was filed
 * @param what what was filed, in words
 * @param quote what the source says, in its own words
 * @param batch what was filed with it, by its request
 */
public record WaitingLine(
        String tick,
        ClaimLine claim,
        String what,
        String by,
        String when,
        Said source,
        @Nullable String quote,
        Said batch) {}
