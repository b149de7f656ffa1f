package org.claimsledger.desk.words;

import java.util.Locale;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.ClaimRelation;

/**
 * The words before a statement that is not to be read as a fact: {@code Alleged: }, {@code Retracted: }. Titles, headings,
 * lists and citations all begin with them.
 */
public final class StatusPrefix {

    /** Before what may be read as a fact. */
    public static final String NONE = "";

    private StatusPrefix() {}

    /** The prefix of a claim, from what is known of it alone. */
    public static String of(ClaimStatus status, Claim claim) {
        boolean annulled = claim.relations().stream()
                .anyMatch(it ->
                        it.relation() == ClaimRelation.ANNULS && it.other().equals(claim.id()));
        return of(status, annulled);
    }

    /** @param annulled whether another claim annuls it */
    public static String of(ClaimStatus status, boolean annulled) {
        return switch (status) {
            case RETRACTED, PROPOSED, REFUSED, FOUND_FALSE -> word(status);
            case UNSUPPORTED, ALLEGED, DISPUTED -> annulled ? "Annulled: " : word(status);
            case QUESTIONED, SUPPORTED, CORROBORATED -> annulled ? "Annulled: " : NONE;
        };
    }

    private static String word(ClaimStatus status) {
        return Phrases.capitalised(status.name().toLowerCase(Locale.ROOT).replace('_', ' ')) + ": ";
    }
}
