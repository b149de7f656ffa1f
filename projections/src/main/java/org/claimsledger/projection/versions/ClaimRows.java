package org.claimsledger.projection.versions;

import org.claimsledger.claim.Content;
import org.claimsledger.claim.Verdict;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;

/** The rows of the tables of claims. */
final class ClaimRows {

    private final Rows rows;

    ClaimRows(Rows rows) {
        this.rows = rows;
    }

    void claim(long claimNo, ClaimId id, Content content) {
        rows.add(
                ClaimTables.CLAIM,
                claimNo,
                id.value(),
                content.subject().value(),
                content.predicate().value());
    }

    void text(long position, byte[] body) {
        rows.add(ClaimTables.TEXT, position, body);
    }

    void rectangle(Rectangle rectangle, long to) {
        Verdict verdict = rectangle.verdict();
        rows.add(
                ClaimTables.VERSION,
                rectangle.claimNo(),
                rectangle.from(),
                to,
                Always.BEGINNING,
                Always.OPEN,
                rectangle.revision(),
                rectangle.rank().name(),
                verdict == null ? null : verdict.name(),
                rectangle.retracted(),
                rectangle.parts().bytes());
    }

    void cited(SourceId source, long claimNo, long from) {
        rows.add(ClaimTables.SOURCE, source.value(), claimNo, from);
    }

    void verdict(Verdict verdict, long claimNo, long from, long to) {
        rows.add(ClaimTables.VERDICT, verdict.name(), claimNo, from, to);
    }
}
