package org.claimsledger.projection.audit;

import java.time.Instant;
import java.util.List;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * An event in the history of an entity.
 *
 * @param type the event's name in lower_snake_case
 * @param actor who did it
 * @param request the request that it came with
 * @param reason why, in the actor's own words: a reason, note or rationale
 * @param reasons why, in codes
 * @param basis the source that the decision rests on
 * @param changes the differences that it made to the entity
 * @param event the event itself, for its other fields
 */
public record HistoryItem(
        long position,
        Instant recordedAt,
        String type,
        String actor,
        String request,
        @Nullable String reason,
        List<ReasonCode> reasons,
        @Nullable SourceId basis,
        List<FieldChange> changes,
        LedgerEvent event) {

    public HistoryItem {
        reasons = List.copyOf(reasons);
        changes = List.copyOf(changes);
    }
}
