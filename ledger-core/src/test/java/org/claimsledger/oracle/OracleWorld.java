package org.claimsledger.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.event.Basis;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent.DefinitionWithdrawn;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent.NameWithdrawn;
import org.claimsledger.event.SubjectEvent.SubjectNamed;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.event.SubjectEvent.SubjectsSplit;
import org.claimsledger.name.FoldedText;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** Sources, subjects and predicates as they look from one vantage. */
final class OracleWorld {

    private static final Set<NoticeType> DOUBTS =
            Set.of(NoticeType.CORRECTION, NoticeType.CORRIGENDUM, NoticeType.ERRATUM, NoticeType.EXPRESSION_OF_CONCERN);

    private final OracleViewpoint oracleViewpoint;
    private final Map<SourceId, OracleSource> sources = new HashMap<>();
    private final Map<SubjectId, String> names = new LinkedHashMap<>();
    private final Map<SubjectId, List<String>> otherNames = new HashMap<>();
    private final Set<SubjectId> unidentified = new HashSet<>();
    private final Map<SubjectId, SubjectId> mergedInto = new HashMap<>();
    private final Map<PredicateKey, Predicate> predicates = new HashMap<>();

    OracleWorld(List<OracleEvent> history, OracleViewpoint oracleViewpoint) {
        this.oracleViewpoint = oracleViewpoint;
        for (OracleEvent oracleEvent : history) {
            switch (oracleEvent.event()) {
                case SourceRegistered it -> sources.put(it.source(), new OracleSource(it.source(), history));
                case SubjectRegistered it -> {
                    names.put(it.subject(), it.details().name());
                    otherNames.put(it.subject(), new ArrayList<>(it.details().alsoKnownAs()));
                    if (!it.details().identified()) {
                        unidentified.add(it.subject());
                    }
                }
                case SubjectNamed it ->
                    otherNames.get(it.subject()).add(it.naming().name());
                case NameWithdrawn it -> otherNames.get(it.subject()).removeIf(it.name()::equals);
                case SubjectsMerged it -> mergedInto.put(it.absorbed(), it.subject());
                case SubjectsSplit it -> mergedInto.remove(it.restored());
                case PredicateDefined it -> predicates.put(it.predicate().key(), it.predicate());
                case DefinitionWithdrawn it -> predicates.remove(it.predicate());
                default -> {}
            }
        }
    }

    Map<SourceId, OracleSource> sources() {
        return sources;
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

    boolean isSubject(String id) {
        return names.keySet().stream().anyMatch(it -> it.value().equals(id));
    }

    boolean isIdentified(SubjectId id) {
        return !unidentified.contains(id);
    }

    /** Whoever goes by that name, or went into one that is kept, where that is one subject only. */
    Optional<String> subjectNamed(String name) {
        Set<String> found = new HashSet<>();
        names.forEach((subject, own) -> {
            if (Stream.concat(Stream.of(own), otherNames.get(subject).stream())
                    .anyMatch(it -> FoldedText.of(it).equals(FoldedText.of(name)))) {
                found.add(subject(subject).value());
            }
        });
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
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

    /** The evidence that notices of concern or correction touch; empty for all of it, null where there is no such notice. */
    Set<String> doubted(SourceId id) {
        Set<String> touched = null;
        boolean all = false;
        for (Notice notice : noticesSeen(id)) {
            if (DOUBTS.contains(notice.type())) {
                touched = touched == null ? new HashSet<>() : touched;
                all |= notice.evidence().isEmpty();
                for (EvidenceRef evidence : notice.evidence()) {
                    touched.add(evidence.claim() + "#" + evidence.evidence());
                }
            }
        }
        return all ? Set.of() : touched;
    }

    /** The notices on file that are seen, the one of the earliest date first, whenever they were recorded. */
    private List<Notice> noticesSeen(SourceId id) {
        OracleSource source = sources.get(id);
        Map<OracleEvent, Instant> dates = new HashMap<>();
        List<OracleEvent> seen = new ArrayList<>();
        for (int i = 0; i < source.notices.size(); i++) {
            OracleEvent oracleEvent = source.notices.get(i);
            if (source.withdrawnNotices.contains(i + 1)) {
                continue;
            }
            Instant date = oracleEvent.recordedAt();
            Notice notice = ((SourceNoticed) oracleEvent.event()).notice();
            if (notice.published() != null && notice.published().lastInstant().isPresent()) {
                Instant last = notice.published().lastInstant().get();
                date = last.isBefore(date) ? last : date;
            }
            dates.put(oracleEvent, date);
            // Of a protected source nobody is told a date; the order of its notices stays what it is.
            if (oracleViewpoint.sees(source.secret ? oracleEvent.recordedAt() : date)) {
                seen.add(oracleEvent);
            }
        }
        seen.sort(Comparator.comparing((OracleEvent it) -> dates.get(it)).thenComparing(OracleEvent::position));
        return seen.stream().map(it -> ((SourceNoticed) it.event()).notice()).toList();
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
}
