package org.claimsledger.projection.claims;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.event.Verdict;
import org.claimsledger.projection.claims.AnswerCandidates.ClaimKey;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Scans the claims that may belong to a list, in order and in batches, by the most selective condition of its filter.
 * It never misses a claim that belongs to the list.
 */
final class ClaimScan {

    /** The columns that {@link #readKeys} reads. */
    static final String KEYS = """
        select claim_no, id, subject, predicate from claim
        """;

    private static final String ALL = """
        where claim_no > ? and claim_no <= ?
        order by claim_no
        limit ?
        """;

    private static final String WITH_PREDICATE = """
        where predicate = ? and claim_no > ? and claim_no <= ?
        order by predicate, claim_no
        limit ?
        """;

    private static final String ABOUT_SUBJECT = """
        where subject = ? and claim_no > ? and claim_no <= ?
        order by subject, claim_no
        limit ?
        """;

    private static final String ABOUT_SUBJECT_WITH_PREDICATE = """
        where subject = ? and predicate = ? and claim_no > ? and claim_no <= ?
        order by subject, claim_no
        limit ?
        """;

    private final TableSession tableSession;
    private final long asOf;
    private final ClaimFilter filter;
    private final Set<SubjectId> subjects;

    /**
     * A claim that may belong to the list.
     *
     * @param from the position from which it may meet the condition
     * @param key absent where the scan has not read the key
     */
    record ScannedClaim(long claimNo, long from, @Nullable ClaimKey key) {}

    /** @param exhausted whether the scan has reached its end */
    record ScannedClaims(List<ScannedClaim> candidates, boolean exhausted) {}

    /** @param subjects the subjects of the filter, with all that are merged with them */
    ClaimScan(TableSession tableSession, long asOf, ClaimFilter filter, Set<SubjectId> subjects) {
        this.tableSession = tableSession;
        this.asOf = asOf;
        this.filter = filter;
        this.subjects = subjects;
    }

