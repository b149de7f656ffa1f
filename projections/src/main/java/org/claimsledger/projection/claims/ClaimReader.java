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
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/** Reads whole claims from a viewpoint: their versions, and the texts of all of them together. */
final class ClaimReader {

    private final TableSession tableSession;
    private final VersionReader versionReader;
    private final ClaimTextReader claimTextReader;
    private final BitemporalPoint viewpoint;

    ClaimReader(TableSession tableSession, BitemporalPoint viewpoint, ClaimsDatedByProtectedSources excluded) {
        this.tableSession = tableSession;
        this.versionReader = new VersionReader(tableSession, viewpoint, excluded);
        this.claimTextReader = new ClaimTextReader(tableSession);
        this.viewpoint = viewpoint;
    }

    BitemporalPoint viewpoint() {
        return viewpoint;
    }

    /** {@link VersionReader#number} */
    long number(ClaimId id) throws SQLException {
        return versionReader.number(id);
    }

    /** {@link VersionReader#version} */
    @Nullable
    VersionRow version(long claimNo) throws SQLException {
        return versionReader.version(claimNo);
    }

    /** {@link VersionReader#versions} */
    Map<Long, VersionRow> versions(Collection<Long> claimNos) throws SQLException {
        return versionReader.versions(claimNos);
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

    /** Who made the proposals at these positions. */
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
