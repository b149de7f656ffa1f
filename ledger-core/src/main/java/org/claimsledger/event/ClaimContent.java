package org.claimsledger.event;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
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
 * @param finality whether the ruling that it tells of can still be changed; absent where it tells of none
 */
public record ClaimContent(
        SubjectId subject,
        PredicateKey predicate,
        Value value,
        SortedMap<QualifierKey, Qualifier> qualifiers,
        @Nullable Edtf valid,
        @Nullable String validAsStated,
        @Nullable String statement,
        @Nullable Finality finality) {

    /** Content that says nothing of being final. */
    public ClaimContent(
            SubjectId subject,
            PredicateKey predicate,
            Value value,
            SortedMap<QualifierKey, Qualifier> qualifiers,
            @Nullable Edtf valid,
            @Nullable String validAsStated,
            @Nullable String statement) {
        this(subject, predicate, value, qualifiers, valid, validAsStated, statement, null);
    }

    public ClaimContent {
        qualifiers = TextRules.sortedAt("/qualifiers", qualifiers);
        TextRules.lineAt("/validAsStated", validAsStated, TextRules.SHORT);
        TextRules.linesAt("/statement", statement, TextRules.STATEMENT);
    }

    /** The subjects that its value and its qualifiers name, beside the one that it is about. */
    Set<SubjectId> namedSubjects() {
        return namedSubjects(value, qualifiers);
    }

    static Set<SubjectId> namedSubjects(@Nullable Value value, @Nullable Map<QualifierKey, Qualifier> qualifiers) {
        Set<SubjectId> subjects = new LinkedHashSet<>();
        if (value instanceof Value.AnotherSubject other) {
            subjects.add(other.subject());
        }
        if (qualifiers != null) {
            for (Qualifier qualifier : qualifiers.values()) {
                if (qualifier instanceof Qualifier.AnotherSubject other) {
                    subjects.add(other.subject());
                }
            }
        }
        return subjects;
    }
}
