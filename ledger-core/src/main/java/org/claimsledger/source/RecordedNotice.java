package org.claimsledger.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.claimsledger.event.EventJson.OmittedUnlessSet;
import org.claimsledger.event.Notice;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.time.Edtf;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's notice and where it was recorded.
 *
 * @param number 1 for the first notice of its source that was recorded, and so on; it stays the same for good
 * @param recordedAt {@link Instant#MAX} while it is not recorded yet
 * @param isWithdrawn whether the desk took it back because it had filed it by mistake
 */
public record RecordedNotice(
        int number,
        long position,
        Instant recordedAt,
        Notice notice,
        @OmittedUnlessSet boolean isWithdrawn) {

    /** By their own dates; where these are the same, in the order of recording. */
    private static final Comparator<RecordedNotice> BY_DATE =
            Comparator.comparing(RecordedNotice::date).thenComparing(RecordedNotice::number);

    static RecordedNotice of(int number, RecordedEvent<?> recorded, SourceNoticed noticed) {
        Instant at = recorded.position() > 0 ? recorded.recordedAt() : Instant.MAX;
        return new RecordedNotice(number, recorded.position(), at, noticed.notice(), false);
    }

    /** When its publisher said so: at the last instant of its date, and no later than it was recorded. */
    public Instant date() {
        Instant said = lastInstant(notice);
        return said != null && said.isBefore(recordedAt) ? said : recordedAt;
    }

    /** Those that were not withdrawn, in the order of their own dates. */
    public static List<RecordedNotice> byDate(List<RecordedNotice> notices) {
        return notices.stream().filter(it -> !it.isWithdrawn).sorted(BY_DATE).toList();
    }

    /** Those that come before a notice that is not recorded yet, in the order of their own dates. */
    static List<RecordedNotice> before(Notice next, List<RecordedNotice> notices) {
        Instant said = lastInstant(next);
        return byDate(notices).stream()
                .filter(it -> said == null || !it.date().isAfter(said))
                .toList();
    }

    private static @Nullable Instant lastInstant(Notice notice) {
        Edtf published = notice.published();
        return published == null ? null : published.lastInstant().orElse(null);
    }

    RecordedNotice withdrawn() {
        return new RecordedNotice(number, position, recordedAt, notice, true);
    }

    /** The same with another text, as a reader may see it. */
    public RecordedNotice with(Notice shown) {
        return new RecordedNotice(number, position, recordedAt, shown, isWithdrawn);
    }
}
