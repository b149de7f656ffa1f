package org.claimsledger.source;

import static org.claimsledger.source.SourceForm.source;
import static org.claimsledger.value.ValueRefusalAssertions.assertAccepted;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import java.util.Collections;
import java.util.List;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.junit.jupiter.api.Test;

class SourceLimitsTest {

    @Test
    void aRefusedFieldIsPointedAt() {
        assertRefused(() -> source("rferl").title(" ").details(), RefusalCode.INVALID_TEXT, "/title");
        assertRefused(() -> source("rferl").publisher("a\nb").details(), RefusalCode.INVALID_TEXT, "/publisher");
        assertRefused(() -> source("rferl").note("x".repeat(5_001)).details(), RefusalCode.TEXT_TOO_LONG, "/note");
        assertRefused(() -> source("rferl").authors("a", "").details(), RefusalCode.INVALID_TEXT, "/authors/1");
        assertAccepted(
                () -> source("rferl").title("t").publisher("p").note("a\nb").details());
    }

    @Test
    void aListHasAHundredEntriesAtMost() {
        String[] names = Collections.nCopies(101, "a").toArray(String[]::new);
        Lineage[] parents = Collections.nCopies(101, SourceForm.lineage(Lineage.Relation.CITES, "s1"))
                .toArray(Lineage[]::new);

        assertRefused(() -> source("rferl").authors(names).details(), RefusalCode.TOO_MANY, "/authors");
        assertRefused(() -> source("rferl").lineage(parents).details(), RefusalCode.TOO_MANY, "/lineage");
        assertAccepted(() -> source("rferl")
                .authors(Collections.nCopies(100, "a").toArray(String[]::new))
                .details());
    }

    @Test
    void lineageNamesEitherASourceOrAnOutlet() {
        SourceId other = new SourceId("afp");

        assertRefused(() -> new Lineage(Lineage.Relation.CITES, null, null), RefusalCode.FIELD_MISSING, "");
        assertRefused(() -> new Lineage(Lineage.Relation.CITES, other, "AFP"), RefusalCode.FIELD_MISSING, "");
        assertRefused(() -> new Lineage(Lineage.Relation.CITES, null, ""), RefusalCode.INVALID_TEXT, "/outlet");
        assertAccepted(() -> new Lineage(Lineage.Relation.CITES, other, null));
        assertAccepted(() -> new Lineage(Lineage.Relation.CITES, null, "AFP"));
    }

    @Test
    void aNoticeHasLimits() {
        EvidenceRef one = SourceForm.evidence("c1", "e1");

        assertRefused(
                () -> new Notice(NoticeType.REMOVAL, null, null, List.of(), List.of(), "\u0000"),
                RefusalCode.INVALID_TEXT,
                "/note");
        assertRefused(
                () -> new Notice(NoticeType.REMOVAL, null, null, List.of(), Collections.nCopies(101, one), null),
                RefusalCode.TOO_MANY,
                "/evidence");
        assertAccepted(
                () -> new Notice(NoticeType.REMOVAL, null, null, List.of(), Collections.nCopies(100, one), null));
    }
}
