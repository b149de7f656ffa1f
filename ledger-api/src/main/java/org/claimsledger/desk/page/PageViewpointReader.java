package org.claimsledger.desk.page;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.claimsledger.api.viewpoint.ClockParameters;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.desk.words.ViewpointDate;
import org.claimsledger.desk.words.ViewpointParameters;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.store.EventLog;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the clocks of an address. */
@Component
public final class PageViewpointReader {

    private final ViewpointReader viewpointReader;
    private final ReadModels readModels;
    private final EventLog log;
    private final InstantSource clock;

    public PageViewpointReader(
            ViewpointReader viewpointReader, ReadModels readModels, Ledger ledger, InstantSource clock) {
        this.viewpointReader = viewpointReader;
        this.readModels = readModels;
        this.log = ledger.log();
        this.clock = clock;
    }

    /** @throws UnreadableDates where any of them cannot be read; all that is wrong is told at once */
    public PageViewpoint of(ViewpointParameters viewpointParameters) {
        Map<ViewpointDate, String> problems = new EnumMap<>(ViewpointDate.class);
        Long position = read(viewpointParameters, ViewpointDate.RECORDED, viewpointReader::position, problems);
        Instant publishedBy =
                read(viewpointParameters, ViewpointDate.PUBLISHED, ClockParameters::publishedBy, problems);
        LocalDate validOn = read(viewpointParameters, ViewpointDate.VALID, ClockParameters::day, problems);
        if (!problems.isEmpty()) {
            throw new UnreadableDates(viewpointParameters, problems);
        }
        return standpoint(viewpointParameters, position, publishedBy, validOn);
    }

    private PageViewpoint standpoint(
            ViewpointParameters viewpointParameters,
            @Nullable Long position,
            @Nullable Instant publishedBy,
            @Nullable LocalDate validOn) {
        long head = readModels.applied();
        long at = position == null ? head : position;
        Viewpoint viewpoint =
                new Viewpoint(at, log.recordedAt(at).orElse(null), publishedBy, validOn, ClockParameters.today(clock));
        return new PageViewpoint(viewpointParameters, viewpoint, Math.max(head, at), clock.instant());
    }

    private static <T> @Nullable T read(
            ViewpointParameters viewpointParameters,
            ViewpointDate viewpointDate,
            Function<String, @Nullable T> reader,
            Map<ViewpointDate, String> problems) {
        String text = viewpointParameters.text(viewpointDate);
        try {
            return text == null ? null : reader.apply(text);
        } catch (Refused refused) {
            if (refused.refusals().getFirst().code() != RefusalCode.INVALID_VIEWPOINT) {
                throw refused;
            }
            problems.put(viewpointDate, refused.refusals().getFirst().detail() + ".");
            return null;
        }
    }
}
