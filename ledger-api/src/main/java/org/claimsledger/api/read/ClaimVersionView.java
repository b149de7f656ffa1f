package org.claimsledger.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.claimsledger.projection.audit.FieldChange;
import org.claimsledger.projection.claims.ClaimQueries.ClaimVersion;
import org.claimsledger.time.Rfc3339;
import org.jspecify.annotations.Nullable;

/**
 * A version of a claim along one of the clocks.
 *
 * @param recordedFrom the position that began it
 * @param recordedTo the position that ended it; null while it lasts, absent along the published clock
 * @param reportedFrom when it was first to be read in what had been published; null where it always was, absent along
 *     the recorded clock
 * @param reportedTo when another version was; null where none was, absent along the recorded clock
 * @param changes the differences from the version before
 */
public record ClaimVersionView(
        int version,
        long revision,
        long recordedFrom,
        String recordedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Optional<Long> recordedTo,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Optional<String> reportedFrom,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Optional<String> reportedTo,

        List<FieldChangeView> changes) {

    static ClaimVersionView recorded(ClaimVersion version, List<FieldChange> fieldChanges) {
        return new ClaimVersionView(
                version.number(),
                version.revision(),
                version.recordedFrom(),
                Rfc3339.format(version.recordedAt()),
                Optional.ofNullable(version.recordedTo()),
                null,
                null,
                FieldChangeView.of(fieldChanges));
    }

    static ClaimVersionView reported(ClaimVersion version, List<FieldChange> fieldChanges) {
        return new ClaimVersionView(
                version.number(),
                version.revision(),
                version.recordedFrom(),
                Rfc3339.format(version.recordedAt()),
                null,
                Optional.ofNullable(version.reportedFrom()).map(Rfc3339::format),
                Optional.ofNullable(version.reportedTo()).map(Rfc3339::format),
                FieldChangeView.of(fieldChanges));
    }

    /**
     * The differences between two versions.
     *
     * @param from the position of the first, or its published time, which is null for all that is recorded
     */
    public record DifferenceView(
            @Nullable Object from, @Nullable Object to, List<FieldChangeView> changes) {}
}
