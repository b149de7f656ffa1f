package org.claimsledger.identity;

import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;

/** Something that a claim about a subject says, and that a claim about another subject may say as well. */
public sealed interface ClaimedFact {

    /** A qualifier, such as the case that a sentence was passed in. */
    record SameQualifier(QualifierKey key, String text) implements ClaimedFact {}

    /** Another subject that is the claim's value: an office, an organisation, a case. */
    record SameSubject(SubjectId subject) implements ClaimedFact {}
}
