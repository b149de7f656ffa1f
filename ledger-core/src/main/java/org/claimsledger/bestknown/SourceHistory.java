package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceNoticed;
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
 * @param notices what its publisher said of its standing, in the order of recording, each no earlier than the one before
 */
public record SourceHistory(Source source, Instant registeredAt, List<DatedNotice> notices) {

    /** A notice and when it counts as published. */
    public record DatedNotice(Notice notice, Instant reported) {}

    public SourceHistory {
        notices = List.copyOf(notices);
    }

    /** Folds the events of one source; absent where it was not registered among them. */
    public static @Nullable SourceHistory of(List<RecordedEvent<SourceEvent>> events) {
        Source source = null;
        Instant registeredAt = Instant.MAX;
        List<RecordedEvent<SourceEvent>> notices = new ArrayList<>();
        for (RecordedEvent<SourceEvent> recordedEvent : events) {
            if (source == null && !(recordedEvent.event() instanceof SourceEvent.SourceRegistered)) {
                continue;
            }
            if (source == null) {
                registeredAt = recordedEvent.recordedAt();
            }
            source = new SourceDecider().evolve(source, recordedEvent.event());
            if (recordedEvent.event() instanceof SourceNoticed noticed
                    && concernsStanding(noticed.notice().type())) {
                notices.add(recordedEvent);
            }
        }
        return source == null ? null : new SourceHistory(source, registeredAt, dated(notices, source.isProtected()));
    }

    /** The desk's knowledge of it. */
    public SourceDetails details() {
        return source.details();
    }

    /** Whether none but editors may know which source it is. */
    public boolean isProtected() {
        return source.isProtected();
    }

    private static List<DatedNotice> dated(List<RecordedEvent<SourceEvent>> notices, boolean isProtected) {
        List<DatedNotice> dated = new ArrayList<>();
        Instant predecessor = ReportDates.BEGINNING_OF_TIME;
        for (RecordedEvent<SourceEvent> recordedEvent : notices) {
            if (recordedEvent.event() instanceof SourceNoticed noticed) {
                Instant own =
                        isProtected ? recordedEvent.recordedAt() : dateOf(noticed.notice(), recordedEvent.recordedAt());
                predecessor = ReportDates.later(own, predecessor);
                dated.add(new DatedNotice(noticed.notice(), predecessor));
            }
        }
        return dated;
    }

    private static boolean concernsStanding(NoticeType type) {
        return type.endsStanding() || type == NoticeType.PARTIAL_RETRACTION || type == NoticeType.REINSTATEMENT;
    }

    private static Instant dateOf(Notice notice, Instant recordedAt) {
        return earlier(notice.published(), recordedAt);
    }

    /**
     * When what it says counts as published: at the last instant of its date, its capture or its registration, whichever
     * came first; of a protected source at its registration.
     */
    public Instant reported() {
        if (isProtected()) {
            return registeredAt;
        }
        Instant captured = details().retrievedAt();
        Instant latest = captured != null && captured.isBefore(registeredAt) ? captured : registeredAt;
        return earlier(details().published(), latest);
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
        List<Notice> reported = notices.stream()
                .filter(notice -> !notice.reported().isAfter(publishedBy))
                .map(DatedNotice::notice)
                .toList();
        return source.withStanding(SourceStanding.UNBROKEN.after(reported));
    }
}
