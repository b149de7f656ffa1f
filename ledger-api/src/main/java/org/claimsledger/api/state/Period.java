package org.claimsledger.api.state;

import java.time.Instant;
import org.claimsledger.api.viewpoint.Dates;
import org.claimsledger.api.viewpoint.Listing;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.api.viewpoint.Viewpoints;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/**
 * From when to when is compared, along one of the two clocks; the other one stands still. The end is the viewpoint's own
 * where no other is given.
 */
record Period(Moment from, Moment to) {

    static final String FROM = "from";
    static final String TO = "to";
    static final String CLOCK = "clock";

    static Period of(Listing listing, Viewpoints viewpoints) {
        Query query = listing.query();
        if (query.text(Viewpoints.VALID_ON) != null) {
            throw nonsense("validOn tells no two states of the ledger apart");
        }
        String from = query.clock(FROM);
        if (from == null) {
            throw Refused.because(
                    RefusalCode.INVALID_PARAMETER, "from is a date, or on the recorded clock a @position");
        }
        boolean published = isPublished(query);
        String own = published ? Viewpoints.PUBLISHED_BY : Viewpoints.AS_OF;
        String to = query.clock(TO);
        if (to != null && query.text(own) != null) {
            throw nonsense(own + " and to say the same; one of them is enough");
        }
        return published
                ? published(from, to, listing.viewpoint())
                : recorded(from, to, listing.viewpoint(), viewpoints);
    }

    private static Period published(String from, @Nullable String to, Viewpoint here) {
        Instant begin = Dates.instant(FROM, from);
        Instant end = to == null ? here.publishedBy() : Dates.instant(TO, to);
        if (end != null && begin.isAfter(end)) {
            throw reversed();
        }
        return new Period(new Moment(here.position(), begin), new Moment(here.position(), end));
    }

    /** What was recorded after the list was begun is not in it, whatever its end. */
    private static Period recorded(String from, @Nullable String to, Viewpoint here, Viewpoints viewpoints) {
        long begin = Math.min(viewpoints.position(FROM, from), here.position());
        long end = to == null ? here.position() : Math.min(viewpoints.position(TO, to), here.position());
        boolean datesAreReversed = to != null
                && isDate(from)
                && isDate(to)
                && Dates.instant(FROM, from).isAfter(Dates.instant(TO, to));
        if (begin > end || datesAreReversed) {
            throw reversed();
        }
        return new Period(new Moment(begin, here.publishedBy()), new Moment(end, here.publishedBy()));
    }

    private static boolean isDate(String text) {
        return !text.startsWith("@");
    }

    private static boolean isPublished(Query query) {
        String clock = query.text(CLOCK);
        if (clock == null || clock.equals("recorded")) {
            return false;
        }
        if (clock.equals("published")) {
            return true;
        }
        throw Refused.because(RefusalCode.INVALID_PARAMETER, "clock is recorded or published");
    }

    private static Refused reversed() {
        return nonsense("from is later than to");
    }

    private static Refused nonsense(String sentence) {
        return Refused.because(RefusalCode.INVALID_VIEWPOINT, sentence);
    }
}
