package org.claimsledger.bestknown;

import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The order among claims that contend for an answer: the first of these in which two of them differ decides. */
enum PreferenceRule {
    ASSERTED(
            Comparator.comparing((CompetingClaim it) -> it.weight().asserting() == 0),
            (best, next) -> "It is asserted; %s is only alleged or believed.".formatted(next.claim())),
    SUPPORT(
            Comparator.comparingInt((CompetingClaim it) -> -it.weight().supporting()),
            (best, next) -> "%s against %s for %s."
                    .formatted(
                            ReasonPhrases.capitalised(
                                    ReasonPhrases.count(best.weight().supporting(), "independent origin")),
                            ReasonPhrases.numeral(next.weight().supporting()),
                            next.claim())),
    DISPUTE(
            Comparator.comparingInt((CompetingClaim it) -> it.weight().disputing()),
            (best, next) -> "It is disputed by %s against %s for %s."
                    .formatted(
                            ReasonPhrases.count(best.weight().disputing(), "origin"),
                            ReasonPhrases.numeral(next.weight().disputing()),
                            next.claim())),
    RELIABILITY(
            Comparator.comparing(
                    (CompetingClaim it) -> it.weight().reliabilityOrUnknown(), EvidenceWeight.BEST_RELIABILITY_FIRST),
            (best, next) -> "Its best source is rated %s against %s for %s."
                    .formatted(
                            best.weight().reliabilityOrUnknown(), next.weight().reliabilityOrUnknown(), next.claim())),
    CREDIBILITY(
            Comparator.comparingInt((CompetingClaim it) -> it.weight().credibilityOrUnknown()),
            (best, next) -> "Its best information is rated %d against %d for %s."
                    .formatted(
                            best.weight().credibilityOrUnknown(), next.weight().credibilityOrUnknown(), next.claim())),
    REPORTED(
            Comparator.comparing(CompetingClaim::reported).reversed(),
            (best, next) -> "It was reported later: %s against %s for %s."
                    .formatted(ReasonPhrases.day(best.reported()), ReasonPhrases.day(next.reported()), next.claim())),
    POSITION(
            Comparator.comparingLong(CompetingClaim::position).reversed(),
            (best, next) -> "It was recorded later: at position %d against %d for %s."
                    .formatted(best.position(), next.position(), next.claim()));

    private static final Pattern DATES = Pattern.compile("reported later: \\S+ against \\S+ for (\\S+)\\.$");

    private final Comparator<CompetingClaim> bestFirst;
    private final BiFunction<CompetingClaim, CompetingClaim, String> sentence;

    PreferenceRule(Comparator<CompetingClaim> bestFirst, BiFunction<CompetingClaim, CompetingClaim, String> sentence) {
        this.bestFirst = bestFirst;
        this.sentence = sentence;
    }

    static int bestFirst(CompetingClaim one, CompetingClaim other) {
        for (PreferenceRule preferenceRule : values()) {
            int order = preferenceRule.bestFirst.compare(one, other);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Why one goes before the other, with the figures. */
    static String whyBefore(CompetingClaim best, CompetingClaim next) {
        for (PreferenceRule preferenceRule : values()) {
            if (preferenceRule.bestFirst.compare(best, next) != 0) {
                return preferenceRule.sentence.apply(best, next);
            }
        }
        throw new IllegalArgumentException(best.claim() + " is compared with itself");
    }

    /** A sentence as it is, but for the dates at which claims were reported. */
    static String withoutDates(String sentence) {
        return DATES.matcher(sentence).replaceFirst("reported later than $1.");
    }
}
