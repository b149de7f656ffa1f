package org.claimsledger.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Verdict;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.QualifierKey;

/**
 * What is best known, once more: slow, without memory, and sharing nothing with the product but the records of events
 * and what their parts mean (dates, quantities, units). Every reading starts from the first event.
 */
final class Oracle {

    private final OracleWorld world;
    private final OracleViewpoint oracleViewpoint;
    private final List<OracleClaimWeight> claims = new ArrayList<>();

    private Oracle(List<OracleEvent> all, OracleViewpoint oracleViewpoint) {
        List<OracleEvent> history = recordedBy(oracleViewpoint, all);
        this.oracleViewpoint = oracleViewpoint;
        this.world = new OracleWorld(history, oracleViewpoint);
        for (OracleEvent oracleEvent : history) {
            if (oracleEvent.event() instanceof ClaimAsserted asserted) {
                OracleClaim claim = new OracleClaim(asserted.claim(), history, world, oracleViewpoint);
                if (claim.isPresent()) {
                    claims.add(new OracleClaimWeight(claim));
                }
            }
        }
    }

    static OracleReading read(List<OracleEvent> all, OracleViewpoint oracleViewpoint) {
        return new Oracle(all, oracleViewpoint).reading();
    }

    /** One claim of it; null where it is not present. */
    static OracleReading.ClaimReading read(ClaimId id, List<OracleEvent> all, OracleViewpoint oracleViewpoint) {
        List<OracleEvent> history = recordedBy(oracleViewpoint, all);
        OracleClaim claim = new OracleClaim(id, history, new OracleWorld(history, oracleViewpoint), oracleViewpoint);
        return claim.isPresent() ? new OracleClaimWeight(claim).reading() : null;
    }

    private static List<OracleEvent> recordedBy(OracleViewpoint oracleViewpoint, List<OracleEvent> all) {
        return all.stream()
                .filter(oracleEvent -> oracleEvent.position() <= oracleViewpoint.position())
                .toList();
    }

    private OracleReading reading() {
        SortedMap<String, OracleReading.ClaimReading> read = new TreeMap<>();
        SortedMap<String, List<OracleClaimWeight>> competing = new TreeMap<>();
        for (OracleClaimWeight claim : claims) {
            read.put(claim.claim.id.value(), claim.reading());
            if (claim.claim.isAccepted()) {
                competing
                        .computeIfAbsent(question(claim), none -> new ArrayList<>())
                        .add(claim);
            }
        }
        SortedMap<String, OracleReading.QuestionReading> questions = new TreeMap<>();
        competing.forEach((question, answers) -> questions.put(question, bestKnown(answers)));
        return new OracleReading(read, questions);
    }

    private String question(OracleClaimWeight claim) {
        ClaimContent claimContent = claim.claim.content;
        Cardinality cardinality = predicate(claim).cardinality();
        StringBuilder question = new StringBuilder()
                .append(world.subject(claimContent.subject()))
                .append(' ')
                .append(claimContent.predicate());
        if (cardinality instanceof Cardinality.OnePer per) {
            for (QualifierKey key : per.qualifiers()) {
                question.append(' ')
                        .append(key)
                        .append('=')
                        .append(claimContent.qualifiers().get(key));
            }
        }
        if (cardinality instanceof Cardinality.Many) {
            question.append(' ').append(claim.claim.id);
        }
        return question.toString();
    }

    private Predicate predicate(OracleClaimWeight claim) {
        return world.predicate(claim.claim.content.predicate());
    }

