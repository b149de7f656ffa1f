package org.claimsledger.desk.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.claimsledger.api.viewpoint.UnreadableDates;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointParameters;
import org.claimsledger.desk.page.TimeBar.DateControl;
import org.claimsledger.desk.page.TimeBar.PresetLink;
import org.claimsledger.desk.page.TimeBar.Stop;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the bar of a page. */
@Component
public final class TimeBarBuilder {

    private static final String RECORDED_FORM = "a date as in 2026-11-22, or an event as in @41";
    private static final String PUBLISHED_FORM = "a date as in 2013-12-31";
    private static final String VALID_FORM = "a date as in 2014-06-01";

    private final EventLog log;
    private final LedgerChangePoints ledgerChangePoints;

    TimeBarBuilder(Ledger ledger, LedgerChangePoints ticks) {
        this.log = ledger.log();
        this.ledgerChangePoints = ticks;
    }

    /**
     * @param path the page's own
     * @param kept its other parameters
     * @param since where it is told what changed between here and now
     */
    public TimeBar of(
            PageViewpoint at, String path, Map<String, String> kept, ChangePoints changePoints, String since) {
        return new TimeBar(
                ViewpointWords.sentence(at),
                at.isPast(),
                at.isPast(),
                path,
                kept,
                List.of(recorded(at, changePoints), published(at, changePoints), valid(at, changePoints)),
                presets(at, path, kept, changePoints),
                Links.at(ViewpointParameters.NOW, path, kept),
                Links.at(at.pinned(), path, kept),
                at.isPast() ? since : null);
    }

    /** The bar of a page that shows nothing, since its dates cannot be read. */
    public TimeBar of(UnreadableDates unreadable, String path, Map<String, String> kept) {
        ViewpointParameters viewpointParameters = unreadable.requested();
        Map<ViewpointDate, String> problems = unreadable.problems();
        List<DateControl> dateControls = new ArrayList<>();
        for (ViewpointDate viewpointDate : ViewpointDate.values()) {
            dateControls.add(new DateControl(
                    viewpointDate.parameter(),
                    ViewpointWords.label(viewpointDate),
                    orEmpty(viewpointParameters.text(viewpointDate)),
                    format(viewpointDate),
                    problems.get(viewpointDate),
                    "",
                    viewpointParameters.text(viewpointDate) != null,
                    List.of(),
                    0,
                    0));
        }
        return new TimeBar(
                problems.size() == 1 ? "This date cannot be read." : "These dates cannot be read.",
                false,
                true,
                path,
                kept,
                dateControls,
                List.of(),
                Links.at(ViewpointParameters.NOW, path, kept),
                null,
                null);
    }

    private DateControl recorded(PageViewpoint at, ChangePoints changePoints) {
        SortedSet<Long> positions =
                changePoints.recorded().isEmpty() ? ledgerChangePoints.recorded(at.head()) : changePoints.recorded();
        List<Stop> stops = SliderStops.positions(positions, at.head(), this::stopLabel);
        int x = at.isPast(ViewpointDate.RECORDED)
                ? (int) (SliderStops.WIDTH * at.position() / at.head())
                : SliderStops.WIDTH;
        return new DateControl(
                ViewpointDate.RECORDED.parameter(),
                ViewpointWords.label(ViewpointDate.RECORDED),
                orEmpty(at.requested().text(ViewpointDate.RECORDED)),
                format(ViewpointDate.RECORDED),
                null,
                events(at.position(), at.resolved().recordedAt()),
                at.isPast(ViewpointDate.RECORDED),
                stops,
                x,
                lastUpTo(stops, x));
    }

    private String stopLabel(long position) {
        return "event " + Phrases.figure(position)
                + log.recordedAt(position)
                        .map(it -> ", " + InstantWords.minute(it))
                        .orElse("");
    }

    private String events(long position, @Nullable Instant recordedAt) {
        if (recordedAt == null) {
            return "no events yet";
        }
        Instant midnight =
                InstantWords.dayOf(recordedAt).atStartOfDay(ZoneOffset.UTC).toInstant();
        long onThisDay = position - log.positionAt(midnight.minusNanos(1_000));
        return Phrases.figure(position) + (position == 1 ? " event, " : " events, ") + Phrases.figure(onThisDay)
                + " of them on " + InstantWords.shortDay(recordedAt);
    }

    private DateControl published(PageViewpoint at, ChangePoints changePoints) {
        SortedSet<LocalDate> days =
                changePoints.published().isEmpty() ? ledgerChangePoints.published(at.head()) : changePoints.published();
        Instant publishedBy = at.resolved().publishedBy();
        String note = days.isEmpty()
                ? ""
                : days.first().getYear() == days.last().getYear()
                        ? "sources of " + days.first().getYear()
                        : "sources from " + days.first().getYear() + " to "
                                + days.last().getYear();
        return dateControl(
                ViewpointDate.PUBLISHED, at, days, publishedBy == null ? null : InstantWords.dayOf(publishedBy), note);
    }

    private DateControl valid(PageViewpoint at, ChangePoints changePoints) {
        SortedSet<LocalDate> days =
                changePoints.valid().isEmpty() ? ledgerChangePoints.valid(at.head()) : changePoints.valid();
        LocalDate validOn = at.resolved().validOn();
        return dateControl(
                ViewpointDate.VALID,
                at,
                days,
                validOn,
                validOn == null ? "any time; “in force” is said for today" : "");
    }

    private static DateControl dateControl(
            ViewpointDate viewpointDate,
            PageViewpoint at,
            SortedSet<LocalDate> days,
            @Nullable LocalDate day,
            String note) {
        LocalDate today = at.resolved().today();
        List<Stop> stops = SliderStops.days(days, today);
        int x = SliderStops.WIDTH;
        if (day != null && !stops.isEmpty()) {
            long first = LocalDate.parse(stops.getFirst().text()).toEpochDay();
            x = Math.toIntExact(Math.clamp(
                    SliderStops.WIDTH * (day.toEpochDay() - first) / Math.max(1, today.toEpochDay() - first),
                    0,
                    SliderStops.WIDTH));
        }
        return new DateControl(
                viewpointDate.parameter(),
                ViewpointWords.label(viewpointDate),
                orEmpty(at.requested().text(viewpointDate)),
                format(viewpointDate),
                null,
                note,
                at.isPast(viewpointDate),
                stops,
                x,
                lastUpTo(stops, x));
    }

    private static int lastUpTo(List<Stop> stops, int x) {
        int last = 0;
        for (int i = 0; i < stops.size(); i++) {
            if (stops.get(i).x() <= x) {
                last = i;
            }
        }
        return last;
    }

    private static List<PresetLink> presets(
            PageViewpoint at, String path, Map<String, String> kept, ChangePoints changePoints) {
        List<PresetLink> presetLinks = new ArrayList<>();
        for (ChangePoints.PresetDate presetDate : changePoints.presets()) {
            ViewpointParameters there = at.requested().with(presetDate.clock(), presetDate.text());
            if (!there.equals(at.requested())) {
                presetLinks.add(new PresetLink(presetDate.label(), Links.at(there, path, kept)));
            }
        }
        return presetLinks;
    }

    private static String format(ViewpointDate viewpointDate) {
        return switch (viewpointDate) {
            case RECORDED -> RECORDED_FORM;
            case PUBLISHED -> PUBLISHED_FORM;
            case VALID -> VALID_FORM;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
