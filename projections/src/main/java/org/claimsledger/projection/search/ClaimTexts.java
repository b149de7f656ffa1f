package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Testimony.Quote;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** The texts of a claim in which words are looked for, besides the names of its subject. */
final class ClaimTexts {

    /** @param of the piece of evidence that is quoted */
    record ClaimText(String field, @Nullable String evidence, String text) {}

    private ClaimTexts() {}

    static List<ClaimText> of(ClaimAt claim) {
        List<ClaimText> claimTexts = new ArrayList<>();
        ClaimContent claimContent = claim.claim().content();
        if (claimContent.statement() != null) {
            claimTexts.add(new ClaimText("statement", null, claimContent.statement()));
        }
        String value = text(claimContent.value());
        if (value != null) {
            claimTexts.add(new ClaimText("value", null, value));
        }
        for (EvidenceState evidence : claim.state().evidence()) {
            Quote quote = evidence.testimony().quote();
            if (quote != null) {
                claimTexts.add(new ClaimText("quote", evidence.id().value(), quote.exact()));
            }
        }
        return claimTexts;
    }

    /** A value's words, where it has any. */
    static @Nullable String text(@Nullable Value value) {
        return switch (value) {
            case Value.Text it -> it.text();
            case Value.Term it -> it.term();
            case null, default -> null;
        };
    }
}
