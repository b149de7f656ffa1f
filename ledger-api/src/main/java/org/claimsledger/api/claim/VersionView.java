package org.claimsledger.api.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.claimsledger.ledger.Times;
import org.claimsledger.projection.audit.Change;
import org.claimsledger.projection.versions.ClaimVersion;
import org.jspecify.annotations.Nullable;

/**
 * One state of a claim along one of the clocks.
 *
 * @param recordedFrom the position that brought it about
 * @param recordedTo the position that ended it; null while it lasts, absent along the published clock
 * @param reportedFrom since when it was to be read in what had been published; null where it always was, absent along
 *     the recorded clock
 * @param reportedTo when something else was; null where nothing else was, absent along the recorded clock
 * @param changes what is different from the version before
 */
public record VersionView(
        int version,
        long revision,
        long recordedFrom,
        String recordedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Optional<Long> recordedTo,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Optional<String> reportedFrom,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Optional<String> reportedTo,

        List<Change> changes) {

    static VersionView recorded(ClaimVersion version, List<Change> changes) {
        return new VersionView(
                version.number(),
                version.revision(),
                version.recordedFrom(),
                Times.text(version.recordedAt()),
                Optional.ofNullable(version.recordedTo()),
                null,
                null,
                changes);
    }

    static VersionView reported(ClaimVersion version, List<Change> changes) {
        return new VersionView(
                version.number(),
                version.revision(),
                version.recordedFrom(),
                Times.text(version.recordedAt()),
                null,
                Optional.ofNullable(version.reportedFrom()).map(Times::text),
                Optional.ofNullable(version.reportedTo()).map(Times::text),
                changes);
    }

    /**
     * The differences between two states.
     *
     * @param from the position of the one, or its published time, which is null for all that is recorded
     */
    public record Difference(
            @Nullable Object from, @Nullable Object to, List<Change> changes) {}
}
