package org.claimsledger.projection.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.Content;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.projection.table.Session;

/**
 * The texts of claims by their position. A text is the payload of its event, but for a revision, where it is the content
 * that came of it.
 */
final class Texts {

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
