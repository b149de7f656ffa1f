package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.List;
import org.claimsledger.event.Notice;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.source.RecordedNotice;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDecider;
import org.claimsledger.source.SourceStanding;
import org.claimsledger.time.Edtf;
import org.jspecify.annotations.Nullable;

/**
 * A source as the ledger knew it at one recorded time, for readings at every published time. While it is protected, its own
 * dates do not count, and nor do those of its notices: they would say which source it is.
 *
 * @param source as all its events by then leave it; everything but its standing holds at every published time
 * @param registeredAt when it entered the ledger
 * @param notices what its publisher said of it, in the order of the notices' own dates; what the desk took back is not
 *     among them
 */
public record SourceHistory(Source source, Instant registeredAt, List<DatedNotice> notices) {

    /** A notice and when it counts as published. */
    public record DatedNotice(RecordedNotice recorded, Instant reported) {

        public Notice notice() {
            return recorded.notice();
        }
    }

    public SourceHistory {
        notices = List.copyOf(notices);
    }

    /** Folds the events of one source; absent where it was not registered among them. */
    public static @Nullable SourceHistory of(List<RecordedEvent<SourceEvent>> events) {
        Source source = null;
        Instant registeredAt = Instant.MAX;
        for (RecordedEvent<SourceEvent> recordedEvent : events) {
            if (source == null && !(recordedEvent.event() instanceof SourceEvent.SourceRegistered)) {
                continue;
            }
            if (source == null) {
                registeredAt = recordedEvent.recordedAt();
            }
            source = new SourceDecider().evolve(source, recordedEvent);
        }
        return source == null ? null : new SourceHistory(source, registeredAt, dated(source));
    }

    private static List<DatedNotice> dated(Source source) {
        return RecordedNotice.byDate(source.notices()).stream()
                .map(it -> new DatedNotice(it, source.isProtected() ? it.recordedAt() : it.date()))
                .toList();
    }

    /** The desk's knowledge of it. */
    public SourceDetails details() {
        return source.details();
    }

    /** Whether none but editors may know which source it is. */
    public boolean isProtected() {
        return source.isProtected();
    }

    /**
     * The instants at which it may have been published: those of its date; without one, any up to its capture or
     * registration; of a protected source that of its registration.
     */
    DateSpan date() {
        if (isProtected()) {
            return new DateSpan(registeredAt, registeredAt);
        }
        Edtf published = details().published();
        if (published == null) {
            return DateSpan.upTo(reported());
        }
        DateSpan date = DateSpan.of(published);
        return date.last().equals(Instant.MAX) && !reported().isBefore(date.first())
                ? new DateSpan(date.first(), reported())
                : date;
    }

    /**
     * When what it says counts as published: at the last instant of its date, its capture or its registration, whichever
     * came first, and never before the first instant of its date, up to which it is under embargo; of a protected source at
     * its registration.
     */
    public Instant reported() {
        if (isProtected()) {
            return registeredAt;
        }
        Instant captured = details().retrievedAt();
        Instant latest = captured != null && captured.isBefore(registeredAt) ? captured : registeredAt;
        Instant reported = earlier(details().published(), latest);
        Instant embargo = embargo();
        return embargo.isAfter(reported) ? embargo : reported;
    }

    private Instant embargo() {
        Edtf published = details().published();
        return published == null ? Instant.MIN : published.firstInstant().orElse(Instant.MIN);
    }

    private static Instant earlier(@Nullable Edtf date, Instant latest) {
        Instant dated = date == null ? latest : date.lastInstant().orElse(latest);
        return dated.isBefore(latest) ? dated : latest;
    }

    /** The source as it stood at a published time. */
    Source at(Instant publishedBy) {
        if (notices.isEmpty()) {
            return source;
        }
        List<RecordedNotice> reported = notices.stream()
                .filter(notice -> !notice.reported().isAfter(publishedBy))
                .map(DatedNotice::recorded)
                .toList();
        return source.withStanding(SourceStanding.after(reported));
    }
}
