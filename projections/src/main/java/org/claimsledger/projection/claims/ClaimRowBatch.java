package org.claimsledger.projection.claims;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.Provenance;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.projection.table.RowBatch;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;

/** The rows to add to the tables of claims, and the ends to set in older rows. */
final class ClaimRowBatch {

    private record EndedVersion(long claimNo, long reportedTo, long recordedTo) {}

    private record DecidedFiling(long claimNo, EvidenceId evidence, long position) {}

    private final RowBatch added = new RowBatch();
    private final List<EndedVersion> endedVersions = new ArrayList<>();
    private final List<DecidedFiling> decidedFilings = new ArrayList<>();

    void asserted(long claimNo, ClaimAsserted asserted) {
        ClaimContent claimContent = asserted.content();
        added.add(
                ClaimTables.CLAIM,
                claimNo,
                asserted.claim().value(),
                claimContent.subject().value(),
                claimContent.predicate().value());
    }

    void text(long position, byte[] body) {
        added.add(ClaimTables.TEXT, position, body);
    }

    void filed(long position, long claimNo, EvidenceId evidence, Provenance provenance, long waitsTo) {
        added.add(
                ClaimTables.FILING,
                position,
                claimNo,
                evidence.value(),
                provenance.request(),
                provenance.actor(),
                waitsTo);
    }

    /** Ends the waiting of a filing of an earlier batch; later decisions on it change nothing. */
    void decided(long claimNo, EvidenceId evidence, long position) {
        decidedFilings.add(new DecidedFiling(claimNo, evidence, position));
    }

    void citing(SourceId source, long claimNo, long position) {
        added.add(ClaimTables.SOURCE, source.value(), claimNo, position);
    }

    void withValue(ClaimId value, long claimNo, long position) {
        added.add(ClaimTables.VALUE, value.value(), claimNo, position);
    }

    void add(long claimNo, BitemporalVersion it, long recordedFrom, long recordedTo) {
        var verdict = it.verdict();
        var reliability = it.weight().reliability();
        Integer credibility = it.weight().credibility();
        added.add(
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
                it.payload().encode());
    }

    /** Ends a version of an earlier batch. */
    void end(long claimNo, long reportedTo, long recordedTo) {
        endedVersions.add(new EndedVersion(claimNo, reportedTo, recordedTo));
    }

    /** Sets the ends of old rows before it adds new ones, which would match the same conditions. */
    void write(TableSession tableSession) throws SQLException {
        writeEndsOfVersions(tableSession);
        writeEndsOfFilings(tableSession);
        added.write(tableSession);
    }

    private void writeEndsOfFilings(TableSession tableSession) throws SQLException {
        PreparedStatement update = tableSession.prepare("""
            update claim_filing set waits_to = ? where claim_no = ? and waits_to = ? and evidence = ?
            """);
        for (DecidedFiling each : decidedFilings) {
            update.setLong(1, each.position());
            update.setLong(2, each.claimNo());
            update.setLong(3, OpenEnded.OPEN);
            update.setString(4, each.evidence().value());
            update.addBatch();
        }
        update.executeBatch();
    }

    private void writeEndsOfVersions(TableSession tableSession) throws SQLException {
        PreparedStatement update = tableSession.prepare("""
            update claim_version set recorded_to = ? where claim_no = ? and reported_to = ? and recorded_to = ?
            """);
        for (EndedVersion each : endedVersions) {
            update.setLong(1, each.recordedTo());
            update.setLong(2, each.claimNo());
            update.setLong(3, each.reportedTo());
            update.setLong(4, OpenEnded.OPEN);
            update.addBatch();
        }
        update.executeBatch();
    }
}
