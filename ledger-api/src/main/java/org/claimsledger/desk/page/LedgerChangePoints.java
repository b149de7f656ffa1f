package org.claimsledger.desk.page;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.time.Edtf;
import org.springframework.stereotype.Component;

/**
 * The change points of pages about the whole ledger: the dates of its first sources and claims, because all of them would
 * be too many for a slider. They are cached for all users until something is recorded, and take in nothing of protected
 * sources.
 */
@Component
public final class LedgerChangePoints {

    private static final int MOST_LOOKED_AT = 200;

    /** The most places at which one slider stops. */
    static final int STOPS = 150;

    private final ReadModels readModels;
    private volatile Cached cached = new Cached(-1, new TreeSet<>(), new ChangePoints());

    private record Cached(long head, SortedSet<Long> recorded, ChangePoints dates) {}

    LedgerChangePoints(ReadModels readModels) {
        this.readModels = readModels;
    }

    /** Positions, spread over the whole log. */
    SortedSet<Long> recorded(long head) {
        return upTo(head).recorded();
    }

    SortedSet<LocalDate> published(long head) {
        return upTo(head).dates().published();
    }

    SortedSet<LocalDate> valid(long head) {
        return upTo(head).dates().valid();
    }

    private Cached upTo(long head) {
        Cached last = cached;
        if (last.head() != head) {
            last = new Cached(head, spread(head), dates(head));
            cached = last;
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

    private ChangePoints dates(long head) {
        ChangePoints changePoints = new ChangePoints();
        ReadModel readModel = readModels.readModelFor(Visibility.REDACTED);
        for (SourceAt source :
                readModel.registry().sources(null, head, 0, MOST_LOOKED_AT).items()) {
            Edtf published = source.source().details().published();
            if (published != null) {
                published.lastInstant().ifPresent(changePoints::published);
            }
        }
        for (ClaimAt claim : readModel
                .claims()
                .page(ClaimFilter.ALL, BitemporalPoint.asOf(head), 0, MOST_LOOKED_AT)
                .items()) {
            changePoints.valid(claim.claim().content().valid());
        }
        return changePoints;
    }
}
