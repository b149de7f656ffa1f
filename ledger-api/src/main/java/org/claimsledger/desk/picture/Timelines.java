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
import org.claimsledger.desk.clock.Clock;
import org.claimsledger.desk.clock.Standpoint;
import org.claimsledger.desk.picture.Timeline.Form;
import org.claimsledger.desk.words.Instants;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Bound.Between;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.jspecify.annotations.Nullable;

/** Draws timelines. */
public final class Timelines {

    private static final int MOST_ROWS = 40;
    private static final int LABEL = 15;
    private static final int LANE = 30;
    private static final int MARGIN = 30;
    private static final int OLDEST_YEAR = -4_000;

    private Timelines() {}

    public static Timeline of(List<Fact> facts, Standpoint at, Form form) {
        List<Fact> dated = facts.stream()
                .filter(it -> isPlaced(it.valid()))
                .limit(MOST_ROWS)
                .toList();
        Scale scale = scale(dated, at, form);
        List<Timeline.Hand> hands = hands(at, scale);
        Map<String, List<Fact>> byLane = new LinkedHashMap<>();
        dated.forEach(it ->
                byLane.computeIfAbsent(it.lane(), none -> new ArrayList<>()).add(it));
        List<Timeline.Lane> lanes = new ArrayList<>();
        int y = LABEL * hands.size();
        for (var lane : byLane.entrySet()) {
            int top = y;
            y += LANE;
            List<Timeline.Row> rows = new ArrayList<>();
            for (Fact fact : lane.getValue()) {
                rows.add(row(fact, y, scale, form));
                y += form.row();
            }
            lanes.add(new Timeline.Lane(lane.getKey(), top, rows));
        }
        return new Timeline(form, y + MARGIN, lanes, scale.years(), hands, facts.size() - dated.size());
    }

    /** Whether anything of it can be put on a line. */
    private static boolean isPlaced(@Nullable Edtf valid) {
        return valid != null && (valid.start() instanceof Between || valid.end() instanceof Between);
    }

    private static Timeline.Row row(Fact fact, int y, Scale scale, Form form) {
        Edtf valid = Objects.requireNonNull(fact.valid());
        LocalDate published = dayOf(fact.published());
        return new Timeline.Row(
                y,
                y + form.below(),
                fact.said(),
                fact.href(),
                fact.mark(),
                DateInWords.brief(valid),
                published == null ? "always" : Instants.shortDay(published),
                Instants.shortDay(fact.recorded()),
                shape(valid, scale),
                published == null ? null : scale.x(published),
                scale.x(Instants.dayOf(fact.recorded())));
    }

    private static Timeline.Shape shape(Edtf valid, Scale scale) {
        boolean moment = valid.start().equals(valid.end());
        int begin = x(valid.start(), false, scale);
        int sure = x(valid.start(), true, scale);
        int over = x(valid.end(), false, scale);
        int end = x(valid.end(), true, scale);
        if (!(valid.start() instanceof Between)) {
            begin = scale.left();
            sure = valid.start() instanceof Bound.Open ? begin : over;
        }
        if (!(valid.end() instanceof Between)) {
            end = scale.left() + scale.width();
            over = valid.end() instanceof Bound.Open ? end : sure;
        }
        return new Timeline.Shape(
                begin,
                Math.min(sure, end),
                Math.max(over, begin),
                end,
                !(valid.start() instanceof Between),
                !(valid.end() instanceof Between),
                moment);
    }

    private static int x(Bound bound, boolean latest, Scale scale) {
        return bound instanceof Between between
                ? scale.x(latest ? between.latestDay() : between.earliestDay())
                : scale.left();
    }

    private static Scale scale(List<Fact> facts, Standpoint at, Form form) {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(at.viewpoint().today());
        for (Fact fact : facts) {
            add(days, fact.valid());
            LocalDate published = dayOf(fact.published());
            if (published != null) {
                days.add(published);
            }
        }
        LocalDate first = days.first();
        LocalDate last = days.last();
        long margin = Math.max(60, (last.toEpochDay() - first.toEpochDay()) / 30);
        return new Scale(
                first.minusDays(margin), last.plusDays(margin), form.names(), form.width() - form.names() - 10);
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

    private static List<Timeline.Hand> hands(Standpoint at, Scale scale) {
        List<Timeline.Hand> hands = new ArrayList<>();
        Instant recordedAt = at.viewpoint().recordedAt();
        if (recordedAt != null && at.asked().text(Clock.RECORDED) != null) {
            hand(hands, "recorded", Instants.dayOf(recordedAt), scale);
        }
        Instant publishedBy = at.viewpoint().publishedBy();
        if (publishedBy != null) {
            hand(hands, "published", Instants.dayOf(publishedBy), scale);
        }
        LocalDate validOn = at.viewpoint().validOn();
        if (validOn == null) {
            hand(hands, "today", at.viewpoint().today(), scale);
        } else {
            hand(hands, "in force", validOn, scale);
        }
        return hands;
    }

    private static void hand(List<Timeline.Hand> hands, String name, LocalDate day, Scale scale) {
        int y = LABEL * (hands.size() + 1) - 3;
        hands.add(new Timeline.Hand(name, scale.x(day), y, name + " " + Instants.shortDay(day)));
    }

    private static @Nullable LocalDate dayOf(Instant instant) {
        return instant.equals(Instant.MIN) || instant.equals(Instant.MAX) ? null : Instants.dayOf(instant);
    }
}
