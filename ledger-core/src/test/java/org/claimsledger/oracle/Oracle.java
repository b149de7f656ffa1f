package org.claimsledger.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.Rank;
import org.claimsledger.claim.Verdict;
import org.claimsledger.predicate.Cardinality;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.predicate.Tense;
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

    private final KnownWorld world;
    private final Vantage vantage;
    private final List<WeighedClaim> claims = new ArrayList<>();

    private Oracle(List<Entry> all, Vantage vantage) {
        List<Entry> history = recordedBy(vantage, all);
        this.vantage = vantage;
        this.world = new KnownWorld(history, vantage);
        for (Entry entry : history) {
            if (entry.event() instanceof ClaimAsserted asserted) {
                SeenClaim claim = new SeenClaim(asserted.claim(), history, world, vantage);
                if (claim.isPresent()) {
                    claims.add(new WeighedClaim(claim));
                }
            }
        }
    }

    static Reading read(List<Entry> all, Vantage vantage) {
        return new Oracle(all, vantage).reading();
    }

    /** One claim of it; null where it is not present. */
    static Reading.OfClaim read(ClaimId id, List<Entry> all, Vantage vantage) {
        List<Entry> history = recordedBy(vantage, all);
        SeenClaim claim = new SeenClaim(id, history, new KnownWorld(history, vantage), vantage);
        return claim.isPresent() ? new WeighedClaim(claim).reading() : null;
    }

    private static List<Entry> recordedBy(Vantage vantage, List<Entry> all) {
        return all.stream()
                .filter(entry -> entry.position() <= vantage.position())
                .toList();
    }

    private Reading reading() {
        SortedMap<String, Reading.OfClaim> read = new TreeMap<>();
        SortedMap<String, List<WeighedClaim>> competing = new TreeMap<>();
        for (WeighedClaim claim : claims) {
            read.put(claim.claim.id.value(), claim.reading());
            if (claim.claim.isTheDesksOwn()) {
                competing
                        .computeIfAbsent(question(claim), none -> new ArrayList<>())
                        .add(claim);
            }
        }
        SortedMap<String, Reading.OfQuestion> questions = new TreeMap<>();
        competing.forEach((question, answers) -> questions.put(question, bestKnown(answers)));
        return new Reading(read, questions);
    }

    private String question(WeighedClaim claim) {
        Content content = claim.claim.content;
        Cardinality cardinality = predicate(claim).cardinality();
        StringBuilder question = new StringBuilder()
                .append(world.subject(content.subject()))
                .append(' ')
                .append(content.predicate());
        if (cardinality instanceof Cardinality.OnePer per) {
            for (QualifierKey key : per.qualifiers()) {
                question.append(' ')
                        .append(key)
                        .append('=')
                        .append(content.qualifiers().get(key));
            }
        }
        if (cardinality instanceof Cardinality.Many) {
            question.append(' ').append(claim.claim.id);
        }
        return question.toString();
    }

    private Predicate predicate(WeighedClaim claim) {
        return world.predicate(claim.claim.content.predicate());
    }

    private Reading.OfQuestion bestKnown(List<WeighedClaim> all) {
        List<WeighedClaim> candidates = all.stream().filter(this::isCandidate).toList();
        if (candidates.isEmpty()) {
            return new Reading.OfQuestion("open", null, null, ids(all));
        }
        int best = candidates.stream().mapToInt(Oracle::deskOrder).min().getAsInt();
        List<WeighedClaim> topClass =
                candidates.stream().filter(it -> deskOrder(it) == best).toList();
        List<WeighedClaim> contending = topClass.stream()
                .filter(it -> topClass.stream().noneMatch(other -> yields(it, other)))
                .toList();
        WeighedClaim answer = contending.stream()
                .max(Comparator.comparing((WeighedClaim it) -> !it.asserting.isEmpty())
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
        return new Reading.OfQuestion(
                disputed ? "disputed" : "uncontested",
                answer.claim.id.value(),
                inForce(answer, vantage.day()),
                alternatives);
    }

    private static Set<String> ids(List<WeighedClaim> claims) {
        return claims.stream().map(it -> it.claim.id.value()).collect(Collectors.toSet());
    }

    private boolean isCandidate(WeighedClaim it) {
        return !it.status.equals("retracted")
                && !it.status.equals("unsupported")
                && it.claim.rank != Rank.DEPRECATED
                && it.claim.verdict != Verdict.FALSE
                && (vantage.validOn() == null || inForce(it, vantage.validOn()) != InForce.NO);
    }

    private static int deskOrder(WeighedClaim it) {
        return (it.claim.rank == Rank.PREFERRED ? 0 : 2) + (it.claim.verdict == Verdict.VERIFIED ? 0 : 1);
    }

    private boolean areIncompatible(WeighedClaim one, WeighedClaim other) {
        return !new Compatible(world, predicate(one)).are(one.claim.content.value(), other.claim.content.value());
    }

    /** Whether the one is over before the other begins, and says another thing. */
    private boolean yields(WeighedClaim one, WeighedClaim other) {
        Edtf earlier = one.claim.content.valid();
        Edtf later = other.claim.content.valid();
        return earlier != null
                && later != null
                && areIncompatible(one, other)
                && earlier.end() instanceof Bound.Between end
                && later.start() instanceof Bound.Between start
                && end.latestDay().isBefore(start.earliestDay());
    }

    private InForce inForce(WeighedClaim claim, LocalDate day) {
        Edtf valid = claim.claim.content.valid();
        if (valid == null) {
            return InForce.POSSIBLY;
        }
        Bound start = valid.start();
        Bound end = valid.end();
        boolean beforeAnyStart = start instanceof Bound.Between it && day.isBefore(it.earliestDay());
        boolean afterAnyEnd = end instanceof Bound.Between it && day.isAfter(it.latestDay());
        boolean begun =
                start instanceof Bound.Open || start instanceof Bound.Between it && !day.isBefore(it.latestDay());
        boolean notOver =
                end instanceof Bound.Open || end instanceof Bound.Between it && !day.isAfter(it.earliestDay());
        boolean past = end instanceof Bound.Between it && !day.isBefore(it.latestDay());
        if (predicate(claim).time() == Tense.HAPPENS) {
            return beforeAnyStart ? InForce.NO : past ? InForce.YES : InForce.POSSIBLY;
        }
        return beforeAnyStart || afterAnyEnd ? InForce.NO : begun && notOver ? InForce.YES : InForce.POSSIBLY;
    }
}
