package org.claimsledger.identity;

import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;

/** A fact that a claim states about a subject, and that another claim may state about another subject. */
public sealed interface ClaimedFact {

    /** A qualifier, such as the case that a sentence was passed in. */
    record SameQualifier(QualifierKey key, String text) implements ClaimedFact {}

    /** Another subject that is the claim's value: an office, an organisation, a case. */
    record SameSubject(SubjectId subject) implements ClaimedFact {}
}
