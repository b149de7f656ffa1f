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
import org.claimsledger.projection.protection.Redaction;
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
            Redaction redaction)
            throws SQLException {
        this.tableSession = tableSession;
        this.viewpoint = bitemporalPoint;
        this.asOf = bitemporalPoint.asOf();
        this.filter = filter;
        this.reader = ClaimReader.of(tableSession, bitemporalPoint, redaction);
        filter.subjects().forEach(subject -> subjects.addAll(registry.sameAs(subject, asOf)));
    }

    Page<ClaimAt> page(long after, int limit) throws SQLException {
        ClaimScan claimScan = new ClaimScan(tableSession, asOf, filter, subjects);
        List<ClaimAt> items = new ArrayList<>();
        int scanned = 0;
        long last = after;
        long scannedTo = after;
        while (true) {
            ScannedClaims scannedClaims = claimScan.after(scannedTo, Math.min(limit + 1, BATCH));
            Map<Long, VersionRow> versions = matchingVersions(scannedClaims.candidates());
            List<VersionRow> unread = new ArrayList<>();
            for (ScannedClaim scannedClaim : scannedClaims.candidates()) {
                scannedTo = scannedClaim.claimNo();
                if (isHidden(scannedTo)) {
                    continue;
                }
                if (items.size() + unread.size() == limit || scanned == MAX_SCANNED) {
                    items.addAll(readMatching(unread));
                    unread.clear();
                }
                if (items.size() == limit || scanned == MAX_SCANNED) {
                    return new Page<>(items, last);
                }
                scanned++;
                last = scannedTo;
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

    /** The versions of the candidates that meet all conditions, as far as the tables know. */
    private Map<Long, VersionRow> matchingVersions(List<ScannedClaim> candidates) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (ScannedClaim candidate : candidates) {
            if (candidate.from() <= asOf && matchesSubjectAndPredicate(candidate)) {
                numbers.add(candidate.claimNo());
            }
        }
        Map<Long, VersionRow> versions = reader.versions(numbers);
        List<VersionRow> unmatched = new ArrayList<>();
        for (VersionRow row : versions.values()) {
            if (!matchesStatus(row.version()) || !citesSourceVisibly(row.claimNo())) {
                unmatched.add(row);
            }
        }
        versions.values().removeAll(unmatched);
        return versions;
    }

    /** Whether the list must look as if the claim, or all that relates it to the source of the filter, were not there. */
    private boolean isHidden(long claimNo) throws SQLException {
        return reader.hasHidden(claimNo) || !citesSourceVisibly(claimNo);
    }

    /** Whether an event that the caller may see cites the source of the filter; true where there is no such condition. */
    private boolean citesSourceVisibly(long claimNo) throws SQLException {
        SourceId source = filter.source();
        Set<Long> hidden = reader.hiddenEventsOf(claimNo);
        return source == null
                || hidden.isEmpty()
                || !hidden.containsAll(ClaimScan.citing(tableSession, claimNo, source, asOf));
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
