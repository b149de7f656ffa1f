package org.claimsledger.projection.versions;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.Content;
import org.claimsledger.ledger.Provenance;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.projection.table.Session;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;

/** The rows that are added to the tables of claims, and the ends that are set in older ones. */
final class ClaimRows implements Columns.Sink {

    private record Ended(long claimNo, long reportedTo, long recordedTo) {}

    private record Decided(long claimNo, EvidenceId evidence, long position) {}

    private final Rows rows;
    private final List<Ended> ended = new ArrayList<>();
    private final List<Decided> decided = new ArrayList<>();

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

    void filed(long position, long claimNo, EvidenceId evidence, Provenance provenance, long waitsTo) {
        rows.add(
                ClaimTables.FILING,
                position,
                claimNo,
                evidence.value(),
                provenance.request(),
                provenance.actor(),
                waitsTo);
    }

    /** An older filing was decided on; only the first time ends its waiting. */
    void decided(long claimNo, EvidenceId evidence, long position) {
        decided.add(new Decided(claimNo, evidence, position));
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
        writeEndsOfStates(session);
        writeEndsOfWaiting(session);
    }

    private void writeEndsOfWaiting(Session session) throws SQLException {
        PreparedStatement update = session.prepared("""
            update claim_filing set waits_to = ? where claim_no = ? and waits_to = ? and evidence = ?
            """);
        for (Decided each : decided) {
            update.setLong(1, each.position());
            update.setLong(2, each.claimNo());
            update.setLong(3, Always.OPEN);
            update.setString(4, each.evidence().value());
            update.addBatch();
        }
        update.executeBatch();
    }

    private void writeEndsOfStates(Session session) throws SQLException {
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