    private OracleReading.QuestionReading bestKnown(List<OracleClaimWeight> all) {
        List<OracleClaimWeight> candidates =
                all.stream().filter(this::isCandidate).toList();
        if (candidates.isEmpty()) {
            return new OracleReading.QuestionReading("open", null, null, ids(all));
        }
        int best = candidates.stream().mapToInt(Oracle::deskOrder).min().getAsInt();
        List<OracleClaimWeight> topClass =
                candidates.stream().filter(it -> deskOrder(it) == best).toList();
        List<OracleClaimWeight> contending = topClass.stream()
                .filter(it -> topClass.stream().noneMatch(other -> yields(it, other)))
                .toList();
        OracleClaimWeight answer = contending.stream()
                .max(Comparator.comparing((OracleClaimWeight it) -> !it.asserting.isEmpty())
                        .thenComparing(it -> it.supporting.size())
                        .thenComparing(it -> -it.disputing.size())
                        .thenComparing(it -> -it.reliability())
                        .thenComparing(it -> -it.credibility())
                        .thenComparing(it -> it.claim.reported())
                        .thenComparing(it -> it.claim.position))
                .orElseThrow();
        boolean disputed = answer.status.equals("disputed")
                || contending.stream()
                        .anyMatch(one -> contending.stream().anyMatch(other -> areIncompatible(one, other)));
        Set<String> alternatives = ids(all);
        alternatives.remove(answer.claim.id.value());
        return new OracleReading.QuestionReading(
                disputed ? "disputed" : "uncontested",
                answer.claim.id.value(),
                inForce(answer, oracleViewpoint.day()),
                alternatives);
    }

    private static Set<String> ids(List<OracleClaimWeight> claims) {
        return claims.stream().map(it -> it.claim.id.value()).collect(Collectors.toSet());
    }

    private boolean isCandidate(OracleClaimWeight it) {
        return !it.status.equals("retracted")
                && !it.status.equals("unsupported")
                && it.claim.rank != Rank.DEPRECATED
                && it.claim.verdict != Verdict.FALSE
                && (oracleViewpoint.validOn() == null || inForce(it, oracleViewpoint.validOn()) != InForce.NO);
    }

    private static int deskOrder(OracleClaimWeight it) {
        return (it.claim.rank == Rank.PREFERRED ? 0 : 2) + (it.claim.verdict == Verdict.VERIFIED ? 0 : 1);
    }

    private boolean areIncompatible(OracleClaimWeight one, OracleClaimWeight other) {
        return !new OracleCompatibility(world, predicate(one))
                .are(one.claim.content.value(), other.claim.content.value());
    }

    /** Whether the one is over before the other begins, and says another thing. */
    private boolean yields(OracleClaimWeight one, OracleClaimWeight other) {
        Edtf earlier = one.claim.content.valid();
        Edtf later = other.claim.content.valid();
        return earlier != null
                && later != null
                && areIncompatible(one, other)
                && earlier.end() instanceof Bound.Between end
                && later.start() instanceof Bound.Between start
                && end.latestDay().isBefore(start.earliestDay());
    }

    private InForce inForce(OracleClaimWeight claim, LocalDate day) {
        Edtf valid = claim.claim.content.valid();
        if (valid == null) {
            return InForce.POSSIBLY;
        }
        Bound start = valid.start();
        Bound end = valid.end();
        boolean beforeAnyStart = start instanceof Bound.Between it && day.isBefore(it.earliestDay());
        boolean afterAnyEnd = end instanceof Bound.Between it && day.isAfter(it.latestDay());
        boolean begun =
                start instanceof Bound.OpenEnd || start instanceof Bound.Between it && !day.isBefore(it.latestDay());
        boolean notOver =
                end instanceof Bound.OpenEnd || end instanceof Bound.Between it && !day.isAfter(it.earliestDay());
        boolean past = end instanceof Bound.Between it && !day.isBefore(it.latestDay());
        if (predicate(claim).time() == Tense.HAPPENS) {
            return beforeAnyStart ? InForce.NO : past ? InForce.YES : InForce.POSSIBLY;
        }
        return beforeAnyStart || afterAnyEnd ? InForce.NO : begun && notOver ? InForce.YES : InForce.POSSIBLY;
    }
}
