package org.claimsledger.bestknown;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A question that claims compete to answer: "to what was he sentenced in the coup case?"
 *
 * @param subject the one that is kept, after merges
 * @param qualifiers those that the predicate's cardinality names
 * @param only the one claim that can answer, where a predicate takes many answers; else absent
 */
public record Question(
        SubjectId subject,
        PredicateKey predicate,
        SortedMap<QualifierKey, String> qualifiers,
        @Nullable ClaimId only) {

    public Question {
        qualifiers = Collections.unmodifiableSortedMap(new TreeMap<>(qualifiers));
    }

    /** The question that a claim answers. */
    public static Question of(
            ClaimId claim, ClaimContent claimContent, Cardinality cardinality, SubjectIdentities subjectIdentities) {
        SortedMap<QualifierKey, String> named = new TreeMap<>(claimContent.qualifiers());
        named.keySet().retainAll(cardinality.qualifiers());
        return new Question(
                subjectIdentities.canonicalSubject(claimContent.subject()),
                claimContent.predicate(),
                named,
                cardinality instanceof Cardinality.Many ? claim : null);
    }
}
