package org.claimsledger.desk.words;

import java.time.LocalDate;
import org.claimsledger.bestknown.CompetingClaim.Annulment;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.time.Bound;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.jspecify.annotations.Nullable;

/** Whether a claim was in force on a day, and its valid time, in words. */
public final class InForceWords {

    private InForceWords() {}

    /**
     * Whether the claim was in force: {@code in force}, {@code no longer in force}, {@code had not happened yet}.
     *
     * @param answer for the day
     */
    public static String whether(InForce answer, LocalDate day, Tense tense, @Nullable Edtf valid) {
        return tense == Tense.HAPPENS ? happened(answer) : holding(answer, day, valid);
    }

    /** That a claim was annulled: {@code annulled on 1 June 2013}. */
    public static String annulled(Annulment annulment) {
        LocalDate from = annulment.from();
        return from == null ? "annulled" : "annulled on " + DateInWords.day(from);
    }

    private static String happened(InForce answer) {
        return switch (answer) {
            case YES, PRESUMED -> "happened";
            case POSSIBLY -> "may have happened";
            case NO -> "had not happened yet";
        };
    }

    private static String holding(InForce answer, LocalDate day, @Nullable Edtf valid) {
        return switch (answer) {
            case YES -> "in force";
            case PRESUMED -> "presumably still in force";
            case POSSIBLY -> "possibly in force";
            case NO ->
                isOver(day, valid) ? "no longer in force" : hasBegun(day, valid) ? "not in force" : "not in force yet";
        };
    }

    private static boolean isOver(LocalDate day, @Nullable Edtf valid) {
        return valid != null
                && valid.end() instanceof Bound.Between end
                && end.latestDay().isBefore(day);
    }

    /** Between two dates of a set. */
    private static boolean hasBegun(LocalDate day, @Nullable Edtf valid) {
        return valid != null && valid.start() instanceof Bound.Between start && !day.isBefore(start.earliestDay());
    }

    /** The valid time: {@code about 2006 to 2013}, or that nobody tells it. */
    public static String when(@Nullable Edtf valid) {
        return valid == null ? "no date is known" : DateInWords.brief(valid);
    }
}
