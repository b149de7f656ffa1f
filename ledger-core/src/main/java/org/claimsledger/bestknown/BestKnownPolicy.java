package org.claimsledger.bestknown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.Rank;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.jspecify.annotations.Nullable;

/**
 * Which claim answers a question best, and why. Pure; {@code docs/best-known-state.md} explains it with examples.
 *
 * <p>Claims that the desk took back, deprecated or found false, that lost their support or were not in force on the day
 * that is asked about cannot answer. Of the others, those of best rank and verdict make the top class. In it, what is
 * over yields to what came later and excludes it; those that are left contend in the order of {@link PreferenceRule}.
 */
public final class BestKnownPolicy {

    /** Raised with every change of a rule, so that two readings can tell why they differ. */
    public static final int VERSION = 1;

    private final Tense tense;
    private final Compatibility compatibility;
    private final @Nullable LocalDate validOn;
    private final LocalDate day;

    /**
     * @param tense how the question's predicate stands in time
     * @param validOn the day that is asked about; absent for claims of any time
     * @param today for what is said of the answer where no day is asked about
     */
    public BestKnownPolicy(Tense tense, Compatibility compatibility, @Nullable LocalDate validOn, LocalDate today) {
        this.tense = tense;
        this.compatibility = compatibility;
        this.validOn = validOn;
        this.day = validOn == null ? today : validOn;
    }

    /** @param claims all claims that answer one question at a viewpoint, in any order */
    public BestKnown answer(List<CompetingClaim> claims) {
        List<Alternative> out = new ArrayList<>();
        List<CompetingClaim> left = new ArrayList<>();
        for (CompetingClaim claim : claims) {
            String why = whyItCannotAnswer(claim);
            if (why == null) {
                left.add(claim);
            } else {
                out.add(new Alternative(claim, why));
            }
        }
        out.sort(Comparator.comparing(Alternative::candidate, PreferenceRule::bestFirst));
        return left.isEmpty()
                ? new BestKnown(QuestionStatus.OPEN, null, null, List.of(whyOpen(out)), out)
                : answer(left, out);
    }

    private BestKnown answer(List<CompetingClaim> left, List<Alternative> out) {
        CompetingClaim model =
                left.stream().min(BestKnownPolicy::bestClassFirst).orElseThrow();
        List<CompetingClaim> top = new ArrayList<>(left);
        top.removeIf(it -> bestClassFirst(model, it) != 0);
        top.sort(PreferenceRule::bestFirst);
        List<CompetingClaim> contending = new ArrayList<>(top);
        contending.removeIf(it -> successorOf(it, top) != null);
        CompetingClaim answer = contending.getFirst();

        List<Alternative> alternatives = new ArrayList<>();
        for (CompetingClaim next : contending.subList(1, contending.size())) {
            alternatives.add(new Alternative(next, whyNotPreferred(answer, next)));
        }
        for (CompetingClaim over : top) {
            CompetingClaim successor = successorOf(over, top);
            if (successor != null) {
                alternatives.add(new Alternative(over, "Over before " + successor.claim() + " began."));
            }
        }
        left.removeAll(top);
        left.sort(((Comparator<CompetingClaim>) BestKnownPolicy::bestClassFirst)
                .thenComparing(PreferenceRule::bestFirst));
        for (CompetingClaim lower : left) {
            alternatives.add(new Alternative(lower, whyLowerClass(answer, lower)));
        }
        List<CompetingClaim> rivals = contending.stream()
                .filter(it -> contending.stream().anyMatch(other -> exclude(it, other)))
                .toList();
        List<String> because = because(answer, contending, rivals, top, left, out);
        alternatives.addAll(out);
        boolean disputed = !rivals.isEmpty() || answer.status() == ClaimStatus.DISPUTED;
        return new BestKnown(
                disputed ? QuestionStatus.DISPUTED : QuestionStatus.UNCONTESTED,
                answer,
                inForce(answer),
                because,
                alternatives);
    }

    private @Nullable String whyItCannotAnswer(CompetingClaim claim) {
        if (claim.status() == ClaimStatus.RETRACTED) {
            return "Retracted by the desk.";
        }
        if (claim.status() == ClaimStatus.UNSUPPORTED) {
            return "No live evidence supports it.";
        }
        if (claim.ranking() != null && claim.rank() == Rank.DEPRECATED) {
            return "Deprecated by the desk on "
                    + ReasonPhrases.day(claim.ranking().at())
                    + ReasonPhrases.givenReason(claim.ranking().reason());
        }
        if (claim.assessment() != null && claim.isFoundFalse()) {
            return "Found false on " + ReasonPhrases.day(claim.assessment().at())
                    + ReasonPhrases.givenReason(claim.assessment().rationale());
        }
        return validOn != null && inForce(claim) == InForce.NO ? "Not in force on " + validOn + "." : null;
    }

