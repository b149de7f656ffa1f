package org.claimsledger.bestknown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.bestknown.CompetingClaim.Annulment;
import org.claimsledger.bestknown.CompetingClaim.Assessment;
import org.claimsledger.bestknown.CompetingClaim.Denial;
import org.claimsledger.bestknown.CompetingClaim.Ranking;
import org.claimsledger.bestknown.Preference.Rule;
import org.claimsledger.event.Finality;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.time.Bound;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Tells why an answer was chosen, in values and names. Where a protected source bears on the question it tells figures
 * only: a name or a date could say which source that is.
 */
final class Reasons {

    static final String RETRACTED = "Retracted by the desk.";
    static final String NOT_BEGUN = "It has not begun.";

    private final Contest contest;
    private final Bearing bearing;
    private final ForceOnDay force;
    private final ValueInWords values;
    private final boolean discreet;

    /** @param discreet whether neither dates nor names of origins may be told */
    Reasons(Contest contest, Bearing bearing, ForceOnDay force, ValueInWords values, boolean discreet) {
        this.contest = contest;
        this.bearing = bearing;
        this.force = force;
        this.values = values;
        this.discreet = discreet;
    }

    static String whyOpen(List<String> out) {
        return out.size() == 1
                ? "The only claim cannot answer: " + lowerCase(out.getFirst())
                : "None of the " + ReasonPhrases.numeral(out.size()) + " claims can answer.";
    }

    /** That nothing supports it; who used to say so and no longer does; and who denies it. */
    String unsupported(CompetingClaim claim) {
        List<String> sentences = new ArrayList<>(List.of("No live evidence supports it."));
        addGivenUp(
                bearing.givenUp().stream()
                        .filter(it -> contest.claimOf(it.statement()) == claim)
                        .toList(),
                sentences);
        addRejections("Denied", bearing.denials(claim), sentences);
        return String.join(" ", sentences);
    }

    static String deprecated(Ranking ranking) {
        return "Deprecated by the desk on "
                + ReasonPhrases.day(ranking.decided().at()) + ReasonPhrases.givenReason(ranking.reason());
    }

    static String foundFalse(Assessment assessment) {
        return "Found false on " + ReasonPhrases.day(assessment.decided().at())
                + ReasonPhrases.givenReason(assessment.rationale());
    }

    static String annulled(Annulment annulment) {
        return annulment.from() == null
                ? "Annulled."
                : "Annulled no later than " + DateInWords.day(annulment.from()) + ".";
    }

    static String notInForce(LocalDate day) {
        return "Not in force on " + DateInWords.day(day) + ".";
    }

    String overBefore(CompetingClaim later) {
        return "Over when " + value(later) + " began.";
    }

    String earlierCount(CompetingClaim higher) {
        return "An earlier count than " + value(higher) + ".";
    }

    private String value(CompetingClaim claim) {
        return quoted(claim.value());
    }

    /** A text is quoted by itself. */
    private String quoted(Value value) {
        String words = values.of(value);
        return value instanceof Value.Text ? words : "“" + words + "”";
    }

