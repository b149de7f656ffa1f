package org.claimsledger.projection.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.history.History;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.value.ClaimId;

/**
 * Takes the versions of claims from one event to the next. Every claim that the event may change is folded before and
 * after it: versions that no longer hold end at the event, and new ones begin. Older versions stay as they are.
 *
 * <p>A version that begins and ends in one batch becomes one row, with its end.
 */
final class VersionWriter {

    private record OpenVersion(BitemporalVersion version, long recordedFrom) {}

    private record VersionKey(long claimNo, long reportedTo) {}

    private final History history;
    private final Function<LedgerEvent, Set<ClaimId>> affectedClaims;
    private final ClaimRowBatch rows;
    private final Map<ClaimId, List<BitemporalVersion>> lastVersions = new LinkedHashMap<>();
    private final Map<ClaimId, Long> numbers = new LinkedHashMap<>();
    private final Map<VersionKey, OpenVersion> openVersions = new LinkedHashMap<>();

    /**
     * @param history the history up to the first event, to which each event is added
     * @param affectedClaims the claims that an event may change, as they are found before it is added
     */
    VersionWriter(History history, Function<LedgerEvent, Set<ClaimId>> affectedClaims, ClaimRowBatch rows) {
        this.history = history;
        this.affectedClaims = affectedClaims;
        this.rows = rows;
    }

    void apply(long position, Instant recordedAt, LedgerEvent event) {
        Set<ClaimId> affected = affectedClaims.apply(event);
        if (!(event instanceof ClaimAsserted)) {
            affected.forEach(this::foldBefore);
        }
        history.add(position, recordedAt, event);
        for (ClaimId claim : affected) {
            ClaimHistory claimHistory = history.history(claim);
            if (claimHistory != null) {
                numbers.put(claim, claimHistory.claimNo());
                change(claim, BitemporalVersion.versionsOf(claimHistory), position);
            }
        }
    }

    private void foldBefore(ClaimId claim) {
        if (!lastVersions.containsKey(claim)) {
            ClaimHistory claimHistory = history.history(claim);
            lastVersions.put(claim, claimHistory == null ? List.of() : BitemporalVersion.versionsOf(claimHistory));
        }
    }

    private void change(ClaimId claim, List<BitemporalVersion> after, long position) {
        List<BitemporalVersion> before = lastVersions.getOrDefault(claim, List.of());
        List<BitemporalVersion> ended = new ArrayList<>(before);
        ended.removeAll(after);
        List<BitemporalVersion> started = new ArrayList<>(after);
        started.removeAll(before);
        long claimNo = numbers.getOrDefault(claim, 0L);
        for (BitemporalVersion each : ended) {
            OpenVersion ofBatch = openVersions.remove(new VersionKey(claimNo, each.reportedTo()));
            if (ofBatch == null) {
                rows.end(claimNo, each.reportedTo(), position);
            } else if (ofBatch.recordedFrom() < position) {
                rows.add(claimNo, ofBatch.version(), ofBatch.recordedFrom(), position);
            }
        }
        for (BitemporalVersion each : started) {
            openVersions.put(new VersionKey(claimNo, each.reportedTo()), new OpenVersion(each, position));
        }
        lastVersions.put(claim, after);
    }

    /** Adds the rows of the versions that have not ended. */
    void finish() {
        openVersions.forEach((versionKey, openVersion) ->
                rows.add(versionKey.claimNo(), openVersion.version(), openVersion.recordedFrom(), OpenEnded.OPEN));
        openVersions.clear();
    }
}
