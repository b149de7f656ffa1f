package org.claimsledger.api.history;

import java.util.List;
import org.claimsledger.ledger.Times;
import org.claimsledger.projection.audit.Change;
import org.claimsledger.projection.audit.HistoryItem;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** A line of an audit trail: who did what, when, why, on what basis, and what is different since. */
public record HistoryView(
        long position,
        String recordedAt,
        String type,
        String actor,
        String request,
        @Nullable String reason,
        List<ReasonCode> reasons,
        @Nullable SourceId basis,
        List<Change> changes) {

    public static List<HistoryView> of(List<HistoryItem> items) {
        return items.stream().map(HistoryView::of).toList();
    }

    private static HistoryView of(HistoryItem item) {
        return new HistoryView(
                item.position(),
                Times.text(item.recordedAt()),
                item.type(),
                item.actor(),
                item.request(),
                item.reason(),
                item.reasons(),
                item.basis(),
                item.changes());
    }
}
