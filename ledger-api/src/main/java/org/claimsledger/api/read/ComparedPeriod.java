package org.claimsledger.api.read;

import java.time.Instant;
import org.claimsledger.api.viewpoint.ClockParameters;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The two points that are compared. They lie apart on one of the two clocks, and the other clock stands still. The later
 * one is the viewpoint's own where no other is given.
 */
record ComparedPeriod(BitemporalPoint from, BitemporalPoint to) {

    static final String FROM = "from";
    static final String TO = "to";
    static final String CLOCK = "clock";

    static ComparedPeriod of(ListRequest listRequest, ViewpointReader viewpointReader) {
        QueryParameters queryParameters = listRequest.query();
        if (queryParameters.text(ViewpointDate.VALID.parameter()) != null) {
            throw invalid("validOn tells no two states of the ledger apart");
        }
        String from = queryParameters.date(FROM);
        if (from == null) {
            throw Refused.because(
                    RefusalCode.INVALID_PARAMETER, "from is a date, or on the recorded clock a @position");
        }
        boolean published = isPublishedClock(queryParameters);
        String own = (published ? ViewpointDate.PUBLISHED : ViewpointDate.RECORDED).parameter();
        String to = queryParameters.date(TO);
        if (to != null && queryParameters.text(own) != null) {
            throw invalid(own + " and to say the same; one of them is enough");
        }
        return published
                ? published(from, to, listRequest.viewpoint())
                : recorded(from, to, listRequest.viewpoint(), viewpointReader);
    }

    private static ComparedPeriod published(String from, @Nullable String to, Viewpoint here) {
        Instant begin = ClockParameters.instant(FROM, from);
        Instant end = to == null ? here.publishedBy() : ClockParameters.instant(TO, to);
        if (end != null && begin.isAfter(end)) {
            throw reversed();
        }
        return new ComparedPeriod(
                new BitemporalPoint(here.position(), begin), new BitemporalPoint(here.position(), end));
    }

    /** Events that were recorded after the list was begun are not in it, whatever its end. */
    private static ComparedPeriod recorded(
            String from, @Nullable String to, Viewpoint here, ViewpointReader viewpointReader) {
        long begin = Math.min(viewpointReader.position(FROM, from), here.position());
        long end = to == null ? here.position() : Math.min(viewpointReader.position(TO, to), here.position());
        boolean datesAreReversed = to != null
                && isDate(from)
                && isDate(to)
                && ClockParameters.instant(FROM, from).isAfter(ClockParameters.instant(TO, to));
        if (begin > end || datesAreReversed) {
            throw reversed();
        }
        return new ComparedPeriod(
                new BitemporalPoint(begin, here.publishedBy()), new BitemporalPoint(end, here.publishedBy()));
    }

    private static boolean isDate(String text) {
        return !text.startsWith("@");
    }

    /** Whether the call names the published clock; else it is the recorded one. */
    static boolean isPublishedClock(QueryParameters queryParameters) {
        String clock = queryParameters.text(CLOCK);
        if (clock == null || clock.equals("recorded")) {
            return false;
        }
        if (clock.equals("published")) {
            return true;
        }
        throw Refused.because(RefusalCode.INVALID_PARAMETER, "clock is recorded or published");
    }

    private static Refused reversed() {
        return invalid("from is later than to");
    }

    private static Refused invalid(String sentence) {
        return Refused.because(RefusalCode.INVALID_VIEWPOINT, sentence);
    }
}
