package org.claimsledger.projection.audit;

import java.util.List;
import org.claimsledger.event.Notice;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.source.RecordedNotice;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDecider;
import org.jspecify.annotations.Nullable;

/** The differences between two states of a source, field by field. */
final class SourceDiff {

    /** @param isProtected whether it was protected then, whatever a reader may see of it */
    record SourceThen(Source source, boolean isProtected) {

        static SourceThen of(SourceAt at) {
            return of(at.source());
        }

        private static SourceThen of(Source source) {
            return new SourceThen(source, source.isProtected());
        }

        static SourceThen evolve(@Nullable SourceThen before, SourceEvent event) {
            return of(new SourceDecider().evolve(before == null ? null : before.source, event));
        }

        SourceThen redactedBy(Redaction redaction) {
            return new SourceThen(redaction.source(source), isProtected);
        }

        List<Notice> notices() {
            return source.notices().stream()
                    .filter(it -> !it.isWithdrawn())
                    .map(RecordedNotice::notice)
                    .toList();
        }
    }

    private SourceDiff() {}

    static List<FieldChange> between(@Nullable SourceThen before, SourceThen after) {
        return new FieldDifferences()
                .fields("", before == null ? null : before.source.details(), after.source.details())
                .field("/protected", before != null && before.isProtected, after.isProtected)
                .entries("/notices", before == null ? List.of() : before.notices(), after.notices())
                .changes();
    }
}
