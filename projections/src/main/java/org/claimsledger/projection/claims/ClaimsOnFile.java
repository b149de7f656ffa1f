package org.claimsledger.projection.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;

/** Finds claims by what they cite or ask: those in the table, and those in the batch that is not written yet. */
final class ClaimsOnFile {

    private final TableSession tableSession;
    private final Map<SourceId, Set<ClaimId>> unwrittenCiting = new HashMap<>();
    private final Map<PredicateKey, Set<ClaimId>> unwrittenWith = new HashMap<>();

    ClaimsOnFile(TableSession tableSession) {
        this.tableSession = tableSession;
    }

    /** Adds the next event of the batch. */
    void add(ClaimEvent event) {
        for (SourceId source : event.citedSources()) {
            unwrittenCiting
                    .computeIfAbsent(source, none -> new LinkedHashSet<>())
                    .add(event.claim());
        }
        if (event instanceof ClaimAsserted asserted) {
            unwrittenWith
                    .computeIfAbsent(asserted.content().predicate(), none -> new LinkedHashSet<>())
                    .add(event.claim());
        }
    }

    Set<ClaimId> citing(SourceId source) {
        Set<ClaimId> claims = read("""
            select c.id
            from claim_source s
            join claim c on c.claim_no = s.claim_no
            where s.source = ?
            order by s.source, s.claim_no, s.recorded_from
            """, source.value());
        claims.addAll(unwrittenCiting.getOrDefault(source, Set.of()));
        return claims;
    }

    Set<ClaimId> with(PredicateKey predicate) {
        Set<ClaimId> claims = read("""
            select id from claim where predicate = ? order by predicate, claim_no
            """, predicate.value());
        claims.addAll(unwrittenWith.getOrDefault(predicate, Set.of()));
        return claims;
    }

    private Set<ClaimId> read(String query, String key) {
        Set<ClaimId> claims = new LinkedHashSet<>();
        try (ResultSet row = tableSession.prepare(query, key).executeQuery()) {
            while (row.next()) {
                claims.add(new ClaimId(row.getString(1)));
            }
        } catch (SQLException e) {
            throw new TablesUnreadable("The claims that an event can change cannot be read", e);
        }
        return claims;
    }
}
