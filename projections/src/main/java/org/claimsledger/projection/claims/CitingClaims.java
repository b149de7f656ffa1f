package org.claimsledger.projection.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;

/** The claims that cite a source: those in the table, and those in the batch that is not written yet. */
final class CitingClaims {

    private final TableSession tableSession;
    private final Map<SourceId, Set<ClaimId>> unwritten = new HashMap<>();

    CitingClaims(TableSession tableSession) {
        this.tableSession = tableSession;
    }

    /** Adds the next event of the batch. */
    void add(ClaimEvent event) {
        for (SourceId source : event.citedSources()) {
            unwritten.computeIfAbsent(source, none -> new LinkedHashSet<>()).add(event.claim());
        }
    }

    Set<ClaimId> citing(SourceId source) {
        Set<ClaimId> claims = new LinkedHashSet<>();
        try (ResultSet row = tableSession.prepare("""
            select c.id
            from claim_source s
            join claim c on c.claim_no = s.claim_no
            where s.source = ?
            order by s.source, s.claim_no, s.recorded_from
            """, source.value()).executeQuery()) {
            while (row.next()) {
                claims.add(new ClaimId(row.getString(1)));
            }
        } catch (SQLException e) {
            throw new TablesUnreadable("The claims that cite a source cannot be read", e);
        }
        claims.addAll(unwritten.getOrDefault(source, Set.of()));
        return claims;
    }
}
