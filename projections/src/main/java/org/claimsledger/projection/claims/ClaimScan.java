package org.claimsledger.projection.claims;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.event.Verdict;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Scans the claims that may belong to a list, in order and in batches, by the most selective condition of its filter. It
 * never passes over a claim that belongs there.
 */
final class ClaimScan {

    private final TableSession tableSession;
    private final long asOf;
    private final ClaimFilter filter;
    private final Collection<SubjectId> subjects;

    /** @param from the position from which the condition may be met */
    record ScannedClaim(long claimNo, long from) {}

    /** @param exhausted whether there are no more after them */
    record ScannedClaims(List<ScannedClaim> candidates, boolean exhausted) {}

    /** @param subjects those of the filter, with all that are merged with them */
    ClaimScan(TableSession tableSession, long asOf, ClaimFilter filter, Collection<SubjectId> subjects) {
        this.tableSession = tableSession;
        this.asOf = asOf;
        this.filter = filter;
        this.subjects = subjects;
    }

    /** Up to {@code count} of them after {@code after}. */
    ScannedClaims after(long after, int count) throws SQLException {
        SourceId source = filter.source();
        Verdict verdict = filter.verdict();
        ClaimStatus claimStatus = filter.status();
        PredicateKey predicate = filter.predicate();
        if (source != null) {
            return read(citing(source, after, count), count);
        }
        if (!filter.subjects().isEmpty()) {
            return aboutSubjects(after, count);
        }
        if (verdict != null) {
            return read(withVerdict(verdict, after, count), count);
        }
        if (claimStatus != null) {
            return read(withStatus(claimStatus, after, count), count);
        }
        if (predicate != null) {
            return read(withPredicate(predicate, after, count), count);
        }
        return read(all(after, count), count);
    }

    /** The claim with that number; absent where no row says that it may meet the condition. */
    @Nullable
    ScannedClaim one(long claimNo) throws SQLException {
        SourceId source = filter.source();
        if (source == null) {
            return new ScannedClaim(claimNo, claimNo);
        }
        try (ResultSet row = tableSession.prepare("""
            select recorded_from from claim_source
            where source = ? and claim_no = ?
            order by source, claim_no, recorded_from
            limit 1
            """, source.value(), claimNo).executeQuery()) {
            return row.next() ? new ScannedClaim(claimNo, row.getLong(1)) : null;
        }
    }

    /** The first claims about all subjects are among the first about each. */
    private ScannedClaims aboutSubjects(long after, int count) throws SQLException {
        List<ScannedClaim> claims = new ArrayList<>();
        boolean exhausted = true;
        for (SubjectId subject : subjects) {
            ScannedClaims scannedClaims = read(aboutSubjects(subject, after, count), count);
            claims.addAll(scannedClaims.candidates());
            exhausted &= scannedClaims.exhausted();
        }
        claims.sort(Comparator.comparingLong(ScannedClaim::claimNo));
        return claims.size() <= count
                ? new ScannedClaims(claims, exhausted)
                : new ScannedClaims(claims.subList(0, count), false);
    }

    /** A claim that has several rows counts once, with the first of them. */
    private static ScannedClaims read(PreparedStatement query, int count) throws SQLException {
        List<ScannedClaim> claims = new ArrayList<>();
        int rows = 0;
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                rows++;
                long claimNo = row.getLong(1);
                if (claims.isEmpty() || claims.getLast().claimNo() != claimNo) {
                    claims.add(new ScannedClaim(claimNo, row.getLong(2)));
                }
            }
        }
        return new ScannedClaims(claims, rows < count);
    }

    private PreparedStatement citing(SourceId source, long after, int count) throws SQLException {
        return tableSession.prepare("""
            select claim_no, recorded_from from claim_source
            where source = ? and claim_no > ? and claim_no <= ?
            order by source, claim_no, recorded_from
            limit ?
            """, source.value(), after, asOf, count);
    }

    private PreparedStatement aboutSubjects(SubjectId subject, long after, int count) throws SQLException {
        return tableSession.prepare("""
            select claim_no, claim_no from claim
            where subject = ? and claim_no > ? and claim_no <= ?
            order by subject, claim_no
            limit ?
            """, subject.value(), after, asOf, count);
    }

    /** The verdict may have been another one by then: the version at the viewpoint decides. */
    private PreparedStatement withVerdict(Verdict verdict, long after, int count) throws SQLException {
        return tableSession.prepare("""
            select claim_no, recorded_from from claim_version
            where verdict = ? and claim_no > ? and claim_no <= ?
            order by verdict, claim_no, recorded_from
            limit ?
            """, verdict.name(), after, asOf, count);
    }

    private PreparedStatement withStatus(ClaimStatus claimStatus, long after, int count) throws SQLException {
        return tableSession.prepare("""
            select claim_no, recorded_from from claim_version
            where status = ? and claim_no > ? and claim_no <= ?
            order by status, claim_no, recorded_from
            limit ?
            """, claimStatus.name(), after, asOf, count);
    }

    private PreparedStatement withPredicate(PredicateKey predicate, long after, int count) throws SQLException {
        return tableSession.prepare("""
            select claim_no, claim_no from claim
            where predicate = ? and claim_no > ? and claim_no <= ?
            order by predicate, claim_no
            limit ?
            """, predicate.value(), after, asOf, count);
    }

    private PreparedStatement all(long after, int count) throws SQLException {
        return tableSession.prepare("""
            select claim_no, claim_no from claim
            where claim_no > ? and claim_no <= ?
            order by claim_no
            limit ?
            """, after, asOf, count);
    }
}
