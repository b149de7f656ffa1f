package org.claimsledger.desk.words;

import java.util.Locale;
import org.claimsledger.bestknown.Status;

/**
 * How a claim stands, as a shape and a word; never by colour alone.
 *
 * @param word also the name by which the style sheet knows it
 */
public record Mark(String sign, String word) {

    public static Mark of(Status status) {
        String sign =
                switch (status) {
                    case CORROBORATED -> "●";
                    case SUPPORTED -> "◐";
                    case ALLEGED -> "◇";
                    case DISPUTED -> "⇄";
                    case UNSUPPORTED -> "○";
                    case RETRACTED -> "✕";
                    case PROPOSED -> "◌";
                    case REFUSED -> "⊘";
                };
        return new Mark(sign, status.name().toLowerCase(Locale.ROOT));
    }
}
