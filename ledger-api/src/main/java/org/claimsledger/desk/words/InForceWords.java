package org.claimsledger.desk.words;

import java.time.LocalDate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.time.Bound;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.jspecify.annotations.Nullable;

/** Whether a claim was in force on a day, and its valid time, in words. */
public final class InForceWords {

    private InForceWords() {}

    public static InForce on(LocalDate day, Tense tense, @Nullable Edtf valid) {
        return tense == Tense.HAPPENS ? InForce.sinceItHappened(day, valid) : InForce.on(day, valid);
    }

    /** Whether the claim was in force: {@code in force}, {@code no longer in force}, {@code had not happened yet}. */
    public static String whether(LocalDate day, Tense tense, @Nullable Edtf valid) {
        InForce answer = on(day, tense, valid);
        return tense == Tense.HAPPENS ? happened(answer) : holding(answer, day, valid);
    }

    private static String happened(InForce answer) {
        return switch (answer) {
            case YES -> "happened";
            case POSSIBLY -> "may have happened";
            case NO -> "had not happened yet";
        };
    }

    private static String holding(InForce answer, LocalDate day, @Nullable Edtf valid) {
        return switch (answer) {
            case YES -> "in force";
            case POSSIBLY -> "possibly in force";
            case NO ->
                valid != null
                                && valid.end() instanceof Bound.Between end
                                && end.latestDay().isBefore(day)
                        ? "no longer in force"
                        : "not in force yet";
        };
    }

    /** The valid time: {@code about 2006 to 2013}, or that nobody tells it. */
    public static String when(@Nullable Edtf valid) {
        return valid == null ? "no date is known" : DateInWords.brief(valid);
    }
}
