package org.claimsledger.projection.versions;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.table.Readings;
import org.claimsledger.projection.table.Session;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Claims as the policy needs them, many at a time: which there are, then those of them that are present at a moment, in
 * the order in which they were asserted.
 */
public final class Contenders {

    /** From so many claims on they are read by several threads. */
    private static final int WORTH_SHARING = 4_000;

    private final Readings readings;

    private final Veil veil;

    public Contenders(Readings readings) {
        this(readings, Veil.NONE);
    }

    private Contenders(Readings readings, Veil veil) {
        this.readings = readings;
        this.veil = veil;
    }

    /** The same, as somebody may see them. */
    public Contenders seenThrough(Veil other) {
        return new Contenders(readings, other);
    }

    /** The claims, by number, of which it may not be told as of then when they were reported. */
    public Set<Long> undated(long asOf) {
        return readings.at(asOf, session -> Undated.asOf(asOf, veil, session).claims());
    }

    /**
     * The first claims that were filed after {@code after}, at most {@code count}.
     *
     * @param subjects claims about any of these; empty for all
     */
    public List<Filed> filed(
            Set<SubjectId> subjects, @Nullable PredicateKey predicate, long asOf, long after, int count) {
        return readings.at(asOf, session -> {
            if (subjects.isEmpty()) {
                return read(
                        predicate == null
                                ? all(session, asOf, after, count)
                                : saying(session, predicate, asOf, after, count));
            }
            List<Filed> found = new ArrayList<>();
            for (SubjectId subject : subjects) {
                found.addAll(read(about(session, subject, predicate, asOf, after, count)));
            }
            found.sort(Comparator.comparingLong(Filed::claimNo));
            return List.copyOf(found.subList(0, Math.min(count, found.size())));
        });
    }

    /** All claims about any of these subjects that say so, but for those after {@code after} up to {@code upTo}. */
    public List<Filed> others(Set<SubjectId> subjects, PredicateKey predicate, long asOf, long after, long upTo) {
        return readings.at(asOf, session -> {
            List<Filed> found = new ArrayList<>();
            for (SubjectId subject : subjects) {
                found.addAll(read(session.prepared("""
                    select claim_no, id, subject, predicate from claim
                    where subject = ? and predicate = ? and claim_no <= ? and (claim_no <= ? or claim_no > ?)
                    order by subject, claim_no
                    """, subject.value(), predicate.value(), asOf, after, upTo)));
            }
            found.sort(Comparator.comparingLong(Filed::claimNo));
            return found;
        });
    }

    /**
     * Those of the claims that are present at the moment, and that the desk has made its own.
     *
     * @param claims in order
     */
    public List<Contender> present(List<Filed> claims, Moment moment) {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, claims.size() / WORTH_SHARING));
        Undated leftOut = readings.at(moment.asOf(), session -> Undated.at(moment, veil, session));
        int share = (claims.size() + threads - 1) / threads;
        return IntStream.range(0, threads)
                .parallel()
                .mapToObj(i ->
                        claims.subList(Math.min(i * share, claims.size()), Math.min((i + 1) * share, claims.size())))
                .map(part ->
                        readings.at(moment.asOf(), session -> new ContenderReader(session, moment, leftOut).read(part)))
                .flatMap(List::stream)
                .toList();
    }

    private static PreparedStatement all(Session session, long asOf, long after, int count) throws SQLException {
        return session.prepared("""
            select claim_no, id, subject, predicate from claim
            where claim_no > ? and claim_no <= ?
            order by claim_no
            limit ?
            """, after, asOf, count);
    }

    private static PreparedStatement saying(Session session, PredicateKey predicate, long asOf, long after, int count)
            throws SQLException {
        return session.prepared("""
            select claim_no, id, subject, predicate from claim
            where predicate = ? and claim_no > ? and claim_no <= ?
            order by predicate, claim_no
            limit ?
            """, predicate.value(), after, asOf, count);
    }

    private static PreparedStatement about(
            Session session, SubjectId subject, @Nullable PredicateKey predicate, long asOf, long after, int count)
            throws SQLException {
        return predicate == null
                ? session.prepared("""
                    select claim_no, id, subject, predicate from claim
                    where subject = ? and claim_no > ? and claim_no <= ?
                    order by subject, claim_no
                    limit ?
                    """, subject.value(), after, asOf, count)
                : session.prepared("""
                    select claim_no, id, subject, predicate from claim
                    where subject = ? and claim_no > ? and claim_no <= ? and predicate = ?
                    order by subject, claim_no
                    limit ?
                    """, subject.value(), after, asOf, predicate.value(), count);
    }

    private static List<Filed> read(PreparedStatement query) throws SQLException {
        List<Filed> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(new Filed(
                        row.getLong(1),
                        new ClaimId(row.getString(2)),
                        new SubjectId(row.getString(3)),
                        new PredicateKey(row.getString(4))));
            }
        }
        return found;
    }
}