    /** The claims that were ever filed with one of these as their value. */
    static Map<ClaimId, List<ClaimKey>> claimsWithValue(
            TableSession tableSession, Collection<ClaimId> values, long asOf) throws SQLException {
        PreparedStatement query = tableSession.prepare("""
            select v.other, c.claim_no, c.id, c.subject, c.predicate
            from unnest(cast(? as varchar array)) as wanted (other)
            join claim_value v on v.other = wanted.other
            join claim c on c.claim_no = v.claim_no
            where v.recorded_from <= ?
            order by v.other, v.claim_no
            """);
        query.setArray(
                1, tableSession.textArray(values.stream().map(ClaimId::value).toList()));
        query.setLong(2, asOf);
        Map<ClaimId, Set<ClaimKey>> claims = new HashMap<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                claims.computeIfAbsent(new ClaimId(row.getString(1)), none -> new LinkedHashSet<>())
                        .add(new ClaimKey(
                                row.getLong(2),
                                new ClaimId(row.getString(3)),
                                new SubjectId(row.getString(4)),
                                new PredicateKey(row.getString(5))));
            }
        }
        return claims.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> List.copyOf(it.getValue())));
    }

    /** The candidates after {@code after}, found in at most {@code count} rows. */
    ScannedClaims after(long after, int count) throws SQLException {
        SourceId source = filter.source();
        Verdict verdict = filter.verdict();
        ClaimStatus claimStatus = filter.status();
        if (source != null) {
            return withValue("claim_source", "source", source.value(), after, count);
        }
        if (filter.subjects().isEmpty() && verdict != null) {
            return withValue("claim_version", "verdict", verdict.name(), after, count);
        }
        if (filter.subjects().isEmpty() && claimStatus != null) {
            return withValue("claim_version", "status", claimStatus.name(), after, count);
        }
        List<ClaimKey> keys = filter.subjects().isEmpty()
                ? keys(tableSession, Set.of(), filter.predicate(), asOf, after, count)
                : keys(tableSession, subjects, null, asOf, after, count);
        return new ScannedClaims(
                keys.stream()
                        .map(key -> new ScannedClaim(key.claimNo(), key.claimNo(), key))
                        .toList(),
                keys.size() < count);
    }

    /**
     * The keys of the first claims after {@code after}, at most {@code count}.
     *
     * @param subjects claims about any of these; empty for all
     */
    static List<ClaimKey> keys(
            TableSession tableSession,
            Set<SubjectId> subjects,
            @Nullable PredicateKey predicate,
            long asOf,
            long after,
            int count)
            throws SQLException {
        if (subjects.isEmpty()) {
            return readKeys(
                    predicate == null
                            ? tableSession.prepare(KEYS + ALL, after, asOf, count)
                            : tableSession.prepare(KEYS + WITH_PREDICATE, predicate.value(), after, asOf, count));
        }
        List<ClaimKey> keys = new ArrayList<>();
        for (SubjectId subject : subjects) {
            keys.addAll(readKeys(
                    predicate == null
                            ? tableSession.prepare(KEYS + ABOUT_SUBJECT, subject.value(), after, asOf, count)
                            : tableSession.prepare(
                                    KEYS + ABOUT_SUBJECT_WITH_PREDICATE,
                                    subject.value(),
                                    predicate.value(),
                                    after,
                                    asOf,
                                    count)));
        }
        keys.sort(Comparator.comparingLong(ClaimKey::claimNo));
        return List.copyOf(keys.subList(0, Math.min(count, keys.size())));
    }

    /** The number of the claim with that id; 0 where there is none. */
    static long number(TableSession tableSession, ClaimId id) throws SQLException {
        try (ResultSet row = tableSession.prepare("""
            select claim_no from claim where id = ?
            """, id.value()).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** The key of the claim with that number; absent where there is none. */
    static @Nullable ClaimKey key(TableSession tableSession, long claimNo) throws SQLException {
        List<ClaimKey> keys = readKeys(tableSession.prepare(KEYS + "where claim_no = ?", claimNo));
        return keys.isEmpty() ? null : keys.getFirst();
    }

    /** @param query with the columns of {@link #KEYS} */
    static List<ClaimKey> readKeys(PreparedStatement query) throws SQLException {
        List<ClaimKey> keys = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                keys.add(new ClaimKey(
                        row.getLong(1),
                        new ClaimId(row.getString(2)),
                        new SubjectId(row.getString(3)),
                        new PredicateKey(row.getString(4))));
            }
        }
        return keys;
    }

    /** The claim with that number; absent where it never cites the source of the filter. */
    @Nullable
    ScannedClaim one(long claimNo) throws SQLException {
        SourceId source = filter.source();
        if (source == null) {
            return new ScannedClaim(claimNo, claimNo, null);
        }
        try (ResultSet row = tableSession.prepare("""
            select recorded_from from claim_source
            where source = ? and claim_no = ?
            order by source, claim_no, recorded_from
            limit 1
            """, source.value(), claimNo).executeQuery()) {
            return row.next() ? new ScannedClaim(claimNo, row.getLong(1), null) : null;
        }
    }

    /** The positions of the claim's events up to {@code asOf} that cite the source. */
    static List<Long> citing(TableSession tableSession, long claimNo, SourceId source, long asOf) throws SQLException {
        List<Long> positions = new ArrayList<>();
        try (ResultSet row =
                tableSession.prepare("""
                    select recorded_from from claim_source
                    where source = ? and claim_no = ? and recorded_from <= ?
                    """, source.value(), claimNo, asOf).executeQuery()) {
            while (row.next()) {
                positions.add(row.getLong(1));
            }
        }
        return positions;
    }

    /**
     * The claims that have a row with this value, each once, with the first such row. A claim may have had another
     * status or verdict at the viewpoint; its version there decides.
     */
    private ScannedClaims withValue(String table, String column, String value, long after, int count)
            throws SQLException {
        List<ScannedClaim> claims = new ArrayList<>();
        int rows = 0;
        try (ResultSet row = tableSession
                .prepare("""
                    select claim_no, recorded_from from %1$s
                    where %2$s = ? and claim_no > ? and claim_no <= ?
                    order by %2$s, claim_no, recorded_from
                    limit ?
                    """.formatted(table, column), value, after, asOf, count)
                .executeQuery()) {
            while (row.next()) {
                rows++;
                long claimNo = row.getLong(1);
                if (claims.isEmpty() || claims.getLast().claimNo() != claimNo) {
                    claims.add(new ScannedClaim(claimNo, row.getLong(2), null));
                }
            }
        }
        return new ScannedClaims(claims, rows < count);
    }
}
