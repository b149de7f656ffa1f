package org.claimsledger.desk.subject;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds claims about others that name a subject as their value or as an attestor. */
@Component
final class MentionReader {

    /** The positions of the log that are read at once: enough for a whole small ledger. */
    private static final long SPAN = 20_000;

    private static final int LOOKED_AT = 400;

    private final EventLog log;

    MentionReader(Ledger ledger) {
        this.log = ledger.log();
    }

    /** The first of them, in the order in which they were asserted. */
    List<ClaimAt> of(Set<SubjectId> same, PageViewpoint viewpoint, ClaimQueries claimQueries, int most) {
        List<ClaimAt> mentions = new ArrayList<>();
        Set<ClaimId> seen = new LinkedHashSet<>();
        for (long after = 0;
                after < viewpoint.position() && mentions.size() < most && seen.size() < LOOKED_AT;
                after += SPAN) {
            for (SubjectId subject : same) {
                for (StoredEvent stored : TaggedEvents.in(
                        log, EventTag.about(subject), after, Math.min(after + SPAN, viewpoint.position()))) {
                    if (mentions.size() < most
                            && EventJson.event(stored.type(), stored.payload()) instanceof ClaimEvent event
                            && seen.add(event.claim())) {
                        claimQueries
                                .claim(event.claim(), viewpoint.point())
                                .filter(it ->
                                        !same.contains(it.claim().content().subject()) && mentions(it, same))
                                .ifPresent(mentions::add);
                    }
                }
            }
        }
        return mentions;
    }

    /** Looks at the claim as the user may see it, because not everybody may know who said it to a protected source. */
    private static boolean mentions(ClaimAt claim, Set<SubjectId> same) {
        ClaimContent content = claim.claim().content();
        return content.value() instanceof Value.AnotherSubject(SubjectId other) && same.contains(other)
                || content.qualifiers().values().stream()
                        .anyMatch(it -> it instanceof Qualifier.AnotherSubject by && same.contains(by.subject()))
                || isAmong(claim.claim().assessed(), same)
                || claim.state().evidence().stream()
                        .flatMap(it -> it.testimony().attribution().stream())
                        .anyMatch(it -> it instanceof Attestor.BySubject by && same.contains(by.subject()));
    }

    private static boolean isAmong(@Nullable ClaimAssessed assessed, Set<SubjectId> same) {
        return assessed != null && assessed.assessor() instanceof Attestor.BySubject by && same.contains(by.subject());
    }
}
