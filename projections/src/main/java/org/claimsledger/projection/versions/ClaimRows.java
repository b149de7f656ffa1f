package org.claimsledger.projection.versions;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.Content;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.projection.table.Session;
import org.claimsledger.value.SourceId;

/** The rows that are added to the tables of claims, and the ends that are set in older ones. */
final class ClaimRows implements Columns.Sink {

    private record Ended(long claimNo, long reportedTo, long recordedTo) {}

    private final Rows rows;
    private final List<Ended> ended = new ArrayList<>();

    ClaimRows(Rows rows) {
        this.rows = rows;
    }

    void asserted(long claimNo, ClaimAsserted asserted) {
        Content content = asserted.content();
        rows.add(
                ClaimTables.CLAIM,
                claimNo,
                asserted.claim().value(),
                content.subject().value(),
                content.predicate().value());
    }

    void text(long position, byte[] body) {
        rows.add(ClaimTables.TEXT, position, body);
    }

    void cited(SourceId source, long claimNo, long position) {
        rows.add(ClaimTables.SOURCE, source.value(), claimNo, position);
    }

    @Override
    public void add(long claimNo, Rectangle it, long recordedFrom, long recordedTo) {
        var verdict = it.verdict();
        var reliability = it.weight().reliability();
        Integer credibility = it.weight().credibility();
        rows.add(
                ClaimTables.VERSION,
                claimNo,
                recordedFrom,
                recordedTo,
                it.reportedFrom(),
                it.reportedTo(),
                it.revision(),
                it.status().name(),
                it.rank().name(),
                verdict == null ? null : verdict.name(),
                (long) it.weight().supporting(),
                (long) it.weight().disputing(),
                (long) it.weight().asserting(),
                reliability == null ? null : reliability.name(),
                credibility == null ? null : credibility.longValue(),
                it.parts().bytes());
    }

    @Override
    public void end(long claimNo, long reportedTo, long recordedTo) {
        ended.add(new Ended(claimNo, reportedTo, recordedTo));
    }

    /** Sets the ends; before rows are added that have the same place. */
    void writeEnds(Session session) throws SQLException {
        PreparedStatement update = session.prepared("""
            update claim_version set recorded_to = ? where claim_no = ? and reported_to = ? and recorded_to = ?
            """);
        for (Ended row : ended) {
            update.setLong(1, row.recordedTo());
            update.setLong(2, row.claimNo());
            update.setLong(3, row.reportedTo());
            update.setLong(4, Always.OPEN);
            update.addBatch();
        }
        update.executeBatch();
    }
}
