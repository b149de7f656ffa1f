package org.claimsledger.event;

import java.util.List;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's word about its own source.
 *
 * @param published when the notice was published, in the world
 * @param evidence what a partial retraction ends, or a reinstatement restores; empty for the whole source
 */
public record Notice(
        NoticeType type,
        @Nullable Url url,
        @Nullable Edtf published,
        List<ReasonCode> reasons,
        List<EvidenceRef> evidence,
        @Nullable String note) {

    public Notice {
        reasons = TextRules.entriesAt("/reasons", reasons);
        evidence = TextRules.entriesAt("/evidence", evidence);
        TextRules.linesAt("/note", note, TextRules.NOTE);
    }

    /** Only how it changes the source's standing. */
    public Notice redacted() {
        return new Notice(type, null, null, reasons, evidence, null);
    }

    /** The types of notice, in Crossref's words. */
    public enum NoticeType {
        ADDENDUM,
        CLARIFICATION,
        CORRECTION,
        CORRIGENDUM,
        ERRATUM,
        EXPRESSION_OF_CONCERN,
        NEW_VERSION,
        PARTIAL_RETRACTION,
        REMOVAL,
        RETRACTION,
        WITHDRAWAL,
        REINSTATEMENT;

        /** Only these two end a source's standing; a removal unsays nothing, by order or in fear. */
        public boolean endsStanding() {
            return this == RETRACTION || this == WITHDRAWAL;
        }
    }
}
