package org.claimsledger.oracle;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.claimsledger.event.Basis;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.event.SubjectEvent.SubjectsSplit;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** Sources, subjects and predicates as they look from one vantage. */
final class OracleWorld {

    private final OracleViewpoint oracleViewpoint;
    private final Map<SourceId, OracleSource> sources = new HashMap<>();
    private final Map<SubjectId, String> names = new HashMap<>();
    private final Map<SubjectId, SubjectId> mergedInto = new HashMap<>();
    private final Map<PredicateKey, Predicate> predicates = new HashMap<>();

    OracleWorld(List<OracleEvent> history, OracleViewpoint oracleViewpoint) {
        this.oracleViewpoint = oracleViewpoint;
        for (OracleEvent oracleEvent : history) {
            switch (oracleEvent.event()) {
                case SourceRegistered it -> sources.put(it.source(), new OracleSource(it.source(), history));
                case SubjectRegistered it ->
                    names.put(it.subject(), it.details().name());
                case SubjectsMerged it -> mergedInto.put(it.absorbed(), it.subject());
                case SubjectsSplit it -> mergedInto.remove(it.restored());
                case PredicateDefined it -> predicates.put(it.predicate().key(), it.predicate());
                default -> {}
            }
        }
    }

    Predicate predicate(PredicateKey key) {
        return predicates.get(key);
    }

    OracleSource source(SourceId id) {
        return sources.get(id);
    }

    /** The subject that it is read under. */
    SubjectId subject(SubjectId id) {
        SubjectId kept = id;
        while (mergedInto.containsKey(kept)) {
            kept = mergedInto.get(kept);
        }
        return kept;
    }

    String nameOf(SubjectId id) {
        return names.get(subject(id));
    }

    Instant reported(SourceId source) {
        return sources.get(source).reported();
    }

    Instant reported(Basis basis) {
        return reported(basis.source());
    }

    /** The date of what takes something back: that of its basis, else by its reasons, else when it was recorded. */
    Instant dateOfTakingBack(Basis basis, List<ReasonCode> reasons, Instant recordedAt) {
        if (basis != null) {
            return reported(basis);
        }
        return isOwnErrorOnly(reasons) ? Instant.MIN : recordedAt;
    }

    private static boolean isOwnErrorOnly(List<ReasonCode> reasons) {
        Set<ReasonCode> own = Set.of(
                ReasonCode.RECORDED_IN_ERROR,
                ReasonCode.WRONG_IDENTITY,
                ReasonCode.MISATTRIBUTED,
                ReasonCode.MISTRANSLATED,
                ReasonCode.DUPLICATE);
        return !reasons.isEmpty() && own.containsAll(reasons);
    }

    /** Whether the publisher stands by the whole source. */
    boolean stands(SourceId id) {
        boolean stands = true;
        for (Notice notice : noticesSeen(id)) {
            if (notice.type() == NoticeType.RETRACTION || notice.type() == NoticeType.WITHDRAWAL) {
                stands = false;
            }
            if (notice.type() == NoticeType.REINSTATEMENT && notice.evidence().isEmpty()) {
                stands = true;
            }
        }
        return stands;
    }

    /** Whether the publisher stands by this piece of evidence, as far as single pieces were named. */
    boolean standsFor(SourceId id, EvidenceRef evidence) {
        boolean stands = true;
        for (Notice notice : noticesSeen(id)) {
            if (notice.type() == NoticeType.PARTIAL_RETRACTION
                    && notice.evidence().contains(evidence)) {
                stands = false;
            }
            if (notice.type() == NoticeType.REINSTATEMENT
                    && (notice.evidence().isEmpty() || notice.evidence().contains(evidence))) {
                stands = true;
            }
        }
        return stands;
    }

    /** The standing notices of a source are one chain: none is reported before those that went before it. */
    private List<Notice> noticesSeen(SourceId id) {
        List<Notice> seen = new java.util.ArrayList<>();
        Instant reported = Instant.MIN;
        for (OracleEvent oracleEvent : sources.get(id).notices) {
            Notice notice = ((SourceNoticed) oracleEvent.event()).notice();
            boolean standing =
                    switch (notice.type()) {
                        case RETRACTION, WITHDRAWAL, PARTIAL_RETRACTION, REINSTATEMENT -> true;
                        default -> false;
                    };
            if (!standing) {
                continue;
            }
            Instant own = oracleEvent.recordedAt();
            if (!sources.get(id).secret
                    && notice.published() != null
                    && notice.published().lastInstant().isPresent()) {
                Instant last = notice.published().lastInstant().get();
                own = last.isBefore(own) ? last : own;
            }
            reported = own.isAfter(reported) ? own : reported;
            if (oracleViewpoint.sees(reported)) {
                seen.add(notice);
            }
        }
        return seen;
    }

    /** Every source that this one republishes or repeats, however far back; never itself. */
    Set<SourceId> originalsOf(SourceId id) {
        Set<SourceId> found = new HashSet<>();
        for (SourceId original : nextOriginals(id)) {
            found.add(original);
            found.addAll(originalsOf(original));
        }
        return found;
    }

    /** The sources that this one itself republishes or repeats. */
    List<SourceId> nextOriginals(SourceId id) {
        return sources.get(id).lineage.stream()
                .filter(it -> isEcho(it.relation()) && it.source() != null)
                .map(Lineage::source)
                .toList();
    }

    private static boolean isEcho(Lineage.Relation relation) {
        return relation == Lineage.Relation.REPUBLISHES || relation == Lineage.Relation.REPEATS;
    }

    /** The publisher of the source at the root of republishing and repeating; the source itself where nobody knows it. */
    String originOf(SourceId id) {
        for (Lineage lineage : sources.get(id).lineage) {
            if (isEcho(lineage.relation())) {
                return lineage.source() == null ? folded(lineage.outlet()) : originOf(lineage.source());
            }
        }
        String publisher = sources.get(id).publisher;
        return publisher == null ? "source " + id : folded(publisher);
    }

    /** A name in the one name space of all who attest. */
    static String folded(String name) {
        return "name "
                + name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
