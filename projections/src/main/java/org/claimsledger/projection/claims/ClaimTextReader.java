package org.claimsledger.projection.claims;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventJson;
import org.claimsledger.projection.table.TableSession;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * The texts of claims by their position. A text is the payload of its event, but for a revision, where it is the content
 * that came of it.
 */
final class ClaimTextReader {

    /** Of an assertion, what it says and nothing of its evidence. */
    private record AssertedContent(ClaimContent content) {}

    private static final ObjectReader ASSERTED_CONTENT = EventJson.MAPPER
            .readerFor(AssertedContent.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final TableSession tableSession;

    ClaimTextReader(TableSession tableSession) {
        this.tableSession = tableSession;
    }

    static byte[] write(ClaimContent claimContent) {
        return EventJson.MAPPER.writeValueAsBytes(claimContent);
    }

    /** The content that was brought by the event at {@code position} of the claim {@code claimNo}. */
    ClaimContent content(long claimNo, long position) throws SQLException {
        return position == claimNo
                ? read(position, ClaimAsserted.class).content()
                : read(body(position), ClaimContent.class);
    }

    /**
     * The contents that were brought by these events.
     *
     * @param claims their positions, with the number of each one's claim
     */
    Map<Long, ClaimContent> contents(Map<Long, Long> claims) throws SQLException {
        Map<Long, ClaimContent> claimContents = new HashMap<>();
        PreparedStatement query = tableSession.prepare("""
            select t.position, t.body
            from unnest(cast(? as bigint array)) as wanted (position)
            join claim_text t on t.position = wanted.position
            """);
        query.setArray(
                1, query.getConnection().createArrayOf("bigint", claims.keySet().toArray()));
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Long position = row.getLong(1);
                byte[] body = row.getBytes(2);
                claimContents.put(
                        position,
                        position.equals(claims.get(position))
                                ? ASSERTED_CONTENT
                                        .<AssertedContent>readValue(body)
                                        .content()
                                : read(body, ClaimContent.class));
            }
        }
        return claimContents;
    }

    <E extends ClaimEvent> E read(long position, Class<E> type) throws SQLException {
        return read(body(position), type);
    }

    private static <T> T read(byte[] body, Class<T> type) {
        return EventJson.MAPPER.readValue(body, type);
    }

    private byte[] body(long position) throws SQLException {
        try (ResultSet row = tableSession.prepare("""
            select body from claim_text where position = ?
            """, position).executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("no text of a claim at position " + position);
            }
            return row.getBytes(1);
        }
    }
}
