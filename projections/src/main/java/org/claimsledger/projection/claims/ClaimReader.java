package org.claimsledger.projection.claims;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.event.Provenance;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/**
 * Reads claims from one viewpoint as one caller may see them: their versions, at most one for each claim, and whole
 * claims, with the texts of all of them in one query.
 */
final class ClaimReader {

    /** Claims are read as one range of positions where the range has at most this many positions for each claim. */
    private static final int RANGE_READ_DENSITY = 8;

    private static final String ONE = "select " + VersionRow.COLUMNS + """

        from claim_version
        where claim_no = ? and\s\
        """ + VersionRow.AT_VIEWPOINT + """

        order by claim_no, reported_to, recorded_to
        limit 1
        """;

    private static final String RANGE = "select " + VersionRow.COLUMNS + """

        from claim_version
        where claim_no >= ? and claim_no <= ? and\s\
        """ + VersionRow.AT_VIEWPOINT + """

        order by claim_no
        """;

    private final TableSession tableSession;
    private final ClaimTextReader claimTextReader;
    private final BitemporalPoint viewpoint;
    private final ClaimsDatedByProtectedSources excluded;
    private final VisibleVersions visibleVersions;

    ClaimReader(
            TableSession tableSession,
            BitemporalPoint viewpoint,
            ClaimsDatedByProtectedSources excluded,
            Redaction redaction) {
        this.tableSession = tableSession;
        this.claimTextReader = new ClaimTextReader(tableSession);
        this.viewpoint = viewpoint;
        this.excluded = excluded;
        this.visibleVersions = new VisibleVersions(tableSession, viewpoint, redaction);
    }

    static ClaimReader of(TableSession tableSession, BitemporalPoint viewpoint, Redaction redaction)
            throws SQLException {
        return new ClaimReader(
                tableSession,
                viewpoint,
                ClaimsDatedByProtectedSources.excludedAt(viewpoint, redaction, tableSession),
                redaction);
    }

    BitemporalPoint viewpoint() {
        return viewpoint;
    }

    /** The number of the claim; 0 where it is not asserted at the viewpoint. */
    long number(ClaimId id) throws SQLException {
        long claimNo = ClaimScan.number(tableSession, id);
        return claimNo <= viewpoint.asOf() ? claimNo : 0;
    }

    /** Absent where the claim is not recorded or not reported at the viewpoint, or hidden from the caller. */
    @Nullable
    VersionRow version(long claimNo) throws SQLException {
        VersionRow row = excluded.contains(claimNo) ? null : recordedVersion(claimNo);
        return row == null ? null : visibleVersions.visible(row);
    }

    /** {@link VisibleVersions#hasHidden} */
    boolean hasHidden(long claimNo) {
        return visibleVersions.hasHidden(claimNo);
    }

    /** {@link VisibleVersions#hiddenEventsOf} */
    Set<Long> hiddenEventsOf(long claimNo) {
        return visibleVersions.hiddenEventsOf(claimNo);
    }

    private @Nullable VersionRow recordedVersion(long claimNo) throws SQLException {
        long micros = viewpoint.publishedByMicros();
        try (ResultSet row = tableSession
                .prepare(ONE, claimNo, micros, micros, viewpoint.asOf(), viewpoint.asOf())
                .executeQuery()) {
            return row.next() ? VersionRow.read(row) : null;
        }
    }

    /** The versions of several claims by claim number; a claim without a version at the viewpoint is left out. */
    Map<Long, VersionRow> versions(Collection<Long> claimNos) throws SQLException {
        long first = Long.MAX_VALUE;
        long last = 0;
        for (long claimNo : claimNos) {
            first = Math.min(first, claimNo);
            last = Math.max(last, claimNo);
        }
        return claimNos.size() > 1 && last - first < (long) RANGE_READ_DENSITY * claimNos.size()
                ? inRange(new HashSet<>(claimNos), first, last)
                : oneByOne(claimNos);
    }

    private Map<Long, VersionRow> oneByOne(Collection<Long> claimNos) throws SQLException {
        Map<Long, VersionRow> versions = new HashMap<>();
        for (long claimNo : claimNos) {
            VersionRow version = version(claimNo);
            if (version != null) {
                versions.put(claimNo, version);
            }
        }
        return versions;
    }

    private Map<Long, VersionRow> inRange(Set<Long> claimNos, long first, long last) throws SQLException {
        List<VersionRow> rows = new ArrayList<>();
        long micros = viewpoint.publishedByMicros();
        try (ResultSet row = tableSession
                .prepare(RANGE, first, last, micros, micros, viewpoint.asOf(), viewpoint.asOf())
                .executeQuery()) {
            while (row.next()) {
                long claimNo = row.getLong(1);
                if (claimNos.contains(claimNo) && !excluded.contains(claimNo)) {
                    rows.add(VersionRow.read(row));
                }
            }
        }
        Map<Long, VersionRow> versions = new HashMap<>();
        for (VersionRow each : rows) {
            VersionRow visible = visibleVersions.visible(each);
            if (visible != null) {
                versions.put(visible.claimNo(), visible);
            }
        }
        return versions;
    }

    ClaimAt claim(VersionRow row) throws SQLException {
        return claims(List.of(row)).getFirst();
    }

    /** The claims of these versions, in the same order. */
    List<ClaimAt> claims(List<VersionRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<Long> texts = new HashSet<>();
        Set<Long> proposals = new HashSet<>();
        for (VersionRow row : rows) {
            VersionPayload payload = row.version().payload();
            payload.addTextPositions(row.claimNo(), texts);
            payload.addProposalPositions(row.claimNo(), proposals);
        }
        ClaimAssembler claimAssembler = new ClaimAssembler(claimTextReader.read(texts), provenance(proposals));
        List<ClaimAt> claims = new ArrayList<>(rows.size());
        for (VersionRow row : rows) {
            claims.add(claimAssembler.claim(row));
        }
        return claims;
    }

    /** Actor and request of the proposals at these positions. */
    private Map<Long, Provenance> provenance(Set<Long> proposals) throws SQLException {
        Map<Long, Provenance> provenance = new HashMap<>();
        if (proposals.isEmpty()) {
            return provenance;
        }
        PreparedStatement query = tableSession.prepare("""
            select f.position, f.actor, f.batch
            from unnest(cast(? as bigint array)) as wanted (position)
            join claim_filing f on f.position = wanted.position
            """);
        query.setArray(1, tableSession.longArray(proposals));
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                provenance.put(row.getLong(1), new Provenance(row.getString(2), row.getString(3)));
            }
        }
        return provenance;
    }
}
