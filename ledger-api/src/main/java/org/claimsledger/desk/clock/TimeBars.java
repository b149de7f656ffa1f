package org.claimsledger.desk.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.claimsledger.desk.clock.TimeBar.Hand;
import org.claimsledger.desk.clock.TimeBar.Preset;
import org.claimsledger.desk.clock.TimeBar.Stop;
import org.claimsledger.desk.words.Instants;
import org.claimsledger.desk.words.Words;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the bar of a page. */
@Component
public final class TimeBars {

    private static final String RECORDED_FORM = "a date as in 2026-11-22, or an event as in @41";
    private static final String PUBLISHED_FORM = "a date as in 2013-12-31";
    private static final String VALID_FORM = "a date as in 2014-06-01";

    private final EventLog log;
    private final LedgerTicks ledger;

    TimeBars(Ledger ledger, LedgerTicks ticks) {
        this.log = ledger.log();
        this.ledger = ticks;
    }

    /**
     * @param path the page's own
     * @param kept its other parameters
     * @param since where it is told what changed between here and now
     */
    public TimeBar of(Standpoint at, String path, Map<String, String> kept, Ticks ticks, String since) {
        return new TimeBar(
                StandpointWords.sentence(at),
                at.isPast(),
                at.isPast(),
                path,
                kept,
                List.of(recorded(at, ticks), published(at, ticks), valid(at, ticks)),
                presets(at, path, kept, ticks),
                Links.at(Asked.NOW, path, kept),
                Links.at(at.fixed(), path, kept),
                at.isPast() ? since : null);
    }

    /** The bar of a page that shows nothing, since its dates cannot be read. */
    public TimeBar of(UnreadableDates unreadable, String path, Map<String, String> kept) {
        Asked asked = unreadable.asked();
        Map<Clock, String> problems = unreadable.problems();
        List<Hand> hands = new ArrayList<>();
        for (Clock clock : Clock.values()) {
            hands.add(new Hand(
                    clock.parameter(),
                    label(clock),
                    orEmpty(asked.text(clock)),
                    form(clock),
                    problems.get(clock),
                    "",
                    asked.text(clock) != null,
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
                hands,
                List.of(),
                Links.at(Asked.NOW, path, kept),
                null,
                null);
    }

    private Hand recorded(Standpoint at, Ticks ticks) {
        SortedSet<Long> positions = ticks.recorded().isEmpty() ? ledger.recorded(at.head()) : ticks.recorded();
        List<Stop> stops = Stops.positions(positions, at.head(), this::told);
        int x = at.isPast(Clock.RECORDED) ? (int) (Stops.WIDTH * at.position() / at.head()) : Stops.WIDTH;
        return new Hand(
                Clock.RECORDED.parameter(),
                label(Clock.RECORDED),
                orEmpty(at.asked().text(Clock.RECORDED)),
                form(Clock.RECORDED),
                null,
                events(at.position(), at.viewpoint().recordedAt()),
                at.isPast(Clock.RECORDED),
                stops,
                x,
                lastUpTo(stops, x));
    }

    private String told(long position) {
        return "event " + Words.figure(position)
                + log.recordedAt(position).map(it -> ", " + Instants.minute(it)).orElse("");
    }

    private String events(long position, @Nullable Instant recordedAt) {
        if (recordedAt == null) {
            return "no events yet";
        }
        Instant midnight =
                Instants.dayOf(recordedAt).atStartOfDay(ZoneOffset.UTC).toInstant();
        long onThisDay = position - log.positionAt(midnight.minusNanos(1_000));
        return Words.figure(position) + (position == 1 ? " event, " : " events, ") + Words.figure(onThisDay)
                + " of them on " + Instants.shortDay(recordedAt);
    }

    private Hand published(Standpoint at, Ticks ticks) {
        SortedSet<LocalDate> days = ticks.published().isEmpty() ? ledger.published(at.head()) : ticks.published();
        Instant publishedBy = at.viewpoint().publishedBy();
        String note = days.isEmpty()
                ? ""
                : days.first().getYear() == days.last().getYear()
                        ? "sources of " + days.first().getYear()
                        : "sources from " + days.first().getYear() + " to "
                                + days.last().getYear();
        return hand(Clock.PUBLISHED, at, days, publishedBy == null ? null : Instants.dayOf(publishedBy), note);
    }

    private Hand valid(Standpoint at, Ticks ticks) {
        SortedSet<LocalDate> days = ticks.valid().isEmpty() ? ledger.valid(at.head()) : ticks.valid();
        LocalDate validOn = at.viewpoint().validOn();
        return hand(Clock.VALID, at, days, validOn, validOn == null ? "any time; “in force” is said for today" : "");
    }

    private static Hand hand(
            Clock clock, Standpoint at, SortedSet<LocalDate> days, @Nullable LocalDate day, String note) {
        LocalDate today = at.viewpoint().today();
        List<Stop> stops = Stops.days(days, today);
        int x = Stops.WIDTH;
        if (day != null && !stops.isEmpty()) {
            long first = LocalDate.parse(stops.getFirst().text()).toEpochDay();
            x = Math.toIntExact(Math.clamp(
                    Stops.WIDTH * (day.toEpochDay() - first) / Math.max(1, today.toEpochDay() - first),
                    0,
                    Stops.WIDTH));
        }
        return new Hand(
                clock.parameter(),
                label(clock),
                orEmpty(at.asked().text(clock)),
                form(clock),
                null,
                note,
                at.isPast(clock),
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

    private static List<Preset> presets(Standpoint at, String path, Map<String, String> kept, Ticks ticks) {
        List<Preset> presets = new ArrayList<>();
        for (Ticks.Preset preset : ticks.presets()) {
            Asked there = at.asked().with(preset.clock(), preset.text());
            if (!there.equals(at.asked())) {
                presets.add(new Preset(preset.label(), Links.at(there, path, kept)));
            }
        }
        return presets;
    }

    private static String label(Clock clock) {
        return switch (clock) {
            case RECORDED -> "Recorded by";
            case PUBLISHED -> "Published by";
            case VALID -> "In force on";
        };
    }

    private static String form(Clock clock) {
        return switch (clock) {
            case RECORDED -> RECORDED_FORM;
            case PUBLISHED -> PUBLISHED_FORM;
            case VALID -> VALID_FORM;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
