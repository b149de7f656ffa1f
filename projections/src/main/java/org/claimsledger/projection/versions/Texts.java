package org.claimsledger.projection.versions;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.Content;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.projection.table.Session;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * The texts of claims by their position. A text is the payload of its event, but for a revision, where it is the content
 * that came of it.
 */
final class Texts {

    /** Of an assertion, what it says and nothing of its evidence. */
    private record Says(Content content) {}

    private static final ObjectReader SAYS =
            EventJson.MAPPER.readerFor(Says.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Session session;

    Texts(Session session) {
        this.session = session;
    }

    static byte[] write(Content content) {
        return EventJson.MAPPER.writeValueAsBytes(content);
    }

    /** The content that was brought by the event at {@code position} of the claim {@code claimNo}. */
    Content content(long claimNo, long position) throws SQLException {
        return position == claimNo
                ? read(position, ClaimAsserted.class).content()
                : read(body(position), Content.class);
    }

    /**
     * The contents that were brought by these events.
     *
     * @param claims their positions, with the number of each one's claim
     */
    Map<Long, Content> contents(Map<Long, Long> claims) throws SQLException {
        Map<Long, Content> contents = new HashMap<>();
        PreparedStatement query = session.prepared("""
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
                contents.put(
                        position,
                        position.equals(claims.get(position))
                                ? SAYS.<Says>readValue(body).content()
                                : read(body, Content.class));
            }
        }
        return contents;
    }

    <E extends ClaimEvent> E read(long position, Class<E> type) throws SQLException {
        return read(body(position), type);
    }

    private static <T> T read(byte[] body, Class<T> type) {
        return EventJson.MAPPER.readValue(body, type);
    }

    private byte[] body(long position) throws SQLException {
        try (ResultSet row = session.prepared("""
            select body from claim_text where position = ?
            """, position).executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("no text of a claim at position " + position);
            }
            return row.getBytes(1);
        }
    }
}
