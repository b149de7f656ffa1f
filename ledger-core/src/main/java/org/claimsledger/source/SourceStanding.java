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
 */
public record SourceStanding(boolean retracted, Set<EvidenceRef> endedEvidence) {

    /** Before any notice. */
    public static final SourceStanding UNBROKEN = new SourceStanding(false, Set.of());

    public SourceStanding {
        endedEvidence = Set.copyOf(endedEvidence);
    }

    /** The standing after more notices, in the order of recording. */
    public SourceStanding after(List<Notice> notices) {
        boolean nowRetracted = retracted;
        Set<EvidenceRef> ended = new HashSet<>(endedEvidence);
        for (Notice notice : notices) {
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
                case ADDENDUM,
                        CLARIFICATION,
                        CORRECTION,
                        CORRIGENDUM,
                        ERRATUM,
                        EXPRESSION_OF_CONCERN,
                        NEW_VERSION,
                        REMOVAL -> {}
            }
        }
        return new SourceStanding(nowRetracted, ended);
    }

    /** Whether evidence from the source still counts as its publisher's word. */
    public boolean standsFor(EvidenceRef evidence) {
        return !retracted && !endedEvidence.contains(evidence);
    }
}
