package org.claimsledger.desk.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.claimsledger.api.viewpoint.Dates;
import org.claimsledger.api.viewpoint.Viewpoints;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.Projections;
import org.claimsledger.store.EventLog;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the clocks of an address. */
@Component
public final class Standpoints {

    private final Viewpoints viewpoints;
    private final Projections projections;
    private final EventLog log;
    private final InstantSource clock;

    public Standpoints(Viewpoints viewpoints, Projections projections, Ledger ledger, InstantSource clock) {
        this.viewpoints = viewpoints;
        this.projections = projections;
        this.log = ledger.log();
        this.clock = clock;
    }

    /** @throws UnreadableDates where any of them cannot be read; all that is wrong is told at once */
    public Standpoint of(Asked asked) {
        Map<Clock, String> problems = new EnumMap<>(Clock.class);
        Long position = read(asked, Clock.RECORDED, viewpoints::position, problems);
        Instant publishedBy = read(asked, Clock.PUBLISHED, Dates::publishedBy, problems);
        LocalDate validOn = read(asked, Clock.VALID, Dates::day, problems);
        if (!problems.isEmpty()) {
            throw new UnreadableDates(asked, problems);
        }
        return standpoint(asked, position, publishedBy, validOn);
    }

    private Standpoint standpoint(
            Asked asked, @Nullable Long position, @Nullable Instant publishedBy, @Nullable LocalDate validOn) {
        long head = projections.applied();
        long at = position == null ? head : position;
        Viewpoint viewpoint =
                new Viewpoint(at, log.recordedAt(at).orElse(null), publishedBy, validOn, Dates.today(clock));
        return new Standpoint(asked, viewpoint, Math.max(head, at), clock.instant());
    }

    private static <T> @Nullable T read(
            Asked asked, Clock clock, Function<String, @Nullable T> reader, Map<Clock, String> problems) {
        String text = asked.text(clock);
        try {
            return text == null ? null : reader.apply(text);
        } catch (Refused refused) {
            if (refused.refusals().getFirst().code() != RefusalCode.INVALID_VIEWPOINT) {
                throw refused;
            }
            problems.put(clock, refused.refusals().getFirst().detail() + ".");
            return null;
        }
    }
}
