package org.claimsledger.desk.words;

import java.util.Locale;
import org.claimsledger.bestknown.ClaimStatus;

/**
 * The status of a claim as a shape and a word, never as a colour alone.
 *
 * @param word also its name in the style sheet
 */
public record StatusMark(String sign, String word) {

    public static StatusMark of(ClaimStatus claimStatus) {
        String sign =
                switch (claimStatus) {
                    case CORROBORATED -> "●";
                    case SUPPORTED -> "◐";
                    case ALLEGED -> "◇";
                    case DISPUTED -> "⇄";
                    case UNSUPPORTED -> "○";
                    case RETRACTED -> "✕";
                    case PROPOSED -> "◌";
                    case REFUSED -> "⊘";
                };
        return new StatusMark(sign, claimStatus.name().toLowerCase(Locale.ROOT));
    }
}
