package org.claimsledger.history;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceDescribed;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.AliasChange;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;

/** Finds the claims that an event can change, over what their events and those of sources and subjects are tagged with. */
public final class AffectedClaims {

    private final Function<EventTag, ? extends Iterable<? extends LedgerEvent>> eventsWithTag;
    private final Function<SourceId, Set<ClaimId>> claimsCiting;
    private final Set<ClaimId> claims = new LinkedHashSet<>();

    private AffectedClaims(
            Function<EventTag, ? extends Iterable<? extends LedgerEvent>> tagged,
            Function<SourceId, Set<ClaimId>> claimsCiting) {
        this.eventsWithTag = tagged;
        this.claimsCiting = claimsCiting;
    }

    /** @param tagged gives the events that carry a tag */
    public static Set<ClaimId> by(
            LedgerEvent event, Function<EventTag, ? extends Iterable<? extends LedgerEvent>> tagged) {
        return by(event, tagged, source -> Set.of());
    }

    /**
     * Finds them where the claims that cite a source are known without their events.
     *
     * @param tagged gives the events that carry a tag; those of claims may be missing where the tag is that they cite a
     *     source
     * @param claimsCiting gives the claims that cite a source
     */
    public static Set<ClaimId> by(
            LedgerEvent event,
            Function<EventTag, ? extends Iterable<? extends LedgerEvent>> tagged,
            Function<SourceId, Set<ClaimId>> claimsCiting) {
        AffectedClaims affectedClaims = new AffectedClaims(tagged, claimsCiting);
        switch (event) {
            case ClaimEvent it -> affectedClaims.add(it);
            case SourceRegistered it -> {}
            case SourceEvent it -> affectedClaims.addDependentOnSource(it.source());
            case AliasChange it -> affectedClaims.addNamingSubject(it.alias());
            case SubjectEvent it -> {}
            case PredicateEvent it -> {}
        }
        return affectedClaims.claims;
    }

    private void add(ClaimEvent event) {
        claims.addAll(event.claims());
    }

    /** Claims that cite it, or an echo of it, or an echo of that. */
    private void addDependentOnSource(SourceId source) {
        Set<SourceId> seen = new LinkedHashSet<>(Set.of(source));
        Set<SourceId> open = new LinkedHashSet<>(seen);
        while (!open.isEmpty()) {
            SourceId next = open.iterator().next();
            open.remove(next);
            claims.addAll(claimsCiting.apply(next));
            for (LedgerEvent event : eventsWithTag.apply(EventTag.cites(next))) {
                if (event instanceof ClaimEvent it) {
                    add(it);
                } else if (event instanceof SourceEvent it && echoes(it, next) && seen.add(it.source())) {
                    open.add(it.source());
                }
            }
        }
    }

    private static boolean echoes(SourceEvent event, SourceId original) {
        return event instanceof SourceDescribed described && echoes(described.details(), original);
    }

    private static boolean echoes(SourceDetails details, SourceId original) {
        for (Lineage lineage : TextRules.entries(details.lineage())) {
            if (lineage.relation().isEcho() && original.equals(lineage.source())) {
                return true;
            }
        }
        return false;
    }

    /** Claims that name it, or one that was ever merged into it, or into that. */
    private void addNamingSubject(SubjectId subject) {
        Set<SubjectId> seen = new LinkedHashSet<>(Set.of(subject));
        Set<SubjectId> open = new LinkedHashSet<>(seen);
        while (!open.isEmpty()) {
            SubjectId next = open.iterator().next();
            open.remove(next);
            for (LedgerEvent event : eventsWithTag.apply(EventTag.about(next))) {
                if (event instanceof ClaimEvent it) {
                    add(it);
                }
            }
            for (LedgerEvent event : eventsWithTag.apply(EventTag.subject(next))) {
                if (event instanceof SubjectsMerged it && it.subject().equals(next) && seen.add(it.absorbed())) {
                    open.add(it.absorbed());
                }
            }
        }
    }
}
