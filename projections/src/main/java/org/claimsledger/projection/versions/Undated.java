package org.claimsledger.projection.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.table.Session;
import org.claimsledger.value.SourceId;

/**
 * The claims whose published times would tell the date of a protected source. While it is protected its dates count for
 * nothing, but as of an earlier position they do: somebody who tries one published time after the other would find them.
 * So whoever may not know the source cannot read these claims along the published clock as of then.
 */
record Undated(Set<Long> claims) {

    static final Undated NONE = new Undated(Set.of());

    /** Those to be left out of a reading: none, where all that is recorded is read. */
    static Undated at(Moment moment, Veil veil, Session session) throws SQLException {
        return moment.everythingRecorded() ? NONE : asOf(moment.asOf(), veil, session);
    }

    /** All of them, as of a position. */
    static Undated asOf(long position, Veil veil, Session session) throws SQLException {
        Set<Long> claims = new HashSet<>();
        for (SourceId source : veil.hiddenAfter(position)) {
            try (ResultSet row = session.prepared("""
                select claim_no from claim_source where source = ? and claim_no <= ?
                """, source.value(), position).executeQuery()) {
                while (row.next()) {
                    claims.add(row.getLong(1));
                }
            }
        }
        return claims.isEmpty() ? NONE : new Undated(claims);
    }

    boolean has(long claimNo) {
        return claims.contains(claimNo);
    }
}
