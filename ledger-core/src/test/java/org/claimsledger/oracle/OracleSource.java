package org.claimsledger.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.SourceEvent.NoticeWithdrawn;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.event.SourceEvent.SourceDisclosed;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.event.SourceEvent.SourceProtected;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.SourceId;

/** What the desk knows of one source by now, whenever that was published, and what its publisher said of it. */
final class OracleSource {

    final SourceId id;
    final Instant registered;
    Publisher publisher;
    Edtf published;
    Instant captured;
    String content;
    Reliability reliability;
    List<Lineage> lineage = List.of();
    boolean secret;
    final List<OracleEvent> notices = new ArrayList<>();
    final Set<Integer> withdrawnNotices = new HashSet<>();

    OracleSource(SourceId id, List<OracleEvent> history) {
        this.id = id;
        Instant first = null;
        for (OracleEvent oracleEvent : history) {
            switch (oracleEvent.event()) {
                case SourceRegistered it
                when it.source().equals(id) -> {
                    first = oracleEvent.recordedAt();
                    learn(it.details(), List.of());
                    secret = it.isProtected();
                }
                case SourceAmended it when it.source().equals(id) -> learn(it.details(), it.cleared());
                case SourceProtected it when it.source().equals(id) -> secret = true;
                case SourceDisclosed it when it.source().equals(id) -> secret = false;
                case NoticeWithdrawn it when it.source().equals(id) -> withdrawnNotices.add(it.notice());
                case SourceNoticed it when it.source().equals(id) -> notices.add(oracleEvent);
                default -> {}
            }
        }
        registered = first;
    }

    private void learn(SourceDetails details, List<String> cleared) {
        publisher =
                cleared.contains("publisher") ? null : details.publisher() == null ? publisher : details.publisher();
        content = cleared.contains("contentSha256")
                ? null
                : details.contentSha256() == null
                        ? content
                        : details.contentSha256().toString();
        published =
                cleared.contains("published") ? null : details.published() == null ? published : details.published();
        captured = cleared.contains("retrievedAt")
                ? null
                : details.retrievedAt() == null ? captured : details.retrievedAt();
        reliability = cleared.contains("reliability")
                ? null
                : details.reliability() == null ? reliability : details.reliability();
        lineage = cleared.contains("lineage") ? List.of() : details.lineage() == null ? lineage : details.lineage();
    }

    /**
     * The earliest of the last instant of its date, its capture, its registration, but not before the first instant of its
     * date, which is an embargo; its registration where it is secret.
     */
    Instant reported() {
        Instant earliest = registered;
        if (secret) {
            return earliest;
        }
        if (captured != null && captured.isBefore(earliest)) {
            earliest = captured;
        }
        if (published == null) {
            return earliest;
        }
        if (published.end() instanceof Bound.Between end && end.latest().isBefore(earliest)) {
            earliest = end.latest();
        }
        if (published.start() instanceof Bound.Between start && start.earliest().isAfter(earliest)) {
            earliest = start.earliest();
        }
        return earliest;
    }
}
