package org.claimsledger.desk.words;

import java.util.Locale;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.bestknown.ClaimStatus;

/** The status of a claim or of a question as a shape and a word, never as a colour alone. */
public record StatusMark(String sign, String word) {

    public static StatusMark of(ClaimStatus claimStatus) {
        String sign =
                switch (claimStatus) {
                    case CORROBORATED -> "●";
                    case SUPPORTED -> "◐";
                    case ALLEGED -> "◇";
                    case DISPUTED -> "⇄";
                    case QUESTIONED -> "?";
                    case FOUND_FALSE -> "≠";
                    case UNSUPPORTED -> "○";
                    case RETRACTED -> "✕";
                    case PROPOSED -> "◌";
                    case REFUSED -> "⊘";
                };
        return of(sign, claimStatus);
    }

    public static StatusMark of(QuestionStatus questionStatus) {
        String sign =
                switch (questionStatus) {
                    case UNCONTESTED -> "✓";
                    case QUESTIONED -> "?";
                    case UNKNOWN -> "⊖";
                    case DISPUTED -> "⇄";
                    case ALLEGED -> "◇";
                    case OPEN -> "□";
                };
        return of(sign, questionStatus);
    }

    private static StatusMark of(String sign, Enum<?> status) {
        return new StatusMark(sign, status.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Its name in the style sheet and among the shapes of a page. */
    public String symbol() {
        return word.replace(' ', '-');
    }
}
