package org.claimsledger.projection.audit;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.event.Notice;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.projection.registry.Registry.SourceAt.RecordedNotice;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDecider;
import org.jspecify.annotations.Nullable;

/** The differences between two states of a source, field by field. */
final class SourceDiff {

    /**
     * A source and the notices of its publisher.
     *
     * @param isProtected whether it was protected in that state
     */
    record SourceWithNotices(Source source, List<Notice> notices, boolean isProtected) {

        static SourceWithNotices of(SourceAt at) {
            return new SourceWithNotices(
                    at.source(),
                    at.notices().stream().map(RecordedNotice::notice).toList(),
                    at.source().isProtected());
        }

        static SourceWithNotices evolve(@Nullable SourceWithNotices before, SourceEvent event) {
            List<Notice> notices = new ArrayList<>(before == null ? List.of() : before.notices);
            if (event instanceof SourceNoticed noticed) {
                notices.add(noticed.notice());
            }
            Source source = new SourceDecider().evolve(before == null ? null : before.source, event);
            return new SourceWithNotices(source, notices, source.isProtected());
        }

        SourceWithNotices redactedBy(Redaction redaction) {
            return new SourceWithNotices(
                    redaction.source(source),
                    notices.stream()
                            .map(it -> redaction.notice(source.id(), it))
                            .toList(),
                    isProtected);
        }
    }

    private SourceDiff() {}

    static List<FieldChange> between(@Nullable SourceWithNotices before, SourceWithNotices after) {
        return new FieldDifferences()
                .fields("", before == null ? null : before.source.details(), after.source.details())
                .field("/protected", before != null && before.isProtected, after.isProtected)
                .entries("/notices", before == null ? List.of() : before.notices, after.notices)
                .changes();
    }
}
