package org.claimsledger.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceDescribed;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.AliasChange;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.source.EchoLineage;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Walk;

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
        Walk.from(source, this::addCitingAndFindEchoes).forEach(each -> {});
    }

    /** Adds the claims that cite a source, and gives the sources that ever echoed it. */
    private List<SourceId> addCitingAndFindEchoes(SourceId original) {
        claims.addAll(claimsCiting.apply(original));
        List<SourceId> echoes = new ArrayList<>();
        for (LedgerEvent event : eventsWithTag.apply(EventTag.cites(original))) {
            if (event instanceof ClaimEvent it) {
                add(it);
            } else if (event instanceof SourceDescribed it
                    && EchoLineage.echoedBy(it.details()).contains(original)) {
                echoes.add(it.source());
            }
        }
        return echoes;
    }

    /** Claims that name it, or one that was ever merged into it, or into that. */
    private void addNamingSubject(SubjectId subject) {
        Walk.from(subject, this::everMergedInto).forEach(each -> {
            for (LedgerEvent event : eventsWithTag.apply(EventTag.about(each))) {
                if (event instanceof ClaimEvent it) {
                    add(it);
                }
            }
        });
    }

    private List<SubjectId> everMergedInto(SubjectId kept) {
        List<SubjectId> absorbed = new ArrayList<>();
        for (LedgerEvent event : eventsWithTag.apply(EventTag.subject(kept))) {
            if (event instanceof SubjectsMerged it && it.subject().equals(kept)) {
                absorbed.add(it.absorbed());
            }
        }
        return absorbed;
    }
}
