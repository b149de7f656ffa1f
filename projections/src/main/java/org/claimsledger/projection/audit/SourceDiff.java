package org.claimsledger.projection.audit;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.directory.SourceAt.Noticed;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.source.Notice;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.source.SourceEvent.SourceNoticed;
import org.jspecify.annotations.Nullable;

/** What is different between two states of a source, field by field. */
final class SourceDiff {

    /**
     * A source and what its publisher has said of it.
     *
     * @param isProtected whether it was protected then
     */
    record State(Source source, List<Notice> notices, boolean isProtected) {

        static State of(SourceAt at) {
            return new State(
                    at.source(),
                    at.notices().stream().map(Noticed::notice).toList(),
                    at.source().isProtected());
        }

        static State evolve(@Nullable State before, SourceEvent event) {
            List<Notice> notices = new ArrayList<>(before == null ? List.of() : before.notices);
            if (event instanceof SourceNoticed noticed) {
                notices.add(noticed.notice());
            }
            Source source = Source.evolve(before == null ? null : before.source, event);
            return new State(source, notices, source.isProtected());
        }

        State seenThrough(Veil veil) {
            return new State(
                    veil.source(source),
                    notices.stream().map(it -> veil.notice(source.id(), it)).toList(),
                    isProtected);
        }
    }

    private SourceDiff() {}

    static List<Change> between(@Nullable State before, State after) {
        return new Differences()
                .fields("", before == null ? null : before.source.details(), after.source.details())
                .field("/protected", before != null && before.isProtected, after.isProtected)
                .entries("/notices", before == null ? List.of() : before.notices, after.notices)
                .changes();
    }
}
