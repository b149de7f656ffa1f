package org.claimsledger.projection.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.projection.table.TableSnapshots;
import org.claimsledger.store.EventLog;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Reads claims as of any applied position. */
public final class ClaimQueries {

    /**
     * A claim whose states differ between two viewpoints.
     *
     * @param before absent where the claim is not there yet
     * @param after absent where the claim is no longer there, because its evidence turned out to be published later
     */
    public record ClaimChange(
            long claimNo,
            @Nullable ClaimAt before,
            @Nullable ClaimAt after) {

        ClaimChange redactedBy(Redaction redaction, long from, long to) {
            return new ClaimChange(
                    claimNo,
                    before == null ? null : before.redactedBy(redaction, from),
                    after == null ? null : after.redactedBy(redaction, to));
        }
    }

    /**
     * A state of a claim, and its time along one of the two clocks.
     *
     * @param number 1, 2, 3, … along that clock
     * @param revision the claim's revision in that state
     * @param recordedFrom the position of the event that began it
     * @param recordedAt when that event was recorded
     * @param recordedTo the position of the event that ended it; absent while it lasts, and along the published clock
     * @param reportedFrom the published time at which it begins; absent where it has no beginning, and along the
     *     recorded clock
     * @param reportedTo the published time at which the next state begins; absent where there is none, and along the
     *     recorded clock
     */
    public record ClaimVersion(
            int number,
            long revision,
            long recordedFrom,
            Instant recordedAt,
            @Nullable Long recordedTo,
            @Nullable Instant reportedFrom,
            @Nullable Instant reportedTo) {}

    private static final String STATES = "select " + VersionRow.COLUMNS + """

        from claim_version
        where claim_no = ? and\s\
        """ + VersionRow.AT_PUBLISHED_TIME + """

            and recorded_from <= ?
        order by recorded_from
        """;

    private static final String TIMES = "select " + VersionRow.COLUMNS + """

        from claim_version
        where claim_no = ? and\s\
        """ + VersionRow.AT_POSITION + """

            and reported_from <= ?
        order by reported_from
        """;

    private static final String SUCCESSIVE = "select " + VersionRow.COLUMNS + """

        from claim_version
        where claim_no = ? and reported_to = ? and recorded_to > ? and recorded_from <= ?
        order by claim_no, reported_to, recorded_to
        limit ?
        """;

    private final TableSnapshots snapshots;
    private final Registry registry;
    private final EventLog log;
    private final Redaction redaction;

    public ClaimQueries(TableSnapshots tableSnapshots, Registry registry, EventLog log, Redaction redaction) {
        this.snapshots = tableSnapshots;
        this.registry = registry;
        this.log = log;
        this.redaction = redaction;
    }

    /** The claim as of {@code asOf}, with all that had been recorded; empty where it was not asserted yet. */
    public Optional<ClaimAt> claim(ClaimId id, long asOf) {
        return claim(id, BitemporalPoint.asOf(asOf));
    }

    /** The claim at the point; empty where it was not recorded or not reported yet. */
    public Optional<ClaimAt> claim(ClaimId id, BitemporalPoint bitemporalPoint) {
        return snapshots.at(bitemporalPoint.asOf(), tableSession -> {
            ClaimReader reader = reader(tableSession, bitemporalPoint);
            VersionRow row = reader.version(reader.number(id));
            return row == null
                    ? Optional.empty()
                    : Optional.of(reader.claim(row).redactedBy(redaction, bitemporalPoint.asOf()));
        });
    }

    /**
     * The claims that meet the filter at the point, in the order in which they were asserted.
     *
     * @param after the {@code claimNo} or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<ClaimAt> page(ClaimFilter filter, BitemporalPoint bitemporalPoint, long after, int limit) {
        ClaimFilter resolved = resolve(filter);
        return resolved == null
                ? new Page<>(List.of(), null)
                : snapshots
                        .at(bitemporalPoint.asOf(), tableSession -> pages(tableSession, resolved, bitemporalPoint)
                                .page(after, limit))
                        .map(it -> it.redactedBy(redaction, bitemporalPoint.asOf()));
    }

    /** The filter with the real id of its source; absent where the caller may not know that source by the id given. */
    public @Nullable ClaimFilter resolve(ClaimFilter filter) {
        SourceId named = filter.source();
        SourceId source = named == null ? null : redaction.resolve(named);
        return named == null ? filter : source == null ? null : filter.withSource(source);
    }

    /**
     * The claims with these numbers that meet the filter at the point, in the order of the numbers.
     *
     * @param filter as {@link #resolve resolved}
     */
    public List<ClaimAt> among(List<Long> numbers, ClaimFilter filter, BitemporalPoint bitemporalPoint) {
        return snapshots
                .at(bitemporalPoint.asOf(), tableSession -> pages(tableSession, filter, bitemporalPoint)
                        .among(numbers))
                .stream()
                .map(it -> it.redactedBy(redaction, bitemporalPoint.asOf()))
                .toList();
    }

