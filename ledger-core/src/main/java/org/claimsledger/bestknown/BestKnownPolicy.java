package org.claimsledger.bestknown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.bestknown.BestKnown.Standing;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Rank;
import org.claimsledger.time.InForce;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which claim answers a question best, and why. Pure; {@code docs/best-known-state.md} explains it with examples.
 *
 * <p>Claims that the desk took back, deprecated or found false, that were annulled, that nothing supports or that were not
 * in force on the day that is asked about cannot answer. What is over, or has not begun, is taken out. Of the rest those of
 * best rank, verdict and grade contend; what another says more exactly is set aside; the others stand in the order of
 * {@link Preference}.
 */
public final class BestKnownPolicy {

    /** Raised with every change of a rule, so that two readings can tell why they differ. */
    public static final int VERSION = 2;

    private final Predicate predicate;
    private final ValueRelations valueRelations;
    private final SubjectIdentities subjectIdentities;
    private final @Nullable LocalDate validOn;
    private final ForceOnDay force;

    /**
     * @param predicate the question's
     * @param validOn the day that is asked about; absent for claims of any time
     * @param today for what is said of the answer where no day is asked about
     */
    public BestKnownPolicy(
            Predicate predicate, SubjectIdentities subjectIdentities, @Nullable LocalDate validOn, LocalDate today) {
        this.predicate = predicate;
        this.valueRelations = new ValueRelations(predicate, subjectIdentities);
        this.subjectIdentities = subjectIdentities;
        this.validOn = validOn;
        this.force = new ForceOnDay(predicate.time(), validOn == null ? today : validOn);
    }

    public ValueRelations valueRelations() {
        return valueRelations;
    }

    /**
     * @param claims all claims that answer one question at a viewpoint, in any order
     * @param discreet whether a protected source bears on them, so that neither dates nor names of origins may be told
     */
    public BestKnown answer(List<CompetingClaim> claims, boolean discreet) {
        List<CompetingClaim> inOrder = new ArrayList<>(claims);
        inOrder.sort(Comparator.comparingLong(CompetingClaim::position));
        Contest contest = new Contest(predicate.time(), valueRelations, inOrder);
        Bearing bearing = new Bearing(contest, new Positions(contest), predicate.cumulative());
        Reasons reasons =
                new Reasons(contest, bearing, force, new ValueInWords(predicate, subjectIdentities), discreet);
        return new Answering(contest, bearing, reasons).answer();
    }

    /**
     * The day from which something is so because a claim says it.
     *
     * @param from absent where it always was
     */
    record Effect(@Nullable LocalDate from) {}

    /**
     * What a claim brings about on others; absent where it cannot answer its own question, whatever day is asked about.
     *
     * @param competitors all claims that answer its question, itself among them
     */
    @Nullable
    Effect effectOf(ClaimId id, List<CompetingClaim> competitors) {
        Contest contest = new Contest(predicate.time(), valueRelations, competitors);
        Bearing bearing = new Bearing(contest, new Positions(contest), predicate.cumulative());
        for (CompetingClaim claim : competitors) {
            Support support = bearing.support(claim);
            if (claim.claim().equals(id)
                    && claim.carriesSupport()
                    && !support.isEmpty()
                    && force.annulment(claim) == null) {
                return new Effect(
                        claim.valid() == null
                                ? ForceOnDay.firstAsserted(support)
                                : ForceOnDay.takesEffect(claim.valid()));
            }
        }
        return null;
    }

    /** The answering of one question. */
    private final class Answering {

        private final Contest contest;
        private final Bearing bearing;
        private final Reasons reasons;
        private final Map<CompetingClaim, String> out = new LinkedHashMap<>();
        private final Map<CompetingClaim, String> over = new LinkedHashMap<>();
        private final List<CompetingClaim> left = new ArrayList<>();

        Answering(Contest contest, Bearing bearing, Reasons reasons) {
            this.contest = contest;
            this.bearing = bearing;
            this.reasons = reasons;
        }

        BestKnown answer() {
            for (CompetingClaim claim : contest.claims()) {
                String why = whyItCannotAnswer(claim);
                if (why == null) {
                    left.add(claim);
                } else {
                    out.put(claim, why);
                }
            }
            if (left.isEmpty()) {
                return BestKnown.open(Reasons.whyOpen(List.copyOf(out.values())), alternatives(List.of(), null));
            }
            takeOutWhatIsOver();
            Preference preference = new Preference(contest, bearing, left);
            List<CompetingClaim> order = new ArrayList<>(left);
            order.sort(preference.bestFirst());
            CompetingClaim answer = order.getFirst();
            Support support = bearing.support(answer);
            Rivalry rivalry = new Rivalry(
                    contest,
                    bearing,
                    answer,
                    left.stream()
                            .filter(it -> preference.isLeftBeside(answer, it))
                            .toList());
            InForce inForce = force.of(answer, support);
            return new BestKnown(
                    status(answer, support, rivalry),
                    answer,
                    support,
                    bearing.against(answer).size(),
                    inForce,
                    reasons.because(answer, order, preference, rivalry, over.keySet(), inForce),
                    alternatives(order, preference));
        }

