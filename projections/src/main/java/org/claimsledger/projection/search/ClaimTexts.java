package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.Quote;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** The texts of a claim in which words are looked for, besides the names of its subject. */
final class ClaimTexts {

    /** @param of the piece of evidence that is quoted */
    record Text(String field, @Nullable String of, String text) {}

    private ClaimTexts() {}

    static List<Text> of(ClaimAt claim) {
        List<Text> texts = new ArrayList<>();
        Content content = claim.claim().content();
        if (content.statement() != null) {
            texts.add(new Text("statement", null, content.statement()));
        }
        String value = text(content.value());
        if (value != null) {
            texts.add(new Text("value", null, value));
        }
        for (EvidenceState evidence : claim.state().evidence()) {
            Quote quote = evidence.testimony().quote();
            if (quote != null) {
                texts.add(new Text("quote", evidence.id().value(), quote.exact()));
            }
        }
        return texts;
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
