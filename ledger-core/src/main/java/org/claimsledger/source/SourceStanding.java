package org.claimsledger.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.Notice;
import org.claimsledger.value.EvidenceRef;

/**
 * How far a publisher still stands by a source.
 *
 * @param retracted whether a retraction or withdrawal of the whole stands
 * @param endedEvidence what partial retractions ended and nothing has restored
 * @param questioned whether a notice of concern or correction stands on the whole
 * @param questionedEvidence what such notices name
 */
public record SourceStanding(
        boolean retracted, Set<EvidenceRef> endedEvidence, boolean questioned, Set<EvidenceRef> questionedEvidence) {

    /** Before any notice. */
    public static final SourceStanding UNBROKEN = new SourceStanding(false, Set.of(), false, Set.of());

    public SourceStanding {
        endedEvidence = Set.copyOf(endedEvidence);
        questionedEvidence = Set.copyOf(questionedEvidence);
    }

    /** The standing after these notices, which are in the order of their dates. */
    public static SourceStanding after(List<RecordedNotice> notices) {
        if (notices.isEmpty()) {
            return UNBROKEN;
        }
        boolean nowRetracted = false;
        Set<EvidenceRef> ended = new HashSet<>();
        boolean questioned = false;
        Set<EvidenceRef> doubtful = new HashSet<>();
        for (RecordedNotice recorded : notices) {
            Notice notice = recorded.notice();
            switch (notice.type()) {
                case RETRACTION, WITHDRAWAL -> nowRetracted = true;
                case PARTIAL_RETRACTION -> ended.addAll(notice.evidence());
                case REINSTATEMENT -> {
                    if (notice.evidence().isEmpty()) {
                        nowRetracted = false;
                        ended.clear();
                    } else {
                        notice.evidence().forEach(ended::remove);
                    }
                }
                case CORRECTION, CORRIGENDUM, ERRATUM, EXPRESSION_OF_CONCERN -> {
                    questioned |= notice.evidence().isEmpty();
                    doubtful.addAll(notice.evidence());
                }
                case ADDENDUM, CLARIFICATION, NEW_VERSION, REMOVAL -> {}
            }
        }
        return new SourceStanding(nowRetracted, ended, questioned, doubtful);
    }

    /** Whether evidence from the source still counts as its publisher's word. */
    public boolean standsFor(EvidenceRef evidence) {
        return !retracted && !endedEvidence.contains(evidence);
    }

    /** Whether evidence from the source stands under a notice of concern or correction. */
    public boolean isQuestionedFor(EvidenceRef evidence) {
        return questioned || questionedEvidence.contains(evidence);
    }
}
