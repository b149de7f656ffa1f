package org.claimsledger.desk.review;

import org.claimsledger.desk.claim.ClaimListRow;
import org.claimsledger.desk.words.LinkedText;
import org.jspecify.annotations.Nullable;

/**
 * A filing that waits.
 *
 * @param tick how the form names it: the claim, and the evidence where no more than that was filed
 * @param what what was filed, in words
 * @param quote what the source says, in its own words
 * @param batch what was filed with it, by its request
 */
public record PendingFilingRow(
        String checkboxValue,
        ClaimListRow claim,
        String what,
        String actor,
        String when,
        LinkedText source,
        @Nullable String quote,
        LinkedText batch) {}
