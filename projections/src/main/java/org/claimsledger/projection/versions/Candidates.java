package org.claimsledger.projection.versions;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.claimsledger.bestknown.Status;
import org.claimsledger.claim.Verdict;
import org.claimsledger.projection.table.Session;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Claims that may be in a list, found by the one condition that promises to leave the fewest: in order, some at a time,
 * and never passing over one that belongs there.
 */
final class Candidates {

    private final Session session;
    private final long asOf;
    private final ClaimFilter filter;
    private final Collection<SubjectId> subjects;

    /** @param from the position since which the condition may be met */
    record Candidate(long claimNo, long from) {}

    /** @param end whether there are no more after them */
    record Some(List<Candidate> candidates, boolean end) {}

    /** @param subjects those of the filter, with all that count as the same */
    Candidates(Session session, long asOf, ClaimFilter filter, Collection<SubjectId> subjects) {
        this.session = session;
        this.asOf = asOf;
        this.filter = filter;
        this.subjects = subjects;
    }

    /** Up to {@code count} of them after {@code after}. */
    Some after(long after, int count) throws SQLException {
        SourceId source = filter.source();
        Verdict verdict = filter.verdict();
        Status status = filter.status();
        PredicateKey predicate = filter.predicate();
        if (source != null) {
            return read(citing(source, after, count), count);
        }
        if (!filter.subjects().isEmpty()) {
            return about(after, count);
        }
        if (verdict != null) {
            return read(judged(verdict, after, count), count);
        }
        if (status != null) {
            return read(standing(status, after, count), count);
        }
        if (predicate != null) {
            return read(saying(predicate, after, count), count);
        }
        return read(all(after, count), count);
    }

    /** The one with that number; absent where no row promises that it meets the condition. */
    @Nullable
    Candidate one(long claimNo) throws SQLException {
        SourceId source = filter.source();
        if (source == null) {
            return new Candidate(claimNo, claimNo);
        }
        try (ResultSet row = session.prepared("""
            select recorded_from from claim_source
            where source = ? and claim_no = ?
            order by source, claim_no, recorded_from
            limit 1
            """, source.value(), claimNo).executeQuery()) {
            return row.next() ? new Candidate(claimNo, row.getLong(1)) : null;
        }
    }

    /** The first of all are among the first of each. */
    private Some about(long after, int count) throws SQLException {
        List<Candidate> found = new ArrayList<>();
        boolean end = true;
        for (SubjectId subject : subjects) {
            Some some = read(about(subject, after, count), count);
            found.addAll(some.candidates());
            end &= some.end();
        }
        found.sort(Comparator.comparingLong(Candidate::claimNo));
        return found.size() <= count ? new Some(found, end) : new Some(found.subList(0, count), false);
    }

    /** A claim that has several rows counts once, with the first of them. */
    private static Some read(PreparedStatement query, int count) throws SQLException {
        List<Candidate> found = new ArrayList<>();
        int rows = 0;
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                rows++;
                long claimNo = row.getLong(1);
                if (found.isEmpty() || found.getLast().claimNo() != claimNo) {
                    found.add(new Candidate(claimNo, row.getLong(2)));
                }
            }
        }
        return new Some(found, rows < count);
    }

    private PreparedStatement citing(SourceId source, long after, int count) throws SQLException {
        return session.prepared("""
            select claim_no, recorded_from from claim_source
            where source = ? and claim_no > ? and claim_no <= ?
            order by source, claim_no, recorded_from
            limit ?
            """, source.value(), after, asOf, count);
    }

    private PreparedStatement about(SubjectId subject, long after, int count) throws SQLException {
        return session.prepared("""
            select claim_no, claim_no from claim
            where subject = ? and claim_no > ? and claim_no <= ?
            order by subject, claim_no
            limit ?
            """, subject.value(), after, asOf, count);
    }

    /** A later verdict may be another one: since when this one holds is the state's to say. */
    private PreparedStatement judged(Verdict verdict, long after, int count) throws SQLException {
        return session.prepared("""
            select claim_no, recorded_from from claim_version
            where verdict = ? and claim_no > ? and claim_no <= ?
            order by verdict, claim_no, recorded_from
            limit ?
            """, verdict.name(), after, asOf, count);
    }

    private PreparedStatement standing(Status status, long after, int count) throws SQLException {
        return session.prepared("""
            select claim_no, recorded_from from claim_version
            where status = ? and claim_no > ? and claim_no <= ?
            order by status, claim_no, recorded_from
            limit ?
            """, status.name(), after, asOf, count);
    }

    private PreparedStatement saying(PredicateKey predicate, long after, int count) throws SQLException {
        return session.prepared("""
            select claim_no, claim_no from claim
            where predicate = ? and claim_no > ? and claim_no <= ?
            order by predicate, claim_no
            limit ?
            """, predicate.value(), after, asOf, count);
    }

    private PreparedStatement all(long after, int count) throws SQLException {
        return session.prepared("""
            select claim_no, claim_no from claim
            where claim_no > ? and claim_no <= ?
            order by claim_no
            limit ?
            """, after, asOf, count);
    }
}
