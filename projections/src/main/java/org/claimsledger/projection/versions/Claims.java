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

    private static final String STATES = "select " + RectangleRow.COLUMNS + """

        from claim_version
        where claim_no = ? and reported_to > ? and reported_from <= ? and recorded_from <= ?
        order by recorded_from
        """;

    private final Readings readings;
    private final Directory directory;
    private final EventLog log;

    public Claims(Readings readings, Directory directory, EventLog log) {
        this.readings = readings;
        this.directory = directory;
        this.log = log;
    }

    /** The claim with all that is recorded, as it stood at {@code asOf}; empty where it was not recorded by then. */
    public Optional<ClaimAt> claim(ClaimId id, long asOf) {
        return claim(id, Moment.asOf(asOf));
    }

    /** The claim as it stood then; empty where it was not recorded, or not reported, by then. */
    public Optional<ClaimAt> claim(ClaimId id, Moment moment) {
        return readings.at(moment.asOf(), session -> {
            ClaimReader reader = new ClaimReader(session, moment);
            RectangleRow row = reader.rectangle(reader.number(id));
            return row == null ? Optional.empty() : Optional.of(reader.claim(row));
        });
    }

    /**
     * The claims that met the filter then, in the order in which they were asserted.
     *
     * @param after the {@code claimNo} or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<ClaimAt> page(ClaimFilter filter, Moment moment, long after, int limit) {
        return readings.at(
                moment.asOf(), session -> new ClaimPages(session, directory, filter, moment).page(after, limit));
    }

    /** Those of the claims with these numbers that met the filter then, in that order. */
    public List<ClaimAt> among(List<Long> numbers, ClaimFilter filter, Moment moment) {
        return readings.at(moment.asOf(), session -> new ClaimPages(session, directory, filter, moment).among(numbers));
    }

    /**
     * The claims that do not stand alike at the two moments, in the order in which they were asserted; few that do may be
     * among them.
     *
     * @param after the {@code claimNo} or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<ClaimChange> changed(Moment from, Moment to, long after, int limit) {
        return readings.at(
                Math.max(from.asOf(), to.asOf()), session -> new ChangedClaims(session, from, to).page(after, limit));
    }

    /**
     * The positions of the claim's own events up to {@code asOf}, in order: at most {@code limit} of those after
     * {@code after}.
     */
    public List<Long> changes(ClaimId id, long asOf, long after, int limit) {
        return readings.at(
                asOf,
                session ->
                        changes(new ClaimReader(session, Moment.asOf(asOf)).number(id), asOf, after, limit, session));
    }

    private static List<Long> changes(long claimNo, long asOf, long after, int limit, Session session)
            throws SQLException {
        List<Long> changes = new ArrayList<>();
        try (ResultSet row =
                session.prepared("""
                    select recorded_from from (
                        select recorded_from, revision, lag(revision) over (order by recorded_from) as before
                        from claim_version
                        where claim_no = ? and reported_to = ?) v
                    where (before is null or before <> revision) and recorded_from > ? and recorded_from <= ?
                    order by recorded_from
                    limit ?
                    """, claimNo, Always.OPEN, after, asOf, limit).executeQuery()) {
            while (row.next()) {
                changes.add(row.getLong(1));
            }
        }
        return changes;
    }

    /** The states that the claim went through until then, with all that had been published by then; the first one first. */
    public List<ClaimVersion> recordedVersions(ClaimId id, Moment moment) {
        return readings.at(moment.asOf(), session -> {
            List<RectangleRow> states = states(new ClaimReader(session, moment).number(id), moment, session);
            List<ClaimVersion> versions = new ArrayList<>();
            for (int i = 0; i < states.size(); i++) {
                RectangleRow state = states.get(i);
                versions.add(new ClaimVersion(
                        i + 1,
                        state.rectangle().revision(),
                        state.recordedFrom(),
                        recordedAt(state.recordedFrom()),
                        state.recordedTo() <= moment.asOf() ? Long.valueOf(state.recordedTo()) : null,
                        null,
                        null));
            }
            return versions;
        });
    }

    /** A rectangle that another one follows which says the same is no state of its own: only its published times differ. */
    private static List<RectangleRow> states(long claimNo, Moment moment, Session session) throws SQLException {
        long by = moment.publishedByMicros();
        List<RectangleRow> states = new ArrayList<>();
        try (ResultSet row =
                session.prepared(STATES, claimNo, by, by, moment.asOf()).executeQuery()) {
            while (row.next()) {
                RectangleRow next = RectangleRow.read(row);
                RectangleRow last = states.isEmpty() ? null : states.getLast();
                if (last != null && last.recordedTo() == next.recordedFrom() && last.says(next)) {
                    states.set(states.size() - 1, last.until(next.recordedTo()));
                } else {
                    states.add(next);
                }
            }
        }
        return states;
    }

    /** The states that the claim had as of then, by published time, up to the one that is asked about. */
    public List<ClaimVersion> reportedVersions(ClaimId id, Moment moment) {
        return readings.at(moment.asOf(), session -> {
            List<ClaimVersion> versions = new ArrayList<>();
            try (ResultSet row = session.prepared(
                            """
                            select revision, recorded_from, reported_from, reported_to
                            from claim_version
                            where claim_no = ? and recorded_from <= ? and recorded_to > ? and reported_from <= ?
                            order by reported_from
                            """,
                            new ClaimReader(session, moment).number(id),
                            moment.asOf(),
                            moment.asOf(),
                            moment.publishedByMicros())
                    .executeQuery()) {
                while (row.next()) {
                    long from = row.getLong(3);
                    long to = row.getLong(4);
                    versions.add(new ClaimVersion(
                            versions.size() + 1,
                            row.getLong(1),
                            row.getLong(2),
                            recordedAt(row.getLong(2)),
                            null,
                            from == Always.BEGINNING ? null : ReportedTime.instant(from),
                            to == Always.OPEN ? null : ReportedTime.instant(to)));
                }
            }
            return versions;
        });
    }

    private Instant recordedAt(long position) {
        return log.recordedAt(position)
                .orElseThrow(() -> new IllegalStateException("no event at position " + position));
    }
}
