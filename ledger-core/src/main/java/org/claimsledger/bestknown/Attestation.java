package org.claimsledger.bestknown;

import java.time.Instant;
import org.claimsledger.event.SourceDetails.Reliability;
import org.jspecify.annotations.Nullable;

/**
 * Who really attests a piece of evidence, when it was said, and how far it can be relied on.
 *
 * @param origin who really attests it
 * @param carrier who published the root over echoes: an echo carries nothing of its own
 * @param date when it was said
 * @param rating of the root over echoes: an echo is worth what it echoes
 * @param credibility of this information, 1 to 6; of an echo that of its original on the same claim; absent where it is
 *     not rated
 * @param isProtected whether none but editors may know the source, or one through which it came
 * @param isQuestioned whether the source stands under a notice of concern or correction, or derives from one that was
 *     taken back
 */
public record Attestation(
        Origin origin,
        Origin carrier,
        DateSpan date,
        @Nullable Reliability rating,
        @Nullable Integer credibility,
        boolean isProtected,
        boolean isQuestioned) {

    /**
     * Only how it counts.
     *
     * @param hidden stands for the origin where that may not be told; else absent
     */
    public Attestation redacted(@Nullable Origin hidden) {
        return hidden == null
                ? this
                : new Attestation(
                        hidden, hidden, DateSpan.upTo(Instant.MAX), rating, credibility, isProtected, isQuestioned);
    }
}