    private ClaimPager pages(TableSession tableSession, ClaimFilter filter, BitemporalPoint bitemporalPoint)
            throws SQLException {
        return new ClaimPager(tableSession, registry, filter, bitemporalPoint, redaction);
    }

    /**
     * The claims whose states differ between the two points, in the order in which they were asserted. Claims whose
     * states are equal may be among them.
     *
     * @param after the {@code claimNo} or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<ClaimChange> changed(BitemporalPoint from, BitemporalPoint to, long after, int limit) {
        return snapshots
                .at(Math.max(from.asOf(), to.asOf()), tableSession -> new ChangedClaims(
                                tableSession, reader(tableSession, from), reader(tableSession, to))
                        .page(after, limit))
                .map(it -> it.redactedBy(redaction, from.asOf(), to.asOf()));
    }

    /**
     * The successive states of a claim, with everything that is published, as they were recorded, whatever the caller may
     * see: the one that held at {@code after}, if there was one, and the first {@code limit} that began later, up to
     * {@code asOf}.
     */
    public List<ClaimAt> recordedStates(ClaimId id, long asOf, long after, int limit) {
        return snapshots.at(asOf, tableSession -> {
            ClaimReader reader = ClaimReader.of(tableSession, BitemporalPoint.asOf(asOf), Redaction.NONE);
            List<VersionRow> rows = new ArrayList<>();
            try (ResultSet row = tableSession
                    .prepare(SUCCESSIVE, reader.number(id), OpenEnded.OPEN, after, asOf, limit + 1)
                    .executeQuery()) {
                while (row.next()) {
                    rows.add(VersionRow.read(row));
                }
            }
            boolean hasOneBefore = !rows.isEmpty() && rows.getFirst().recordedFrom() <= after;
            return reader.claims(hasOneBefore || rows.size() <= limit ? rows : rows.subList(0, limit));
        });
    }

    /**
     * The positions of those of the claim's own events after {@code after}, up to {@code asOf}, that the caller may see, in
     * order, among the first {@code limit} of all.
     */
    public List<Long> changes(ClaimId id, long asOf, long after, int limit) {
        return snapshots.at(asOf, tableSession -> {
            ClaimReader reader = reader(tableSession, BitemporalPoint.asOf(asOf));
            long claimNo = reader.number(id);
            if (reader.version(claimNo) == null) {
                return List.of();
            }
            Set<Long> hidden = reader.hiddenEventsOf(claimNo);
            return changes(claimNo, asOf, after, limit, tableSession).stream()
                    .filter(position -> !hidden.contains(position))
                    .toList();
        });
    }

    private ClaimReader reader(TableSession tableSession, BitemporalPoint bitemporalPoint) throws SQLException {
        return ClaimReader.of(tableSession, bitemporalPoint, redaction);
    }

    private static List<Long> changes(long claimNo, long asOf, long after, int limit, TableSession tableSession)
            throws SQLException {
        List<Long> changes = new ArrayList<>();
        try (ResultSet row = tableSession
                .prepare("""
                    select recorded_from from (
                        select recorded_from, revision, lag(revision) over (order by recorded_from) as before
                        from claim_version
                        where claim_no = ? and reported_to = ?) v
                    where (before is null or before <> revision) and recorded_from > ? and recorded_from <= ?
                    order by recorded_from
                    limit ?
                    """, claimNo, OpenEnded.OPEN, after, asOf, limit)
                .executeQuery()) {
            while (row.next()) {
                changes.add(row.getLong(1));
            }
        }
        return changes;
    }

    /** The claim's states along the recorded clock, up to the position of the point and at its published time. */
    public List<ClaimVersion> recordedVersions(ClaimId id, BitemporalPoint bitemporalPoint) {
        return snapshots.at(bitemporalPoint.asOf(), tableSession -> {
            long claimNo = reader(tableSession, bitemporalPoint).number(id);
            List<VersionRow> states = withoutSecretDates(
                    versionRows(claimNo, bitemporalPoint, tableSession), claimNo, bitemporalPoint, tableSession);
            List<ClaimVersion> versions = new ArrayList<>();
            for (int i = 0; i < states.size(); i++) {
                VersionRow state = states.get(i);
                versions.add(new ClaimVersion(
                        i + 1,
                        state.version().revision(),
                        state.recordedFrom(),
                        recordedAt(state.recordedFrom()),
                        state.recordedTo() <= bitemporalPoint.asOf() ? Long.valueOf(state.recordedTo()) : null,
                        null,
                        null));
            }
            return versions;
        });
    }