        private @Nullable String whyItCannotAnswer(CompetingClaim claim) {
            if (claim.isRetracted()) {
                return Reasons.RETRACTED;
            }
            if (claim.ranking() != null && claim.rank() == Rank.DEPRECATED) {
                return Reasons.deprecated(claim.ranking());
            }
            if (claim.assessment() != null && claim.isFoundFalse()) {
                return Reasons.foundFalse(claim.assessment());
            }
            CompetingClaim.Annulment annulment = force.annulment(claim);
            if (annulment != null) {
                return Reasons.annulled(annulment);
            }
            if (bearing.support(claim).isEmpty()) {
                return reasons.unsupported(claim);
            }
            return validOn != null && force.of(claim, bearing.support(claim)) == InForce.NO
                    ? Reasons.notInForce(validOn)
                    : null;
        }

        /** Where the desk's own relations run in a circle, so that all would be over, none is. */
        private void takeOutWhatIsOver() {
            List<CompetingClaim> candidates = List.copyOf(left);
            boolean somethingHasBegun = candidates.stream().anyMatch(it -> Contest.hasBegun(it, force.day()));
            for (CompetingClaim claim : candidates) {
                String why = whyItIsOver(claim, candidates, somethingHasBegun);
                if (why != null) {
                    over.put(claim, why);
                }
            }
            if (over.size() == candidates.size()) {
                over.clear();
            }
            left.removeAll(over.keySet());
        }

        private @Nullable String whyItIsOver(
                CompetingClaim claim, List<CompetingClaim> candidates, boolean somethingHasBegun) {
            CompetingClaim later = bearing.overtakenBy(claim, candidates, force.day());
            if (later != null) {
                return reasons.overBefore(later);
            }
            for (CompetingClaim higher : candidates) {
                if (bearing.hasMovedOn(claim, higher)) {
                    return reasons.earlierCount(higher);
                }
            }
            return contest.hasStates() && somethingHasBegun && !Contest.hasBegun(claim, force.day())
                    ? Reasons.NOT_BEGUN
                    : null;
        }

        private QuestionStatus status(CompetingClaim answer, Support support, Rivalry rivalry) {
            if (support.grade() == Grade.ALLEGED) {
                return QuestionStatus.ALLEGED;
            }
            if (rivalry.isDispute()) {
                return QuestionStatus.DISPUTED;
            }
            if (answer.value() instanceof Value.Unknown) {
                return QuestionStatus.UNKNOWN;
            }
            boolean denied = support.grade() != Grade.RULED
                    && (!answer.denials().isEmpty() || !bearing.denials(answer).isEmpty());
            return denied || rivalry.isQuestioned() || Rivalry.standsOnQuestionedSource(support)
                    ? QuestionStatus.QUESTIONED
                    : QuestionStatus.UNCONTESTED;
        }

        private List<Alternative> alternatives(List<CompetingClaim> order, @Nullable Preference preference) {
            List<Alternative> alternatives = new ArrayList<>();
            for (int i = 1; i < order.size() && preference != null; i++) {
                alternatives.add(alternative(
                        order.get(i),
                        standing(order.getFirst(), order.get(i)),
                        reasons.whyNotPreferred(order.getFirst(), order.get(i), preference)));
            }
            over.forEach((claim, why) -> alternatives.add(alternative(claim, Standing.OVER, why)));
            out.forEach((claim, why) -> alternatives.add(alternative(claim, Standing.FALLEN, why)));
            return alternatives;
        }

        private Standing standing(CompetingClaim answer, CompetingClaim other) {
            if (bearing.exclude(answer, other)) {
                return Standing.RIVAL;
            }
            return switch (contest.relation(answer, other)) {
                case SAME, IMPLIES -> Standing.AGREES;
                case IMPLIED, COMPATIBLE, EXCLUDES, APART -> Standing.COMPATIBLE;
            };
        }

        private Alternative alternative(CompetingClaim claim, Standing standing, String why) {
            return new Alternative(
                    claim, standing, why, force.of(claim, bearing.support(claim)), force.annulment(claim));
        }
    }
}
