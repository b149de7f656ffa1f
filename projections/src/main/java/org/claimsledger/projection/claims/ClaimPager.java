package org.claimsledger.projection.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.projection.claims.ClaimScan.ScannedClaim;
import org.claimsledger.projection.claims.ClaimScan.ScannedClaims;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** Makes the pages of one list. */
final class ClaimPager {

    /** How many claims one page may look at, whatever it finds. */
    private static final int MAX_SCANNED = 2_000;

    private static final int BATCH = 200;

    private final TableSession tableSession;
    private final BitemporalPoint viewpoint;
    private final long asOf;
    private final ClaimFilter filter;
    private final Set<SubjectId> subjects = new HashSet<>();
    private final ClaimReader reader;

    ClaimPager(
            TableSession tableSession,
            Registry registry,
            ClaimFilter filter,
            BitemporalPoint bitemporalPoint,
            ClaimsDatedByProtectedSources leftOut) {
        this.tableSession = tableSession;
        this.viewpoint = bitemporalPoint;
        this.asOf = bitemporalPoint.asOf();
        this.filter = filter;
        this.reader = new ClaimReader(tableSession, bitemporalPoint, leftOut);
        filter.subjects().forEach(subject -> subjects.addAll(registry.sameAs(subject, asOf)));
    }

    Page<ClaimAt> page(long after, int limit) throws SQLException {
        ClaimScan claimScan = new ClaimScan(tableSession, asOf, filter, subjects);
        List<ClaimAt> items = new ArrayList<>();
        int looked = 0;
        long last = after;
        while (true) {
            ScannedClaims scannedClaims = claimScan.after(last, Math.min(limit + 1, BATCH));
            for (ScannedClaim scannedClaim : scannedClaims.candidates()) {
                if (items.size() == limit || looked == MAX_SCANNED) {
                    return new Page<>(items, last);
                }
                looked++;
                last = scannedClaim.claimNo();
                ClaimAt claim = readIfMatching(scannedClaim);
                if (claim != null) {
                    items.add(claim);
                }
            }
            if (scannedClaims.exhausted()) {
                return new Page<>(items, null);
            }
        }
    }

    List<ClaimAt> among(List<Long> numbers) throws SQLException {
        ClaimScan claimScan = new ClaimScan(tableSession, asOf, filter, subjects);
        List<ClaimAt> items = new ArrayList<>();
        for (long number : numbers) {
            ScannedClaim scannedClaim = claimScan.one(number);
            ClaimAt claim = scannedClaim == null ? null : readIfMatching(scannedClaim);
            if (claim != null) {
                items.add(claim);
            }
        }
        return items;
    }

    private @Nullable ClaimAt readIfMatching(ScannedClaim scannedClaim) throws SQLException {
        if (scannedClaim.from() > asOf || !matchesSubjectAndPredicate(scannedClaim.claimNo())) {
            return null;
        }
        VersionRow row = reader.version(scannedClaim.claimNo());
        if (row == null || !matchesStatus(row.version())) {
            return null;
        }
        ClaimAt claim = reader.claim(row);
        return citesSource(claim) ? claim : null;
    }

    private boolean matchesStatus(BitemporalVersion bitemporalVersion) {
        return (filter.verdict() == null || bitemporalVersion.verdict() == filter.verdict())
                && (filter.status() == null || bitemporalVersion.status() == filter.status());
    }

    /** What was recorded of a source by then may not have been reported by then. */
    private boolean citesSource(ClaimAt claim) {
        SourceId source = filter.source();
        return source == null
                || viewpoint.includesAllPublished()
                || claim.state().citedSources().contains(source);
    }

    private boolean matchesSubjectAndPredicate(long claimNo) throws SQLException {
        if (filter.subjects().isEmpty() && filter.predicate() == null) {
            return true;
        }
        try (ResultSet row = tableSession.prepare("""
            select subject, predicate from claim where claim_no = ?
            """, claimNo).executeQuery()) {
            return row.next()
                    && (filter.subjects().isEmpty() || subjects.contains(new SubjectId(row.getString(1))))
                    && (filter.predicate() == null || filter.predicate().value().equals(row.getString(2)));
        }
    }
}
