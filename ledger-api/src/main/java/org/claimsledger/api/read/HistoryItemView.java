package org.claimsledger.api.read;

import java.util.List;
import org.claimsledger.projection.audit.AuditTrail.HistoryItem;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** An entry of an audit trail: the actor, the event, its time, reason and basis, and the changes. */
public record HistoryItemView(
        long position,
        String recordedAt,
        String type,
        String actor,
        String request,
        @Nullable String reason,
        List<ReasonCode> reasons,
        @Nullable SourceId basis,
        List<FieldChangeView> changes) {

    public static List<HistoryItemView> of(List<HistoryItem> items) {
        return items.stream().map(HistoryItemView::of).toList();
    }

    private static HistoryItemView of(HistoryItem item) {
        return new HistoryItemView(
                item.position(),
                Rfc3339.format(item.recordedAt()),
                item.type(),
                item.actor(),
                item.request(),
                item.reason(),
                item.reasons(),
                item.basis(),
                FieldChangeView.of(item.changes()));
    }
}
