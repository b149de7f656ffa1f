package org.claimsledger.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.PolicyEvent;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceDescribed;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.AliasChange;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.source.EchoLineage;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Walk;

/** Finds the claims that an event can change, over what their events and those of sources and subjects are tagged with. */
public final class AffectedClaims {

    private final Function<EventTag, ? extends Iterable<? extends LedgerEvent>> eventsWithTag;
    private final Function<SourceId, Set<ClaimId>> claimsCiting;
    private final Function<PredicateKey, Set<ClaimId>> claimsWith;
    private final Set<ClaimId> claims = new LinkedHashSet<>();

    private AffectedClaims(
            Function<EventTag, ? extends Iterable<? extends LedgerEvent>> tagged,
            Function<SourceId, Set<ClaimId>> claimsCiting,
            Function<PredicateKey, Set<ClaimId>> claimsWith) {
        this.eventsWithTag = tagged;
        this.claimsCiting = claimsCiting;
        this.claimsWith = claimsWith;
    }

    /**
     * Finds them by their events.
     *
     * @param tagged gives the events that carry a tag
     * @param claimsWith gives the claims that have a predicate, which no tag tells
     */
    public static Set<ClaimId> by(
            LedgerEvent event,
            Function<EventTag, ? extends Iterable<? extends LedgerEvent>> tagged,
            Function<PredicateKey, Set<ClaimId>> claimsWith) {
        return by(event, tagged, source -> Set.of(), claimsWith);
    }

    /**
     * Finds them where the claims that cite a source are known without their events.
     *
     * @param tagged gives the events that carry a tag; those of claims may be missing where the tag is that they cite a
     *     source
     * @param claimsCiting gives the claims that cite a source
     * @param claimsWith gives the claims that have a predicate
     */
    public static Set<ClaimId> by(
            LedgerEvent event,
            Function<EventTag, ? extends Iterable<? extends LedgerEvent>> tagged,
            Function<SourceId, Set<ClaimId>> claimsCiting,
            Function<PredicateKey, Set<ClaimId>> claimsWith) {
        AffectedClaims affectedClaims = new AffectedClaims(tagged, claimsCiting, claimsWith);
        switch (event) {
            case ClaimEvent it -> affectedClaims.add(it);
            case SourceEvent it -> affectedClaims.addDependentOnSource(it);
            case AliasChange it -> affectedClaims.addDependentOnSubject(it.alias());
            case SubjectEvent it -> it.names().forEach(affectedClaims::addAttestedUnder);
            case PredicateEvent it -> affectedClaims.addWithPredicate(it);
            case PolicyEvent it -> {}
        }
        return affectedClaims.claims;
    }

    private void add(ClaimEvent event) {
        claims.addAll(event.claims());
    }

    /** Claims with its predicate, where that was defined before: how evidence bears on them can change. */
    private void addWithPredicate(PredicateEvent event) {
        for (LedgerEvent other : eventsWithTag.apply(EventTag.predicate(event.key()))) {
            if (!other.equals(event)) {
                claims.addAll(claimsWith.apply(event.key()));
                return;
            }
        }
    }

    /** A new source has no claims; those can change that depend on others with its content. */
    private void addDependentOnSource(SourceEvent event) {
        Set<SourceId> sources = withContentOf(event);
        if (!(event instanceof SourceRegistered) || sources.size() > 1) {
            sources.forEach(this::addDependentOnSource);
        }
    }

    /** The source of the event, and those that ever had a content that it has by then, or ever had. */
    private Set<SourceId> withContentOf(SourceEvent event) {
        Set<SourceId> sources = everWithContentOf(event.source());
        addSourcesWithContent(event, sources);
        return sources;
    }

    private Set<SourceId> everWithContentOf(SourceId source) {
        Set<SourceId> sources = new LinkedHashSet<>();
        sources.add(source);
        for (LedgerEvent own : eventsWithTag.apply(EventTag.source(source))) {
            addSourcesWithContent(own, sources);
        }
        return sources;
    }

    private void addSourcesWithContent(LedgerEvent event, Set<SourceId> sources) {
        if (!(event instanceof SourceDescribed described) || described.details().contentSha256() == null) {
            return;
        }
        for (LedgerEvent same :
                eventsWithTag.apply(EventTag.content(described.details().contentSha256()))) {
            if (same instanceof SourceEvent it) {
                sources.add(it.source());
            }
        }
    }

    /** Claims that cite it, or what comes from it or has the same content, or what comes from that. */
    private void addDependentOnSource(SourceId source) {
        Walk.from(source, this::addCitingAndFindDependents).forEach(each -> {});
    }

    /** Adds the claims that cite a source, and gives the sources that ever came from it, or had a content that it had. */
    private Set<SourceId> addCitingAndFindDependents(SourceId original) {
        claims.addAll(claimsCiting.apply(original));
        Set<SourceId> dependents = everWithContentOf(original);
        for (LedgerEvent event : eventsWithTag.apply(EventTag.cites(original))) {
            if (event instanceof ClaimEvent it) {
                add(it);
            } else if (event instanceof SourceDescribed it
                    && EchoLineage.comesFrom(it.details()).contains(original)) {
                dependents.add(it.source());
            }
        }
        return dependents;
    }

    /**
     * Claims that name it, or one that was ever merged into it, or into that, those that depend on a source that such a
     * subject ever published, and those attested under its names.
     */
    private void addDependentOnSubject(SubjectId subject) {
        Walk.from(subject, this::everMergedInto).forEach(each -> {
            for (LedgerEvent event : eventsWithTag.apply(EventTag.about(each))) {
                if (event instanceof ClaimEvent it) {
                    add(it);
                } else if (event instanceof SourceEvent it) {
                    addDependentOnSource(it.source());
                }
            }
            for (LedgerEvent event : eventsWithTag.apply(EventTag.subject(each))) {
                if (event instanceof SubjectEvent it && it.subject().equals(each)) {
                    it.names().forEach(this::addAttestedUnder);
                }
            }
        });
    }

    /** Claims whose evidence is attested, or whose sources are published, under a name. */
    private void addAttestedUnder(String name) {
        for (LedgerEvent event : eventsWithTag.apply(EventTag.name(name))) {
            if (event instanceof ClaimEvent it) {
                add(it);
            } else if (event instanceof SourceEvent it) {
                addDependentOnSource(it.source());
            }
        }
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
