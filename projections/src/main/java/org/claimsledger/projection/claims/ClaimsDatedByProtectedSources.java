package org.claimsledger.projection.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.SourceId;

/**
 * The claims whose published times would reveal the date of a protected source. While a source is protected its dates
 * do not count. As of an earlier position they do, and a caller could find them by trying one published time after
 * another. A caller who may not know the source therefore cannot read these claims along the published clock as of such
 * a position.
 */
record ClaimsDatedByProtectedSources(Set<Long> claims) {

    static final ClaimsDatedByProtectedSources NONE = new ClaimsDatedByProtectedSources(Set.of());

    /** The claims that a reading at the point leaves out; none where it includes all that is recorded. */
    static ClaimsDatedByProtectedSources excludedAt(
            BitemporalPoint bitemporalPoint, Redaction redaction, TableSession tableSession) throws SQLException {
        return bitemporalPoint.includesAllPublished() ? NONE : asOf(bitemporalPoint.asOf(), redaction, tableSession);
    }

    /** All claims of this kind as of a position. */
    static ClaimsDatedByProtectedSources asOf(long position, Redaction redaction, TableSession tableSession)
            throws SQLException {
        Set<Long> claims = new HashSet<>();
        for (SourceId source : redaction.hiddenSince(position)) {
            try (ResultSet row =
                    tableSession.prepare("""
                        select claim_no from claim_source where source = ? and claim_no <= ?
                        """, source.value(), position).executeQuery()) {
                while (row.next()) {
                    claims.add(row.getLong(1));
                }
            }
        }
        return claims.isEmpty() ? NONE : new ClaimsDatedByProtectedSources(claims);
    }

    boolean contains(long claimNo) {
        return claims.contains(claimNo);
    }
}
