package org.claimsledger.projection.claims;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventJson;
import org.claimsledger.projection.table.TableSession;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * Reads the texts of claims by their positions, many with one query. A text is the payload of an event; for a revision
 * it is the resulting content of the claim.
 */
final class ClaimTextReader {

    /** The content of an assertion, without its evidence. */
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

    /** Texts by their positions; each is decoded on use. */
    record TextBatch(Map<Long, byte[]> bodies) {

        <E extends ClaimEvent> E event(long position, Class<E> type) {
            return EventJson.MAPPER.readValue(body(position), type);
        }

        /** The content that the event at {@code position} gave the claim {@code claimNo}. */
        ClaimContent content(long claimNo, long position) {
            return position == claimNo
                    ? ASSERTED_CONTENT
                            .<AssertedContent>readValue(body(position))
                            .content()
                    : EventJson.MAPPER.readValue(body(position), ClaimContent.class);
        }

        private byte[] body(long position) {
            byte[] body = bodies.get(position);
            if (body == null) {
                throw new IllegalStateException("no text of a claim at position " + position);
            }
            return body;
        }
    }

    TextBatch read(Collection<Long> positions) throws SQLException {
        Map<Long, byte[]> bodies = new HashMap<>();
        PreparedStatement query = tableSession.prepare("""
            select t.position, t.body
            from unnest(cast(? as bigint array)) as wanted (position)
            join claim_text t on t.position = wanted.position
            """);
        query.setArray(1, tableSession.longArray(positions));
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                bodies.put(row.getLong(1), row.getBytes(2));
            }
        }
        return new TextBatch(bodies);
    }
}
