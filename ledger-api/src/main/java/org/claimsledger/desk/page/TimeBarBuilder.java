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
import org.claimsledger.desk.page.TimeBar.SliderStops;
import org.claimsledger.desk.page.TimeBar.Stop;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the time bar of a page. */
@Component
public final class TimeBarBuilder {

    private static final String RECORDED_FORM = "a date as in 2026-11-22, or an event as in @41";
    private static final String PUBLISHED_FORM = "a date as in 2013-12-31";
    private static final String VALID_FORM = "a date as in 2014-06-01";

    private final EventLog log;
    private final LedgerChangePoints ledgerChangePoints;

    TimeBarBuilder(Ledger ledger, LedgerChangePoints ledgerChangePoints) {
        this.log = ledger.log();
        this.ledgerChangePoints = ledgerChangePoints;
    }

    /**
     * @param path of the page
     * @param otherParameters the parameters of the page besides the dates
     * @param comparison the page that tells what changed until now
     */
    public TimeBar of(
            PageViewpoint viewpoint,
            String path,
            Map<String, String> otherParameters,
            ChangePoints changePoints,
            String comparison) {
        return new TimeBar(
                ViewpointWords.sentence(viewpoint),
                viewpoint.isPast(),
                viewpoint.isPast(),
                path,
                otherParameters,
                List.of(
                        recorded(viewpoint, changePoints),
                        published(viewpoint, changePoints),
                        valid(viewpoint, changePoints)),
                presets(viewpoint, path, otherParameters, changePoints),
                Links.at(ViewpointParameters.NOW, path, otherParameters),
                Links.at(viewpoint.pinned(), path, otherParameters),
                viewpoint.isPast() ? comparison : null);
    }

    /** The bar of a page that shows nothing because its dates cannot be read. */
    public TimeBar of(UnreadableDates unreadable, String path, Map<String, String> otherParameters) {
        ViewpointParameters requested = unreadable.requested();
        Map<ViewpointDate, String> problems = unreadable.problems();
        List<DateControl> dateControls = new ArrayList<>();
        for (ViewpointDate date : ViewpointDate.values()) {
            dateControls.add(new DateControl(
                    date.parameter(),
                    ViewpointWords.label(date),
                    orEmpty(requested.text(date)),
                    format(date),
                    problems.get(date),
                    "",
                    requested.text(date) != null,
                    List.of(),
                    0,
                    0));
        }
        return new TimeBar(
                problems.size() == 1 ? "This date cannot be read." : "These dates cannot be read.",
                false,
                true,
                path,
                otherParameters,
                dateControls,
                List.of(),
                Links.at(ViewpointParameters.NOW, path, otherParameters),
                null,
                null);
    }

    private DateControl recorded(PageViewpoint viewpoint, ChangePoints changePoints) {
        SortedSet<Long> positions = changePoints.recorded().isEmpty()
                ? ledgerChangePoints.recorded(viewpoint.head())
                : changePoints.recorded();
        List<Stop> stops = SliderStops.positions(positions, viewpoint.head(), this::stopLabel);
        int x = viewpoint.isPast(ViewpointDate.RECORDED)
                ? (int) (SliderStops.WIDTH * viewpoint.position() / viewpoint.head())
                : SliderStops.WIDTH;
        return new DateControl(
                ViewpointDate.RECORDED.parameter(),
                ViewpointWords.label(ViewpointDate.RECORDED),
                orEmpty(viewpoint.requested().text(ViewpointDate.RECORDED)),
                format(ViewpointDate.RECORDED),
                null,
                events(viewpoint.position(), viewpoint.resolved().recordedAt()),
                viewpoint.isPast(ViewpointDate.RECORDED),
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

    private DateControl published(PageViewpoint viewpoint, ChangePoints changePoints) {
        SortedSet<LocalDate> days = changePoints.published().isEmpty()
                ? ledgerChangePoints.published(viewpoint.head())
                : changePoints.published();
        Instant publishedBy = viewpoint.resolved().publishedBy();
        String note = days.isEmpty()
                ? ""
                : days.first().getYear() == days.last().getYear()
                        ? "sources of " + days.first().getYear()
                        : "sources from " + days.first().getYear() + " to "
                                + days.last().getYear();
        return dateControl(
                ViewpointDate.PUBLISHED,
                viewpoint,
                days,
                publishedBy == null ? null : InstantWords.dayOf(publishedBy),
                note);
    }

    private DateControl valid(PageViewpoint viewpoint, ChangePoints changePoints) {
        SortedSet<LocalDate> days =
                changePoints.valid().isEmpty() ? ledgerChangePoints.valid(viewpoint.head()) : changePoints.valid();
        LocalDate validOn = viewpoint.resolved().validOn();
        return dateControl(
                ViewpointDate.VALID,
                viewpoint,
                days,
                validOn,
                validOn == null ? "any time; “in force” is said for today" : "");
    }

    private static DateControl dateControl(
            ViewpointDate date,
            PageViewpoint viewpoint,
            SortedSet<LocalDate> days,
            @Nullable LocalDate day,
            String note) {
        LocalDate today = viewpoint.resolved().today();
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
                date.parameter(),
                ViewpointWords.label(date),
                orEmpty(viewpoint.requested().text(date)),
                format(date),
                null,
                note,
                viewpoint.isPast(date),
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
            PageViewpoint viewpoint, String path, Map<String, String> otherParameters, ChangePoints changePoints) {
        List<PresetLink> presetLinks = new ArrayList<>();
        for (ChangePoints.PresetDate presetDate : changePoints.presets()) {
            ViewpointParameters there = viewpoint.requested().with(presetDate.date(), presetDate.text());
            if (!there.equals(viewpoint.requested())) {
                presetLinks.add(new PresetLink(presetDate.label(), Links.at(there, path, otherParameters)));
            }
        }
        return presetLinks;
    }

    private static String format(ViewpointDate date) {
        return switch (date) {
            case RECORDED -> RECORDED_FORM;
            case PUBLISHED -> PUBLISHED_FORM;
            case VALID -> VALID_FORM;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
