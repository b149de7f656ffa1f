package org.claimsledger.bestknown;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimsRelated;
import org.claimsledger.source.Lineage;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.source.SourceEvent.SourceAmended;
import org.claimsledger.source.SourceEvent.SourceDisclosed;
import org.claimsledger.source.SourceEvent.SourceNoticed;
import org.claimsledger.source.SourceEvent.SourceProtected;
import org.claimsledger.source.SourceEvent.SourceRegistered;
import org.claimsledger.subject.SubjectEvent.SubjectsMerged;
import org.claimsledger.subject.SubjectEvent.SubjectsSplit;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Tag;
import org.claimsledger.value.Texts;

/** Finds the claims that an event can change, over what their events and those of sources and subjects are tagged with. */
public final class Reverse {

    private final Function<Tag, ? extends Iterable<? extends LedgerEvent>> tagged;
    private final Set<ClaimId> claims = new LinkedHashSet<>();

    private Reverse(Function<Tag, ? extends Iterable<? extends LedgerEvent>> tagged) {
        this.tagged = tagged;
    }

    /** @param tagged gives the events that carry a tag */
    public static Set<ClaimId> touchedBy(
            LedgerEvent event, Function<Tag, ? extends Iterable<? extends LedgerEvent>> tagged) {
        Reverse reverse = new Reverse(tagged);
        switch (event) {
            case ClaimEvent it -> reverse.add(it);
            case SourceAmended it -> reverse.restingOn(it.source());
            case SourceNoticed it -> reverse.restingOn(it.source());
            case SourceProtected it -> reverse.restingOn(it.source());
            case SourceDisclosed it -> reverse.restingOn(it.source());
            case SubjectsMerged it -> reverse.naming(it.absorbed());
            case SubjectsSplit it -> reverse.naming(it.restored());
            default -> {}
        }
        return reverse.claims;
    }

    private void add(ClaimEvent event) {
        claims.add(event.claim());
        if (event instanceof ClaimsRelated related) {
            claims.add(related.other());
        }
    }

    /** Claims that cite it, or an echo of it, or an echo of that. */
    private void restingOn(SourceId source) {
        Set<SourceId> seen = new LinkedHashSet<>(Set.of(source));
        Set<SourceId> open = new LinkedHashSet<>(seen);
        while (!open.isEmpty()) {
            SourceId next = open.iterator().next();
            open.remove(next);
            for (LedgerEvent event : tagged.apply(Tag.cites(next))) {
                if (event instanceof ClaimEvent it) {
                    add(it);
                } else if (event instanceof SourceEvent it && echoes(it, next) && seen.add(it.source())) {
                    open.add(it.source());
                }
            }
        }
    }

    private static boolean echoes(SourceEvent event, SourceId original) {
        return switch (event) {
            case SourceRegistered it -> echoes(it.details(), original);
            case SourceAmended it -> echoes(it.details(), original);
            case SourceNoticed it -> false;
            case SourceProtected it -> false;
            case SourceDisclosed it -> false;
        };
    }

    private static boolean echoes(SourceDetails details, SourceId original) {
        for (Lineage lineage : Texts.entries(details.lineage())) {
            if (lineage.relation().isEcho() && original.equals(lineage.source())) {
                return true;
            }
        }
        return false;
    }

    /** Claims that name it, or one that was ever merged into it, or into that. */
    private void naming(SubjectId subject) {
        Set<SubjectId> seen = new LinkedHashSet<>(Set.of(subject));
        Set<SubjectId> open = new LinkedHashSet<>(seen);
        while (!open.isEmpty()) {
            SubjectId next = open.iterator().next();
            open.remove(next);
            for (LedgerEvent event : tagged.apply(Tag.about(next))) {
                if (event instanceof ClaimEvent it) {
                    add(it);
                }
            }
            for (LedgerEvent event : tagged.apply(Tag.subject(next))) {
                if (event instanceof SubjectsMerged it && it.subject().equals(next) && seen.add(it.absorbed())) {
                    open.add(it.absorbed());
                }
            }
        }
    }
}
