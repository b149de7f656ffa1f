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
 * Claims that may be in a list, found by the one condition that promises to leave the fewest: in order, some at a time,
 * and never passing over one that belongs there.
 */
final class ClaimScan {

    private final TableSession tableSession;
    private final long asOf;
    private final ClaimFilter filter;
    private final Collection<SubjectId> subjects;

    /** @param from the position since which the condition may be met */
    record ScannedClaim(long claimNo, long from) {}

    /** @param end whether there are no more after them */
    record ScannedClaims(List<ScannedClaim> candidates, boolean exhausted) {}

    /** @param subjects those of the filter, with all that count as the same */
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

    /** The one with that number; absent where no row promises that it meets the condition. */
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

    /** The first of all are among the first of each. */
    private ScannedClaims aboutSubjects(long after, int count) throws SQLException {
        List<ScannedClaim> found = new ArrayList<>();
        boolean end = true;
        for (SubjectId subject : subjects) {
            ScannedClaims scannedClaims = read(aboutSubjects(subject, after, count), count);
            found.addAll(scannedClaims.candidates());
            end &= scannedClaims.exhausted();
        }
        found.sort(Comparator.comparingLong(ScannedClaim::claimNo));
        return found.size() <= count
                ? new ScannedClaims(found, end)
                : new ScannedClaims(found.subList(0, count), false);
    }

    /** A claim that has several rows counts once, with the first of them. */
    private static ScannedClaims read(PreparedStatement query, int count) throws SQLException {
        List<ScannedClaim> found = new ArrayList<>();
        int rows = 0;
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                rows++;
                long claimNo = row.getLong(1);
                if (found.isEmpty() || found.getLast().claimNo() != claimNo) {
                    found.add(new ScannedClaim(claimNo, row.getLong(2)));
                }
            }
        }
        return new ScannedClaims(found, rows < count);
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

    /** A later verdict may be another one: since when this one holds is the state's to say. */
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
