package org.claimsledger.projection.versions;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.Verdict;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Session;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;

/** What one batch adds to the tables of claims, and the few ends that it sets in older rows. */
final class ClaimRows {

    private record Asserted(long claimNo, ClaimId id, Content content) {}

    private record Text(long position, byte[] body) {}

    private record Lasting(Rectangle rectangle, long to) {}

    private record Cited(SourceId source, long claimNo, long from) {}

    private record Judged(Verdict verdict, long claimNo, long from, long to) {}

    private record Ended(Verdict verdict, long claimNo, long to) {}

    private final List<Asserted> claims = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<Lasting> rectangles = new ArrayList<>();
    private final Map<Long, Long> closed = new LinkedHashMap<>();
    private final List<Cited> cited = new ArrayList<>();
    private final List<Judged> judged = new ArrayList<>();
    private final List<Ended> verdictsEnded = new ArrayList<>();

    void claim(long claimNo, ClaimId id, Content content) {
        claims.add(new Asserted(claimNo, id, content));
    }

    void text(long position, byte[] body) {
        texts.add(new Text(position, body));
    }

    void rectangle(Rectangle rectangle, long to) {
        rectangles.add(new Lasting(rectangle, to));
    }

    /** Ends the rectangle that an earlier batch left open. */
    void close(long claimNo, long to) {
        closed.put(claimNo, to);
    }

    void cited(SourceId source, long claimNo, long from) {
        cited.add(new Cited(source, claimNo, from));
    }

    void verdict(Verdict verdict, long claimNo, long from, long to) {
        judged.add(new Judged(verdict, claimNo, from, to));
    }

    /** Ends the verdict that an earlier batch left open. */
    void endVerdict(Verdict verdict, long claimNo, long to) {
        verdictsEnded.add(new Ended(verdict, claimNo, to));
    }

    void write(Session session) throws SQLException {
        writeClaims(session);
        writeTexts(session);
        closeRectangles(session);
        writeRectangles(session);
        writeCited(session);
        endVerdicts(session);
        writeVerdicts(session);
    }

    private void writeClaims(Session session) throws SQLException {
        PreparedStatement insert = session.prepared("""
            insert into claim (claim_no, id, subject, predicate) values (?, ?, ?, ?)
            """);
        for (Asserted row : claims) {
            insert.setLong(1, row.claimNo());
            insert.setString(2, row.id().value());
            insert.setString(3, row.content().subject().value());
            insert.setString(4, row.content().predicate().value());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private void writeTexts(Session session) throws SQLException {
        PreparedStatement insert = session.prepared("""
            insert into claim_text (position, body) values (?, ?)
            """);
        for (Text row : texts) {
            insert.setLong(1, row.position());
            insert.setBytes(2, row.body());
            insert.addBatch();
        }
        insert.executeBatch();
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

    private void writeRectangles(Session session) throws SQLException {
        PreparedStatement insert = session.prepared("""
            insert into claim_version (claim_no, recorded_from, recorded_to, reported_from, reported_to,
                revision, rank, verdict, retracted, parts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
        for (Lasting row : rectangles) {
            Rectangle rectangle = row.rectangle();
            Verdict verdict = rectangle.verdict();
            insert.setLong(1, rectangle.claimNo());
            insert.setLong(2, rectangle.from());
            insert.setLong(3, row.to());
            insert.setLong(4, Always.BEGINNING);
            insert.setLong(5, Always.OPEN);
            insert.setLong(6, rectangle.revision());
            insert.setString(7, rectangle.rank().name());
            if (verdict == null) {
                insert.setNull(8, Types.VARCHAR);
            } else {
                insert.setString(8, verdict.name());
            }
            insert.setBoolean(9, rectangle.retracted());
            insert.setBytes(10, rectangle.parts().bytes());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private void writeCited(Session session) throws SQLException {
        PreparedStatement insert = session.prepared("""
            insert into claim_source (source, claim_no, recorded_from) values (?, ?, ?)
            """);
        for (Cited row : cited) {
            insert.setString(1, row.source().value());
            insert.setLong(2, row.claimNo());
            insert.setLong(3, row.from());
            insert.addBatch();
        }
        insert.executeBatch();
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

    private void writeVerdicts(Session session) throws SQLException {
        PreparedStatement insert = session.prepared("""
            insert into claim_verdict (verdict, claim_no, recorded_from, recorded_to) values (?, ?, ?, ?)
            """);
        for (Judged row : judged) {
            insert.setString(1, row.verdict().name());
            insert.setLong(2, row.claimNo());
            insert.setLong(3, row.from());
            insert.setLong(4, row.to());
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
