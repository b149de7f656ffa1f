package org.claimsledger.event;

import java.util.Set;
import org.claimsledger.event.LedgerEvent.EventReason;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/** An event of the policy, by which questions are answered. */
public sealed interface PolicyEvent extends LedgerEvent {

    /** From now on questions are answered by this version of the policy. A ledger begins with version 2. */
    record PolicyAdopted(int version, @Nullable String reason) implements PolicyEvent {

        public PolicyAdopted {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }
    }

    @Override
    default Set<EventTag> tags() {
        return Set.of(EventTag.policy());
    }

    @Override
    default Set<SourceId> citedSources() {
        return Set.of();
    }

    @Override
    default EventReason because() {
        return switch (this) {
            case PolicyAdopted it -> EventReason.of(it.reason());
        };
    }

    @Override
    default PolicyEvent redacted(HiddenEvidence hidden) {
        return this;
    }
}
