package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.Notice;
import org.claimsledger.event.NoticeType;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.source.Source;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * A source as the ledger knew it at one recorded time, for readings at every published time. While it is protected, its own
 * dates do not count, and nor do those of its notices: they would say which source it is.
 *
 * @param details what the desk knew of it, which holds at every published time
 * @param isProtected whether none but editors may know which source it is
 * @param registeredAt when it entered the ledger
 * @param notices what its publisher said of its standing, in the order of recording, each no earlier than the one before
 */
public record SourceHistory(
        SourceId id, SourceDetails details, boolean isProtected, Instant registeredAt, List<DatedNotice> notices) {

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
            source = Source.evolve(source, recordedEvent.event());
            if (recordedEvent.event() instanceof SourceNoticed noticed
                    && concernsStanding(noticed.notice().type())) {
                notices.add(recordedEvent);
            }
        }
        return source == null
                ? null
                : new SourceHistory(
                        source.id(),
                        source.details(),
                        source.isProtected(),
                        registeredAt,
                        dated(notices, source.isProtected()));
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
        if (isProtected) {
            return registeredAt;
        }
        Instant captured = details.retrievedAt();
        Instant known = captured != null && captured.isBefore(registeredAt) ? captured : registeredAt;
        return earlier(details.published(), known);
    }

    private static Instant earlier(@Nullable Edtf date, Instant known) {
        Instant dated = date == null ? known : date.lastInstant().orElse(known);
        return dated.isBefore(known) ? dated : known;
    }

    /** Whether the whole of it stood at a published time. */
    boolean stands(Instant publishedBy) {
        boolean stands = true;
        for (DatedNotice dated : notices) {
            if (dated.reported().isAfter(publishedBy)) {
                break;
            }
            NoticeType type = dated.notice().type();
            if (type.endsStanding()) {
                stands = false;
            } else if (type == NoticeType.REINSTATEMENT
                    && dated.notice().evidence().isEmpty()) {
                stands = true;
            }
        }
        return stands;
    }

    /** Whether it stood by this piece of evidence, as far as partial retractions go. */
    boolean standsForEvidence(EvidenceRef evidence, Instant publishedBy) {
        Set<EvidenceRef> ended = new HashSet<>();
        for (DatedNotice dated : notices) {
            if (dated.reported().isAfter(publishedBy)) {
                break;
            }
            Notice notice = dated.notice();
            if (notice.type() == NoticeType.PARTIAL_RETRACTION) {
                ended.addAll(notice.evidence());
            } else if (notice.type() == NoticeType.REINSTATEMENT
                    && notice.evidence().isEmpty()) {
                ended.clear();
            } else if (notice.type() == NoticeType.REINSTATEMENT) {
                notice.evidence().forEach(ended::remove);
            }
        }
        return !ended.contains(evidence);
    }
}
