package org.claimsledger.desk.clock;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.sight.Sight;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.time.Edtf;
import org.springframework.stereotype.Component;

/**
 * Where the sliders of pages stop that are about the ledger as a whole: the dates of its first sources and claims, since all
 * of them would be too many for a slider. They are ways to move, not answers. What was worked out is kept until something
 * is recorded, for everybody: of protected sources nothing is in it.
 */
@Component
public final class LedgerTicks {

    private static final int LOOKED_AT = 200;

    /** The most places at which one slider stops. */
    static final int STOPS = 150;

    private final Projections projections;
    private volatile Known known = new Known(-1, new TreeSet<>(), new Ticks());

    private record Known(long head, SortedSet<Long> recorded, Ticks dates) {}

    LedgerTicks(Projections projections) {
        this.projections = projections;
    }

    /** Positions that are spread over the whole log. */
    SortedSet<Long> recorded(long head) {
        return at(head).recorded();
    }

    SortedSet<LocalDate> published(long head) {
        return at(head).dates().published();
    }

    SortedSet<LocalDate> valid(long head) {
        return at(head).dates().valid();
    }

    private Known at(long head) {
        Known last = known;
        if (last.head() != head) {
            last = new Known(head, spread(head), dates(head));
            known = last;
        }
        return last;
    }

    private static SortedSet<Long> spread(long head) {
        SortedSet<Long> positions = new TreeSet<>();
        long step = Math.max(1, Math.ceilDiv(head, STOPS));
        for (long position = head; position > 0; position -= step) {
            positions.add(position);
        }
        return positions;
    }

    private Ticks dates(long head) {
        Ticks ticks = new Ticks();
        Seen seen = projections.seenBy(Sight.VEILED);
        for (SourceAt source :
                seen.directory().sources(null, head, 0, LOOKED_AT).items()) {
            Edtf published = source.source().details().published();
            if (published != null) {
                published.lastInstant().ifPresent(ticks::published);
            }
        }
        for (ClaimAt claim : seen.claims()
                .page(ClaimFilter.ALL, Moment.asOf(head), 0, LOOKED_AT)
                .items()) {
            ticks.valid(claim.claim().content().valid());
        }
        return ticks;
    }
}
