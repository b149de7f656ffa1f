package org.claimsledger.desk.words;

import java.util.Locale;
import org.claimsledger.bestknown.ClaimStatus;

/**
 * How a claim stands, as a shape and a word; never by colour alone.
 *
 * @param word also the name by which the style sheet knows it
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
