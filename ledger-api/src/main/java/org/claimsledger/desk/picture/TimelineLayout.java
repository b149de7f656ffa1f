package org.claimsledger.desk.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.desk.picture.Timeline.SizeClass;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Bound.Between;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.jspecify.annotations.Nullable;

/** Draws timelines. */
public final class TimelineLayout {

    private static final int MOST_ROWS = 40;
    private static final int LABEL = 15;
    private static final int LANE = 30;
    private static final int MARGIN = 30;
    private static final int OLDEST_YEAR = -4_000;

    private TimelineLayout() {}

    public static Timeline of(List<TimelineEntry> entries, PageViewpoint viewpoint, SizeClass sizeClass) {
        List<TimelineEntry> dated = entries.stream()
                .filter(it -> hasPlace(it.valid()))
                .limit(MOST_ROWS)
                .toList();
        TimeScale scale = scale(dated, viewpoint, sizeClass);
        List<Timeline.DateLine> dateLines = dateLines(viewpoint, scale);
        Map<String, List<TimelineEntry>> byLane = new LinkedHashMap<>();
        dated.forEach(it ->
                byLane.computeIfAbsent(it.lane(), none -> new ArrayList<>()).add(it));
        List<Timeline.Lane> lanes = new ArrayList<>();
        int y = LABEL * dateLines.size();
        for (var lane : byLane.entrySet()) {
            int top = y;
            y += LANE;
            List<Timeline.Row> rows = new ArrayList<>();
            for (TimelineEntry entry : lane.getValue()) {
                rows.add(row(entry, y, scale, sizeClass));
                y += sizeClass.row();
            }
            lanes.add(new Timeline.Lane(lane.getKey(), top, rows));
        }
        return new Timeline(sizeClass, y + MARGIN, lanes, scale.years(), dateLines, entries.size() - dated.size());
    }

    /** Whether an end of it has a place on the line. */
    private static boolean hasPlace(@Nullable Edtf valid) {
        return valid != null && (valid.start() instanceof Between || valid.end() instanceof Between);
    }

    private static Timeline.Row row(TimelineEntry entry, int y, TimeScale scale, SizeClass sizeClass) {
        Edtf valid = Objects.requireNonNull(entry.valid());
        LocalDate published = dayOf(entry.published());
        return new Timeline.Row(
                y,
                y + sizeClass.below(),
                entry.text(),
                entry.href(),
                entry.mark(),
                DateInWords.brief(valid),
                published == null ? "always" : InstantWords.shortDay(published),
                InstantWords.shortDay(entry.recorded()),
                shape(valid, scale),
                published == null ? null : scale.x(published),
                scale.x(InstantWords.dayOf(entry.recorded())));
    }

    private static Timeline.BarShape shape(Edtf valid, TimeScale scale) {
        boolean moment = valid.start().equals(valid.end());
        int begin = x(valid.start(), false, scale);
        int sure = x(valid.start(), true, scale);
        int over = x(valid.end(), false, scale);
        int end = x(valid.end(), true, scale);
        if (!(valid.start() instanceof Between)) {
            begin = scale.left();
            sure = valid.start() instanceof Bound.OpenEnd ? begin : over;
        }
        if (!(valid.end() instanceof Between)) {
            end = scale.left() + scale.width();
            over = valid.end() instanceof Bound.OpenEnd ? end : sure;
        }
        return new Timeline.BarShape(
                begin,
                Math.min(sure, end),
                Math.max(over, begin),
                end,
                !(valid.start() instanceof Between),
                !(valid.end() instanceof Between),
                moment);
    }

    private static int x(Bound bound, boolean latest, TimeScale scale) {
        return bound instanceof Between between
                ? scale.x(latest ? between.latestDay() : between.earliestDay())
                : scale.left();
    }

    private static TimeScale scale(List<TimelineEntry> entries, PageViewpoint viewpoint, SizeClass sizeClass) {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(viewpoint.resolved().today());
        for (TimelineEntry entry : entries) {
            add(days, entry.valid());
            LocalDate published = dayOf(entry.published());
            if (published != null) {
                days.add(published);
            }
        }
        LocalDate first = days.first();
        LocalDate last = days.last();
        long margin = Math.max(60, (last.toEpochDay() - first.toEpochDay()) / 30);
        return new TimeScale(
                first.minusDays(margin),
                last.plusDays(margin),
                sizeClass.barsStart(),
                sizeClass.width() - sizeClass.barsStart() - 10);
    }

    private static void add(SortedSet<LocalDate> days, @Nullable Edtf valid) {
        if (valid != null && valid.start() instanceof Between start) {
            addWithinReason(days, start.earliestDay());
            addWithinReason(days, start.latestDay());
        }
        if (valid != null && valid.end() instanceof Between end) {
            addWithinReason(days, end.earliestDay());
            addWithinReason(days, end.latestDay());
        }
    }

    private static void addWithinReason(SortedSet<LocalDate> days, LocalDate day) {
        if (day.getYear() > OLDEST_YEAR && day.getYear() < -OLDEST_YEAR) {
            days.add(day);
        }
    }

    private static List<Timeline.DateLine> dateLines(PageViewpoint viewpoint, TimeScale scale) {
        List<Timeline.DateLine> dateLines = new ArrayList<>();
        Instant recordedAt = viewpoint.resolved().recordedAt();
        if (recordedAt != null && viewpoint.requested().text(ViewpointDate.RECORDED) != null) {
            addDateLine(dateLines, "recorded", InstantWords.dayOf(recordedAt), scale);
        }
        Instant publishedBy = viewpoint.resolved().publishedBy();
        if (publishedBy != null) {
            addDateLine(dateLines, "published", InstantWords.dayOf(publishedBy), scale);
        }
        LocalDate validOn = viewpoint.resolved().validOn();
        if (validOn == null) {
            addDateLine(dateLines, "today", viewpoint.resolved().today(), scale);
        } else {
            addDateLine(dateLines, "in force", validOn, scale);
        }
        return dateLines;
    }

    private static void addDateLine(List<Timeline.DateLine> dateLines, String name, LocalDate day, TimeScale scale) {
        int y = LABEL * (dateLines.size() + 1) - 3;
        dateLines.add(new Timeline.DateLine(name, scale.x(day), y, name + " " + InstantWords.shortDay(day)));
    }

    private static @Nullable LocalDate dayOf(Instant instant) {
        return instant.equals(Instant.MIN) || instant.equals(Instant.MAX) ? null : InstantWords.dayOf(instant);
    }

    /**
     * A claim to draw on a timeline.
     *
     * @param lane its theme
     * @param text its predicate and value
     * @param published when it counts as published
     * @param recorded when we recorded it
     */
    public record TimelineEntry(
            String lane,
            String text,
            String href,
            StatusMark mark,
            @Nullable Edtf valid,
            Instant published,
            Instant recorded) {}
}