    private static String lowerCase(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** Why a claim that could answer is not the answer. */
    String whyNotPreferred(CompetingClaim answer, CompetingClaim next, Preference preference) {
        return switch (contest.relation(answer, next)) {
            case SAME -> "Agrees with the answer.";
            case IMPLIES -> "Agrees with the answer, and says it less exactly.";
            case IMPLIED -> "Agrees with the answer, and says it more exactly. " + before(answer, next, preference);
            case COMPATIBLE, EXCLUDES, APART -> before(answer, next, preference);
        };
    }

    /** Why one goes before the other, with the figures. */
    private String before(CompetingClaim best, CompetingClaim next, Preference preference) {
        Support more = bearing.support(best);
        Support less = bearing.support(next);
        return switch (preference.deciding(best, next)) {
            case RANK -> "The desk prefers %s.".formatted(value(best));
            case VERDICT -> "%s is verified, %s is not.".formatted(value(best), value(next));
            case GRADE -> "%s is %s; %s is only %s.".formatted(value(best), graded(more), value(next), graded(less));
            case EXACTNESS -> "%s is said more exactly elsewhere.".formatted(value(next));
            case ORIGINS ->
                "%s for %s against %s for %s."
                        .formatted(
                                ReasonPhrases.capitalised(ReasonPhrases.count(preference.origins(best), "origin")),
                                value(best),
                                ReasonPhrases.numeral(preference.origins(next)),
                                value(next));
            case IMPLICATION -> "%s implies more of the other answers.".formatted(value(best));
            case OPPOSITION ->
                "Against %s %s, against %s %s."
                        .formatted(
                                value(best),
                                ReasonPhrases.count(bearing.against(best).size(), "origin"),
                                value(next),
                                ReasonPhrases.count(bearing.against(next).size(), "origin"));
            case RELIABILITY ->
                "The best source for %s is %s, for %s %s."
                        .formatted(value(best), rated(more.rating()), value(next), rated(less.rating()));
            case CREDIBILITY ->
                "The best information for %s is %s, for %s %s."
                        .formatted(value(best), rated(more.credibility()), value(next), rated(less.credibility()));
            case FRESHNESS -> onlyDatesDecide(best, more, next, less);
            case POSITION ->
                "Nothing but the order of recording decides between %s and %s.".formatted(value(best), value(next));
        };
    }

    private String onlyDatesDecide(CompetingClaim best, Support more, CompetingClaim next, Support less) {
        String decided = "Nothing but its date decides between %s and %s".formatted(value(best), value(next));
        return discreet || more.fresh() == null || less.fresh() == null
                ? decided + "."
                : decided
                        + ": it was newly said %s, the other %s."
                                .formatted(ReasonPhrases.when(more.fresh()), ReasonPhrases.when(less.fresh()));
    }

    private static String graded(Support support) {
        return switch (support.grade()) {
            case RULED -> "ruled";
            case ASSERTED -> "asserted";
            case ALLEGED -> "alleged or believed";
        };
    }

    private static String rated(@Nullable Object rating) {
        return rating == null ? "not rated" : "rated " + rating;
    }

    /** @param order the claims that can answer, the answer first */
    List<String> because(
            CompetingClaim answer,
            List<CompetingClaim> order,
            Preference preference,
            Rivalry rivalry,
            Collection<CompetingClaim> over,
            InForce inForce) {
        List<String> because = new ArrayList<>();
        addDecision(answer, order, preference, over, because);
        Support support = bearing.support(answer);
        because.add(onItsEvidence(answer, support));
        addAgainst(answer, rivalry, because);
        addLessExact(answer, order, because);
        addGivenUp(bearing.givenUp(), because);
        addForce(answer, support, inForce, because);
        if (Rivalry.standsOnQuestionedSource(support)) {
            because.add("A source of it stands under a notice of concern or correction, or derives from one that was"
                    + " taken back.");
        }
        if (answer.content().finality() == Finality.NOT_FINAL) {
            because.add("The ruling is not final.");
        }
        return because;
    }

    private void addDecision(
            CompetingClaim answer,
            List<CompetingClaim> order,
            Preference preference,
            Collection<CompetingClaim> over,
            List<String> because) {
        Ranking ranking = answer.ranking();
        if (ranking != null && ranking.rank() == Rank.PREFERRED) {
            because.add("Preferred by the desk on "
                    + ReasonPhrases.day(ranking.decided().at())
                    + ReasonPhrases.givenReason(ranking.reason()));
        }
        Assessment assessment = answer.assessment();
        if (assessment != null && answer.isVerified()) {
            because.add("Verified on " + ReasonPhrases.day(assessment.decided().at())
                    + ReasonPhrases.givenReason(assessment.rationale()));
        }
        for (CompetingClaim earlier : over) {
            if (contest.follows(answer, earlier)) {
                because.add("%s was over when this began.".formatted(value(earlier)));
            } else if (bearing.hasMovedOn(earlier, answer)) {
                because.add("%s is an earlier count.".formatted(value(earlier)));
            }
        }
        CompetingClaim next = nextOfAnotherValue(answer, order);
        if (next != null && !isToldAlready(preference.deciding(answer, next))) {
            because.add(before(answer, next, preference));
        } else if (because.isEmpty() && contest.claims().size() == 1) {
            because.add("It is the only claim on this question.");
        } else if (because.isEmpty() && order.size() == 1) {
            because.add("It is the only claim that can answer.");
        }
    }

    /** The desk's decision stands by itself, and what says it less exactly is told with the evidence. */
    private static boolean isToldAlready(Rule rule) {
        return rule == Rule.RANK || rule == Rule.VERDICT || rule == Rule.EXACTNESS;
    }

    private @Nullable CompetingClaim nextOfAnotherValue(CompetingClaim answer, List<CompetingClaim> order) {
        for (CompetingClaim next : order.subList(1, order.size())) {
            ValueRelation relation = contest.relation(answer, next);
            if (relation != ValueRelation.SAME && relation != ValueRelation.IMPLIES) {
                return next;
            }
        }
        return null;
    }

    private String onItsEvidence(CompetingClaim answer, Support support) {
        Grade grade = support.grade();
        Set<Origin> best = Support.origins(
                support.statements().stream().filter(it -> it.grade() == grade).toList());
        String verb =
                switch (grade) {
                    case RULED -> best.size() == 1 ? "rules" : "rule";
                    case ASSERTED -> best.size() == 1 ? "asserts" : "assert";
                    case ALLEGED -> best.size() == 1 ? "alleges or believes" : "allege or believe";
                };
        String who = ReasonPhrases.count(best.size(), "independent origin");
        return ReasonPhrases.capitalised(who) + " " + verb + " it" + named(best) + ".";
    }

    private String named(Set<Origin> origins) {
        return discreet
                ? ""
                : ": " + ReasonPhrases.listed(origins.stream().map(Origin::name).toList());
    }

    private void addAgainst(CompetingClaim answer, Rivalry rivalry, List<String> because) {
        List<Statement> disputes = bearing.disputes(answer);
        List<Statement> denials = bearing.denials(answer);
        if (!rivalry.rivals().isEmpty()) {
            because.add(excluding(answer, rivalry));
        }
        addRejections("Disputed", disputes, because);
        addRejections("Denied", denials, because);
        for (Denial denial : answer.denials()) {
            because.add(
                    discreet || denial.date() == null
                            ? "Denied by %s.".formatted(denial.by())
                            : "Denied by %s %s.".formatted(denial.by(), ReasonPhrases.when(denial.date())));
        }
        if (disputes.isEmpty()
                && denials.isEmpty()
                && answer.denials().isEmpty()
                && rivalry.rivals().isEmpty()) {
            because.add("Nobody on file disputes or denies it.");
        }
    }

    private String excluding(CompetingClaim answer, Rivalry rivalry) {
        Set<String> weighed = new LinkedHashSet<>();
        Set<String> unweighed = new LinkedHashSet<>();
        for (CompetingClaim rival : rivalry.rivals()) {
            (rivalry.isWeighed(rival) ? weighed : unweighed).add(value(rival));
        }
        List<String> sentences = new ArrayList<>();
        if (!unweighed.isEmpty()) {
            sentences.add("It cannot be true together with %s.".formatted(ReasonPhrases.listed(unweighed)));
        }
        if (!weighed.isEmpty()) {
            sentences.add("The desk decided for it with %s in view.".formatted(ReasonPhrases.listed(weighed)));
        }
        return String.join(" ", sentences);
    }

    private void addRejections(String verb, List<Statement> rejections, List<String> because) {
        if (discreet && !rejections.isEmpty()) {
            because.add(verb + " by "
                    + ReasonPhrases.count(Support.origins(rejections).size(), "origin") + ".");
            return;
        }
        Set<String> told = new LinkedHashSet<>();
        for (Statement each : rejections) {
            told.add("%s by %s %s.".formatted(verb, each.origin().name(), ReasonPhrases.when(each.date())));
        }
        because.addAll(told);
    }

    private void addLessExact(CompetingClaim answer, List<CompetingClaim> order, List<String> because) {
        Set<String> implied = new LinkedHashSet<>();
        for (CompetingClaim other : order) {
            if (contest.relation(answer, other) == ValueRelation.IMPLIES) {
                implied.add(value(other));
            }
        }
        if (!implied.isEmpty()) {
            because.add("Others say it less exactly: %s.".formatted(ReasonPhrases.listed(implied)));
        }
    }

    private void addGivenUp(List<Positions.GivenUp> givenUp, List<String> because) {
        if (discreet) {
            return;
        }
        Set<String> told = new LinkedHashSet<>();
        for (Positions.GivenUp each : givenUp) {
            Statement statement = each.statement();
            String said = statement.supports() ? "said" : statement.stance() == Stance.DENIES ? "denied" : "disputed";
            told.add("%s %s %s until %s."
                    .formatted(
                            statement.origin().name(),
                            said,
                            quoted(statement.value()),
                            ReasonPhrases.until(each.until())));
        }
        because.addAll(told);
    }

    private void addForce(CompetingClaim answer, Support support, InForce inForce, List<String> because) {
        Edtf valid = answer.valid();
        if (!contest.hasStates() || valid == null) {
            return;
        }
        if (inForce == InForce.NO
                && valid.end() instanceof Bound.Between end
                && end.latestDay().isBefore(force.day())) {
            because.add("It ended " + ReasonPhrases.endDate(end) + ".");
        } else if (!discreet && (inForce == InForce.PRESUMED || inForce == InForce.POSSIBLY && valid.isLoneDate())) {
            LocalDate reported = ForceOnDay.lastReported(support);
            if (reported != null && reported.isBefore(force.day())) {
                because.add("As last reported on " + DateInWords.day(reported) + ".");
            }
        }
    }
}
