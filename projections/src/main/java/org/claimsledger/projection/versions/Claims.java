package org.claimsledger.projection.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.Readings;
import org.claimsledger.projection.table.Session;
import org.claimsledger.store.EventLog;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

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
    private final Veil veil;

    public Claims(Readings readings, Directory directory, EventLog log) {
        this(readings, directory, log, Veil.NONE);
    }

    private Claims(Readings readings, Directory directory, EventLog log, Veil veil) {
        this.readings = readings;
        this.directory = directory;
        this.log = log;
        this.veil = veil;
    }

    /** The same, as somebody may see them. */
    public Claims seenThrough(Veil other) {
        return new Claims(readings, directory, log, other);
    }

    /** The claim with all that is recorded, as it stood at {@code asOf}; empty where it was not recorded by then. */
    public Optional<ClaimAt> claim(ClaimId id, long asOf) {
        return claim(id, Moment.asOf(asOf));
    }

    /** The claim as it stood then; empty where it was not recorded, or not reported, by then. */
    public Optional<ClaimAt> claim(ClaimId id, Moment moment) {
        return readings.at(moment.asOf(), session -> {
            ClaimReader reader = reader(session, moment);
            RectangleRow row = reader.rectangle(reader.number(id));
            return row == null
                    ? Optional.empty()
                    : Optional.of(reader.claim(row).seenThrough(veil, moment.asOf()));
        });
    }

    /**
     * The claims that met the filter then, in the order in which they were asserted.
     *
     * @param after the {@code claimNo} or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<ClaimAt> page(ClaimFilter filter, Moment moment, long after, int limit) {
        ClaimFilter meant = meant(filter);
        return meant == null
                ? new Page<>(List.of(), null)
                : readings.at(moment.asOf(), session -> pages(session, meant, moment)
                                .page(after, limit))
                        .map(it -> it.seenThrough(veil, moment.asOf()));
    }

    /** The filter with the source that its asker means; absent where that is not one that they may know. */
    public @Nullable ClaimFilter meant(ClaimFilter filter) {
        SourceId named = filter.source();
        SourceId source = named == null ? null : veil.meant(named);
        return named == null ? filter : source == null ? null : filter.on(source);
    }

    /**
     * Those of the claims with these numbers that met the filter then, in that order.
     *
     * @param filter with the source that is {@link #meant}
     */
    public List<ClaimAt> among(List<Long> numbers, ClaimFilter filter, Moment moment) {
        return readings
                .at(moment.asOf(), session -> pages(session, filter, moment).among(numbers))
                .stream()
                .map(it -> it.seenThrough(veil, moment.asOf()))
                .toList();
    }

    private ClaimPages pages(Session session, ClaimFilter filter, Moment moment) throws SQLException {
        return new ClaimPages(session, directory, filter, moment, Undated.at(moment, veil, session));
    }

    /**
     * The claims that do not stand alike at the two moments, in the order in which they were asserted; few that do may be
     * among them.
     *
     * @param after the {@code claimNo} or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<ClaimChange> changed(Moment from, Moment to, long after, int limit) {
        return readings.at(Math.max(from.asOf(), to.asOf()), session -> new ChangedClaims(
                                session, reader(session, from), reader(session, to), from, to)
                        .page(after, limit))
                .map(it -> it.seenThrough(veil, from.asOf(), to.asOf()));
    }

    /**
     * The positions of the claim's own events up to {@code asOf}, in order: at most {@code limit} of those after
     * {@code after}.
     */
    public List<Long> changes(ClaimId id, long asOf, long after, int limit) {
        return readings.at(
                asOf, session -> changes(reader(session, Moment.asOf(asOf)).number(id), asOf, after, limit, session));
    }

    private ClaimReader reader(Session session, Moment moment) throws SQLException {
        return new ClaimReader(session, moment, Undated.at(moment, veil, session));
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
            long claimNo = reader(session, moment).number(id);
            List<RectangleRow> states = dated(states(claimNo, moment, session), claimNo, moment, session);
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

    /** Those of the states that do not tell the date of a source that this reader may not know. */
    private List<RectangleRow> dated(List<RectangleRow> states, long claimNo, Moment moment, Session session)
            throws SQLException {
        if (moment.everythingRecorded() || !veil.hides()) {
            return states;
        }
        List<RectangleRow> dated = new ArrayList<>();
        for (RectangleRow state : states) {
            if (!Undated.asOf(state.recordedFrom(), veil, session).has(claimNo)) {
                dated.add(state);
            }
        }
        return dated;
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
            long claimNo = reader(session, moment).number(id);
            if (Undated.asOf(moment.asOf(), veil, session).has(claimNo)) {
                return versions;
            }
            try (ResultSet row = session.prepared(
                            """
                            select revision, recorded_from, reported_from, reported_to
                            from claim_version
                            where claim_no = ? and recorded_from <= ? and recorded_to > ? and reported_from <= ?
                            order by reported_from
                            """, claimNo, moment.asOf(), moment.asOf(), moment.publishedByMicros())
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
