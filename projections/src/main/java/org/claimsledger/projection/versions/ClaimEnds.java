package org.claimsledger.projection.versions;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.claim.Verdict;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Session;

/** The ends that one batch sets in rows that earlier ones left open. */
final class ClaimEnds {

    private record Ended(Verdict verdict, long claimNo, long to) {}

    private final Map<Long, Long> closed = new LinkedHashMap<>();
    private final List<Ended> verdictsEnded = new ArrayList<>();

    void rectangle(long claimNo, long to) {
        closed.put(claimNo, to);
    }

    void verdict(Verdict verdict, long claimNo, long to) {
        verdictsEnded.add(new Ended(verdict, claimNo, to));
    }

    void write(Session session) throws SQLException {
        closeRectangles(session);
        endVerdicts(session);
    }

    private void closeRectangles(Session session) throws SQLException {
        PreparedStatement update = session.prepared("""
            update claim_version set recorded_to = ? where claim_no = ? and reported_to = ? and recorded_to = ?
            """);
        for (Map.Entry<Long, Long> row : closed.entrySet()) {
            update.setLong(1, row.getValue());
            update.setLong(2, row.getKey());
            update.setLong(3, Always.OPEN);
            update.setLong(4, Always.OPEN);
            update.addBatch();
        }
        update.executeBatch();
    }

    private void endVerdicts(Session session) throws SQLException {
        PreparedStatement update = session.prepared("""
            update claim_verdict set recorded_to = ? where verdict = ? and claim_no = ? and recorded_to = ?
            """);
        for (Ended row : verdictsEnded) {
            update.setLong(1, row.to());
            update.setString(2, row.verdict().name());
            update.setLong(3, row.claimNo());
            update.setLong(4, Always.OPEN);
            update.addBatch();
        }
        update.executeBatch();
    }
}