    private InForce inForce(CompetingClaim claim) {
        return tense == Tense.HAPPENS ? InForce.sinceItHappened(day, claim.valid()) : InForce.on(day, claim.valid());
    }

    private static int bestClassFirst(CompetingClaim one, CompetingClaim other) {
        int byRank = one.rank().compareTo(other.rank());
        return byRank != 0 ? byRank : Boolean.compare(other.isVerified(), one.isVerified());
    }

    private boolean exclude(CompetingClaim one, CompetingClaim other) {
        return !compatibility.compatible(one.value(), other.value());
    }

    /** The first in the order of preference that excludes this one and began after it was over. */
    private @Nullable CompetingClaim successorOf(CompetingClaim claim, List<CompetingClaim> top) {
        return top.stream()
                .filter(later -> claim.wasOverBefore(later) && exclude(claim, later))
                .findFirst()
                .orElse(null);
    }

    private static String whyNotPreferred(CompetingClaim answer, CompetingClaim next) {
        return "Behind " + answer.claim() + ": " + lowerCase(PreferenceRule.whyBefore(answer, next));
    }

    private static String lowerCase(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String whyLowerClass(CompetingClaim answer, CompetingClaim lower) {
        return answer.rank() != lower.rank()
                ? "The desk prefers " + answer.claim() + "."
                : "Not verified, as " + answer.claim() + " is.";
    }

    private List<String> because(
            CompetingClaim answer,
            List<CompetingClaim> contending,
            List<CompetingClaim> rivals,
            List<CompetingClaim> top,
            List<CompetingClaim> lower,
            List<Alternative> out) {
        List<String> because = new ArrayList<>();
        if (!lower.isEmpty() || answer.rank() == Rank.PREFERRED || answer.isVerified()) {
            because.addAll(whyTopClass(answer));
        }
        top.stream()
                .filter(it -> answer.equals(successorOf(it, top)))
                .forEach(it -> because.add("What " + it.claim() + " says was over before this began."));
        if (contending.size() > 1) {
            because.add(PreferenceRule.whyBefore(answer, contending.get(1)));
        } else if (because.isEmpty()) {
            because.add(out.isEmpty() ? "It is the only claim on this question." : "It is the only claim that stands.");
        }
        because.add(onItsEvidence(answer));
        if (!rivals.isEmpty()) {
            because.add("%s that exclude each other contend: %s."
                    .formatted(
                            ReasonPhrases.capitalised(ReasonPhrases.count(rivals.size(), "answer")),
                            String.join(
                                    ", ",
                                    rivals.stream()
                                            .map(it -> it.claim().value())
                                            .toList())));
        }
        Edtf valid = answer.valid();
        if (valid != null
                && tense == Tense.HOLDS
                && inForce(answer) == InForce.NO
                && valid.end() instanceof Bound.Between end
                && end.latestDay().isBefore(day)) {
            because.add("It ended " + ReasonPhrases.endDate(end) + ".");
        }
        return because;
    }

    private static List<String> whyTopClass(CompetingClaim answer) {
        List<String> why = new ArrayList<>();
        if (answer.ranking() != null && answer.rank() == Rank.PREFERRED) {
            why.add("Preferred by the desk on "
                    + ReasonPhrases.day(answer.ranking().at())
                    + ReasonPhrases.givenReason(answer.ranking().reason()));
        }
        if (answer.assessment() != null && answer.isVerified()) {
            why.add("Verified on " + ReasonPhrases.day(answer.assessment().at())
                    + ReasonPhrases.givenReason(answer.assessment().rationale()));
        }
        return why;
    }

    private static String onItsEvidence(CompetingClaim answer) {
        EvidenceWeight evidenceWeight = answer.weight();
        String support = evidenceWeight.asserting() == 0
                ? ReasonPhrases.count(evidenceWeight.supporting(), "independent origin")
                        + alleges(evidenceWeight.supporting())
                : ReasonPhrases.count(evidenceWeight.asserting(), "independent origin")
                        + asserts(evidenceWeight.asserting());
        String dispute = evidenceWeight.disputing() == 0
                ? "none says otherwise"
                : ReasonPhrases.numeral(evidenceWeight.disputing())
                        + (evidenceWeight.disputing() == 1 ? " says" : " say") + " otherwise";
        return ReasonPhrases.capitalised(support) + " it, " + dispute + ".";
    }

    private static String asserts(int origins) {
        return origins == 1 ? " asserts" : " assert";
    }

    private static String alleges(int origins) {
        return origins == 1 ? " alleges or believes" : " allege or believe";
    }

    private static String whyOpen(List<Alternative> out) {
        return out.size() == 1
                ? "The only claim cannot answer: " + lowerCase(out.getFirst().why())
                : "None of the " + ReasonPhrases.numeral(out.size()) + " claims can answer.";
    }
}
