package org.claimsledger.projection.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.versions.Candidates.Candidate;
import org.claimsledger.projection.versions.Candidates.Some;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** Makes the pages of one list. */
final class ClaimPages {

    /** How many claims one page may look at, whatever it finds. */
    private static final int LOOKED_AT = 2_000;

    private static final int SOME = 200;

    private final Session session;
    private final Moment moment;
    private final long asOf;
    private final ClaimFilter filter;
    private final Set<SubjectId> subjects = new HashSet<>();
    private final ClaimReader reader;

    ClaimPages(Session session, Directory directory, ClaimFilter filter, Moment moment, Undated leftOut) {
        this.session = session;
        this.moment = moment;
        this.asOf = moment.asOf();
        this.filter = filter;
        this.reader = new ClaimReader(session, moment, leftOut);
        filter.subjects().forEach(subject -> subjects.addAll(directory.sameAs(subject, asOf)));
    }

    Page<ClaimAt> page(long after, int limit) throws SQLException {
        Candidates candidates = new Candidates(session, asOf, filter, subjects);
        List<ClaimAt> items = new ArrayList<>();
        int looked = 0;
        long last = after;
        while (true) {
            Some some = candidates.after(last, Math.min(limit + 1, SOME));
            for (Candidate candidate : some.candidates()) {
                if (items.size() == limit || looked == LOOKED_AT) {
                    return new Page<>(items, last);
                }
                looked++;
                last = candidate.claimNo();
                ClaimAt claim = ifItBelongs(candidate);
                if (claim != null) {
                    items.add(claim);
                }
            }
            if (some.end()) {
                return new Page<>(items, null);
            }
        }
    }

    List<ClaimAt> among(List<Long> numbers) throws SQLException {
        Candidates candidates = new Candidates(session, asOf, filter, subjects);
        List<ClaimAt> items = new ArrayList<>();
        for (long number : numbers) {
            Candidate candidate = candidates.one(number);
            ClaimAt claim = candidate == null ? null : ifItBelongs(candidate);
            if (claim != null) {
                items.add(claim);
            }
        }
        return items;
    }

    private @Nullable ClaimAt ifItBelongs(Candidate candidate) throws SQLException {
        if (candidate.from() > asOf || !isAboutWhatIsAsked(candidate.claimNo())) {
            return null;
        }
        RectangleRow row = reader.rectangle(candidate.claimNo());
        if (row == null || !stands(row.rectangle())) {
            return null;
        }
        ClaimAt claim = reader.claim(row);
        return isOnItsSource(claim) ? claim : null;
    }

    private boolean stands(Rectangle rectangle) {
        return (filter.verdict() == null || rectangle.verdict() == filter.verdict())
                && (filter.status() == null || rectangle.status() == filter.status());
    }

    /** What was recorded of a source by then may not have been reported by then. */
    private boolean isOnItsSource(ClaimAt claim) {
        SourceId source = filter.source();
        return source == null
                || moment.everythingRecorded()
                || Cited.by(claim.state()).contains(source);
    }

    private boolean isAboutWhatIsAsked(long claimNo) throws SQLException {
        if (filter.subjects().isEmpty() && filter.predicate() == null) {
            return true;
        }
        try (ResultSet row = session.prepared("""
            select subject, predicate from claim where claim_no = ?
            """, claimNo).executeQuery()) {
            return row.next()
                    && (filter.subjects().isEmpty() || subjects.contains(new SubjectId(row.getString(1))))
                    && (filter.predicate() == null || filter.predicate().value().equals(row.getString(2)));
        }
    }
}
