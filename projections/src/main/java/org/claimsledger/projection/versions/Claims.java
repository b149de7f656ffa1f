package org.claimsledger.projection.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.Readings;
import org.claimsledger.projection.table.Session;
import org.claimsledger.store.EventLog;
import org.claimsledger.value.ClaimId;

/** Claims as of any applied position. */
public final class Claims {

    private final Readings readings;
    private final Directory directory;
    private final EventLog log;

    public Claims(Readings readings, Directory directory, EventLog log) {
        this.readings = readings;
        this.directory = directory;
        this.log = log;
    }

    /** The claim as it stood at {@code asOf}; empty where it was not recorded by then. */
    public Optional<ClaimAt> claim(ClaimId id, long asOf) {
        return readings.at(asOf, session -> {
            ClaimReader reader = new ClaimReader(session, asOf);
            Rectangle rectangle = reader.rectangle(reader.number(id));
            return rectangle == null ? Optional.empty() : Optional.of(reader.claim(rectangle));
        });
    }

    /**
     * The claims that met the filter at {@code asOf}, in the order in which they were asserted.
     *
     * @param after the {@code claimNo} or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<ClaimAt> page(ClaimFilter filter, long asOf, long after, int limit) {
        return readings.at(asOf, session -> new ClaimPages(session, directory, filter, asOf).page(after, limit));
    }

    /**
     * The positions up to {@code asOf} that brought about a new state of the claim, in order: at most {@code limit} of
     * those after {@code after}.
     */
    public List<Long> changes(ClaimId id, long asOf, long after, int limit) {
        return readings.at(
                asOf, session -> changes(new ClaimReader(session, asOf).number(id), asOf, after, limit, session));
    }

    private static List<Long> changes(long claimNo, long asOf, long after, int limit, Session session)
            throws SQLException {
        List<Long> changes = new ArrayList<>();
        try (ResultSet row =
                session.prepared("""
                    select recorded_from
                    from claim_version
                    where claim_no = ? and reported_to = ? and recorded_to > ? and recorded_from > ?
                    order by claim_no, reported_to, recorded_to
                    limit ?
                    """, claimNo, Always.OPEN, after, after, limit).executeQuery()) {
            while (row.next() && row.getLong(1) <= asOf) {
                changes.add(row.getLong(1));
            }
        }
        return changes;
    }

    /** The states that the claim went through until {@code asOf}, the first one first; none where it is unknown. */
    public List<ClaimVersion> versions(ClaimId id, long asOf) {
        return readings.at(asOf, session -> versions(new ClaimReader(session, asOf).number(id), asOf, session));
    }

    private List<ClaimVersion> versions(long claimNo, long asOf, Session session) throws SQLException {
        List<ClaimVersion> versions = new ArrayList<>();
        try (ResultSet row = session.prepared("""
            select revision, recorded_from, recorded_to
            from claim_version
            where claim_no = ? and reported_to = ?
            order by claim_no, reported_to, recorded_to
            """, claimNo, Always.OPEN).executeQuery()) {
            while (row.next() && row.getLong(2) <= asOf) {
                long to = row.getLong(3);
                versions.add(new ClaimVersion(
                        versions.size() + 1,
                        row.getLong(1),
                        row.getLong(2),
                        recordedAt(row.getLong(2)),
                        to <= asOf ? Long.valueOf(to) : null));
            }
        }
        return versions;
    }

    private Instant recordedAt(long position) {
        return log.recordedAt(position)
                .orElseThrow(() -> new IllegalStateException("no event at position " + position));
    }
}
