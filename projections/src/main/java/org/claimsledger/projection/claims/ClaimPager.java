package org.claimsledger.projection.claims;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimsledger.projection.claims.AnswerCandidates.ClaimKey;
import org.claimsledger.projection.claims.ClaimScan.ScannedClaim;
import org.claimsledger.projection.claims.ClaimScan.ScannedClaims;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** Reads the pages of one list of claims. */
final class ClaimPager {

    /** The most claims that one page may look at, however few match. */
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
            ClaimsDatedByProtectedSources excluded) {
        this.tableSession = tableSession;
        this.viewpoint = bitemporalPoint;
        this.asOf = bitemporalPoint.asOf();
        this.filter = filter;
        this.reader = new ClaimReader(tableSession, bitemporalPoint, excluded);
        filter.subjects().forEach(subject -> subjects.addAll(registry.sameAs(subject, asOf)));
    }

    Page<ClaimAt> page(long after, int limit) throws SQLException {
        ClaimScan claimScan = new ClaimScan(tableSession, asOf, filter, subjects);
        List<ClaimAt> items = new ArrayList<>();
        int scanned = 0;
        long last = after;
        while (true) {
            ScannedClaims scannedClaims = claimScan.after(last, Math.min(limit + 1, BATCH));
            Map<Long, VersionRow> versions = matchingVersions(scannedClaims.candidates());
            List<VersionRow> unread = new ArrayList<>();
            for (ScannedClaim scannedClaim : scannedClaims.candidates()) {
                if (items.size() + unread.size() == limit || scanned == MAX_SCANNED) {
                    items.addAll(readMatching(unread));
                    unread.clear();
                }
                if (items.size() == limit || scanned == MAX_SCANNED) {
                    return new Page<>(items, last);
                }
                scanned++;
                last = scannedClaim.claimNo();
                VersionRow version = versions.get(last);
                if (version != null) {
                    unread.add(version);
                }
            }
            items.addAll(readMatching(unread));
            if (scannedClaims.exhausted()) {
                return new Page<>(items, null);
            }
        }
    }

    List<ClaimAt> among(List<Long> numbers) throws SQLException {
        ClaimScan claimScan = new ClaimScan(tableSession, asOf, filter, subjects);
        List<ScannedClaim> candidates = new ArrayList<>();
        for (long number : numbers) {
            ScannedClaim scannedClaim = claimScan.one(number);
            if (scannedClaim != null) {
                candidates.add(scannedClaim);
            }
        }
        Map<Long, VersionRow> versions = matchingVersions(candidates);
        return readMatching(candidates.stream()
                .map(it -> versions.get(it.claimNo()))
                .filter(Objects::nonNull)
                .toList());
    }

    /** The versions of the candidates that meet all conditions except the source. */
    private Map<Long, VersionRow> matchingVersions(List<ScannedClaim> candidates) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (ScannedClaim candidate : candidates) {
            if (candidate.from() <= asOf && matchesSubjectAndPredicate(candidate)) {
                numbers.add(candidate.claimNo());
            }
        }
        Map<Long, VersionRow> versions = reader.versions(numbers);
        versions.values().removeIf(row -> !matchesStatus(row.version()));
        return versions;
    }

    private List<ClaimAt> readMatching(List<VersionRow> versions) throws SQLException {
        return reader.claims(versions).stream().filter(this::citesSource).toList();
    }

    private boolean matchesStatus(BitemporalVersion bitemporalVersion) {
        return (filter.verdict() == null || bitemporalVersion.verdict() == filter.verdict())
                && (filter.status() == null || bitemporalVersion.status() == filter.status());
    }

    /** Checked again, because an event that cites the source may be recorded at the viewpoint and not yet reported. */
    private boolean citesSource(ClaimAt claim) {
        SourceId source = filter.source();
        return source == null
                || viewpoint.includesAllPublished()
                || claim.state().citedSources().contains(source);
    }

    private boolean matchesSubjectAndPredicate(ScannedClaim candidate) throws SQLException {
        if (filter.subjects().isEmpty() && filter.predicate() == null) {
            return true;
        }
        ClaimKey key = candidate.key() == null ? ClaimScan.key(tableSession, candidate.claimNo()) : candidate.key();
        return key != null
                && (filter.subjects().isEmpty() || subjects.contains(key.subject()))
                && (filter.predicate() == null || filter.predicate().equals(key.predicate()));
    }
}
