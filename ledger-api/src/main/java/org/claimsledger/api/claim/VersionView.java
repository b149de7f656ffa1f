package org.claimsledger.api.claim;

import java.util.List;
import org.claimsledger.ledger.Times;
import org.claimsledger.projection.audit.Change;
import org.claimsledger.projection.versions.ClaimVersion;
import org.jspecify.annotations.Nullable;

/**
 * One state of a claim along the recorded clock.
 *
 * @param recordedFrom the position that brought it about
 * @param recordedTo the position that ended it; null while it lasts
 * @param changes what is different from the version before
 */
public record VersionView(
        int version,
        long revision,
        long recordedFrom,
        String recordedAt,
        @Nullable Long recordedTo,
        List<Change> changes) {

    static VersionView of(ClaimVersion version, List<Change> changes) {
        return new VersionView(
                version.number(),
                version.revision(),
                version.recordedFrom(),
                Times.text(version.recordedAt()),
                version.recordedTo(),
                changes);
    }

    /** The differences between two states. */
    public record Difference(long from, long to, List<Change> changes) {}
}
