package org.claimsledger.projection.versions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Session;
import org.claimsledger.value.ClaimId;

/** The rectangles that are open: those that were touched last are at hand, all others are fetched a batch at once. */
final class OpenClaims {

    private static final int AT_HAND = 100_000;

    private final Cache<String, Rectangle> atHand =
            Caffeine.newBuilder().maximumSize(AT_HAND).build();

    /** The states before the batch of all claims that it touches, but for those that it asserts itself. */
    Map<String, Rectangle> before(List<ClaimEvent> events, Session session) throws SQLException {
        Set<String> touched = new LinkedHashSet<>();
        Set<String> asserted = new LinkedHashSet<>();
        for (ClaimEvent event : events) {
            if (event instanceof ClaimAsserted) {
                asserted.add(event.claim().value());
            }
            for (ClaimId claim : Named.claims(event)) {
                touched.add(claim.value());
            }
        }
        touched.removeAll(asserted);
        Map<String, Rectangle> found = new HashMap<>(atHand.getAllPresent(touched));
        touched.removeAll(found.keySet());
        if (!touched.isEmpty()) {
            fetch(touched, found, session);
        }
        return found;
    }

    void after(Map<String, Rectangle> states) {
        atHand.putAll(states);
    }

    private static void fetch(Set<String> ids, Map<String, Rectangle> found, Session session) throws SQLException {
        try (ResultSet row = session.prepared("""
            select c.id, v.claim_no, v.recorded_from, v.revision, v.rank, v.verdict, v.retracted, v.parts
            from claim c
            join claim_version v on v.claim_no = c.claim_no and v.reported_to = ? and v.recorded_to = ?
            where c.id = any(?)
            """, Always.OPEN, Always.OPEN, session.texts(ids))
                .executeQuery()) {
            while (row.next()) {
                found.put(row.getString(1), RectangleRow.read(row, 2));
            }
        }
    }
}
