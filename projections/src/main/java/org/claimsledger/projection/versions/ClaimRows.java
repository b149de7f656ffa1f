package org.claimsledger.projection.versions;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.Content;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Session;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** What one batch adds to the tables of claims, and the ends that it sets in older rows. */
final class ClaimRows implements Columns.Sink {

    private record Row(String sql, @Nullable Object[] values) {}

    private record Ended(long claimNo, long reportedTo, long recordedTo) {}

    private static final String CLAIM = """
        insert into claim (claim_no, id, subject, predicate) values (?, ?, ?, ?)
        """;
    private static final String TEXT = """
        insert into claim_text (position, body) values (?, ?)
        """;
    private static final String SOURCE = """
        insert into claim_source (source, claim_no, recorded_from) values (?, ?, ?)
        """;
    private static final String VERSION = """
        insert into claim_version (claim_no, recorded_from, recorded_to, reported_from, reported_to, revision, status,
            rank, verdict, supporting, disputing, asserting, reliability, credibility, parts)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private final List<Row> added = new ArrayList<>();
    private final List<Ended> ended = new ArrayList<>();

    void asserted(long claimNo, ClaimAsserted asserted) {
        Content content = asserted.content();
        add(
                CLAIM,
                claimNo,
                asserted.claim().value(),
                content.subject().value(),
                content.predicate().value());
    }

    void text(long position, byte[] body) {
        add(TEXT, position, body);
    }

    void cited(SourceId source, long claimNo, long position) {
        add(SOURCE, source.value(), claimNo, position);
    }

    @Override
    public void add(long claimNo, Rectangle it, long recordedFrom, long recordedTo) {
        var verdict = it.verdict();
        var reliability = it.weight().reliability();
        add(
                VERSION,
                claimNo,
                recordedFrom,
                recordedTo,
                it.reportedFrom(),
                it.reportedTo(),
                it.revision(),
                it.status().name(),
                it.rank().name(),
                verdict == null ? null : verdict.name(),
                it.weight().supporting(),
                it.weight().disputing(),
                it.weight().asserting(),
                reliability == null ? null : reliability.name(),
                it.weight().credibility(),
                it.parts().bytes());
    }

    @Override
    public void end(long claimNo, long reportedTo, long recordedTo) {
        ended.add(new Ended(claimNo, reportedTo, recordedTo));
    }

    private void add(String sql, @Nullable Object... values) {
        added.add(new Row(sql, values));
    }

    void write(Session session) throws SQLException {
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
        for (String sql : List.of(CLAIM, TEXT, SOURCE, VERSION)) {
            PreparedStatement insert = session.prepared(sql);
            for (Row row : added) {
                if (row.sql().equals(sql)) {
                    for (int i = 0; i < row.values().length; i++) {
                        insert.setObject(i + 1, row.values()[i]);
                    }
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
