package org.claimsledger.event;

import java.util.SortedMap;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The content of a claim.
 *
 * @param qualifiers what narrows it down, as in {@code case: coup-plot}
 * @param valid when it is true in the world; absent where unknown
 * @param validAsStated the source's own words for that time, where they were vague
 * @param statement the claim as a sentence, in the desk's own words
 */
public record ClaimContent(
        SubjectId subject,
        PredicateKey predicate,
        Value value,
        SortedMap<QualifierKey, String> qualifiers,
        @Nullable Edtf valid,
        @Nullable String validAsStated,
        @Nullable String statement) {

    public ClaimContent {
        qualifiers = TextRules.mapAt("/qualifiers", qualifiers, TextRules.SHORT);
        TextRules.lineAt("/validAsStated", validAsStated, TextRules.SHORT);
        TextRules.linesAt("/statement", statement, TextRules.STATEMENT);
    }
}