    /** The states without those that would reveal the date of a source that the caller may not know. */
    private List<VersionRow> withoutSecretDates(
            List<VersionRow> states, long claimNo, BitemporalPoint bitemporalPoint, TableSession tableSession)
            throws SQLException {
        if (bitemporalPoint.includesAllPublished() || !redaction.hidesSources()) {
            return states;
        }
        List<VersionRow> dated = new ArrayList<>();
        for (VersionRow state : states) {
            if (!ClaimsDatedByProtectedSources.asOf(state.recordedFrom(), redaction, tableSession)
                    .contains(claimNo)) {
                dated.add(state);
            }
        }
        return dated;
    }

    /**
     * The states as the caller may see them. Consecutive versions with equal content are one state, because they differ in
     * their published times only, or in what is hidden.
     */
    private List<VersionRow> versionRows(long claimNo, BitemporalPoint bitemporalPoint, TableSession tableSession)
            throws SQLException {
        VisibleVersions visibleVersions = new VisibleVersions(tableSession, bitemporalPoint, redaction);
        long by = bitemporalPoint.publishedByMicros();
        List<VersionRow> states = new ArrayList<>();
        try (ResultSet row = tableSession
                .prepare(STATES, claimNo, by, by, bitemporalPoint.asOf())
                .executeQuery()) {
            while (row.next()) {
                VersionRow next = visibleVersions.withoutHiddenFilings(VersionRow.read(row));
                VersionRow last = states.isEmpty() ? null : states.getLast();
                if (next == null) {
                    continue;
                }
                if (last != null && last.recordedTo() == next.recordedFrom() && last.hasSameContent(next)) {
                    states.set(states.size() - 1, last.endingAt(next.recordedTo()));
                } else {
                    states.add(next);
                }
            }
        }
        return states;
    }

    /** The claim's states along the published clock, as of the position of the point and up to its published time. */
    public List<ClaimVersion> reportedVersions(ClaimId id, BitemporalPoint bitemporalPoint) {
        return snapshots.at(bitemporalPoint.asOf(), tableSession -> {
            List<ClaimVersion> versions = new ArrayList<>();
            long claimNo = reader(tableSession, bitemporalPoint).number(id);
            if (ClaimsDatedByProtectedSources.asOf(bitemporalPoint.asOf(), redaction, tableSession)
                    .contains(claimNo)) {
                return versions;
            }
            for (VersionRow row : publishedRows(claimNo, bitemporalPoint, tableSession)) {
                long from = row.version().reportedFrom();
                long to = row.version().reportedTo();
                versions.add(new ClaimVersion(
                        versions.size() + 1,
                        row.version().revision(),
                        row.recordedFrom(),
                        recordedAt(row.recordedFrom()),
                        null,
                        from == OpenEnded.BEGINNING ? null : ReportedTime.instant(from),
                        to == OpenEnded.OPEN ? null : ReportedTime.instant(to)));
            }
            return versions;
        });
    }

    /** The rows that answer at the position, as the caller may see them; neighbours that look equal are one. */
    private List<VersionRow> publishedRows(long claimNo, BitemporalPoint bitemporalPoint, TableSession tableSession)
            throws SQLException {
        List<VersionRow> recorded = new ArrayList<>();
        try (ResultSet row = tableSession
                .prepare(
                        TIMES,
                        claimNo,
                        bitemporalPoint.asOf(),
                        bitemporalPoint.asOf(),
                        bitemporalPoint.publishedByMicros())
                .executeQuery()) {
            while (row.next()) {
                recorded.add(VersionRow.read(row));
            }
        }
        List<VersionRow> shown = new ArrayList<>();
        for (VersionRow each : recorded) {
            VersionRow next =
                    new VisibleVersions(tableSession, pointOf(each, bitemporalPoint), redaction).visible(each);
            if (next != null && !shown.isEmpty() && shown.getLast().hasSameContent(next)) {
                shown.set(
                        shown.size() - 1,
                        shown.getLast().reportedUntil(next.version().reportedTo()));
            } else if (next != null) {
                shown.add(next);
            }
        }
        return shown;
    }

    /** A point at which the row answers. */
    private static BitemporalPoint pointOf(VersionRow row, BitemporalPoint bitemporalPoint) {
        long from = row.version().reportedFrom();
        return new BitemporalPoint(
                bitemporalPoint.asOf(), from == OpenEnded.BEGINNING ? Instant.MIN : ReportedTime.instant(from));
    }

    private Instant recordedAt(long position) {
        return log.recordedAt(position)
                .orElseThrow(() -> new IllegalStateException("no event at position " + position));
    }
}
