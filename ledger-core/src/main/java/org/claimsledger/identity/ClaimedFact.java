package org.claimsledger.identity;

import java.util.Comparator;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;

/** A fact that a claim states about a subject, and that another claim may state about another subject. */
public sealed interface ClaimedFact {

    /** Subjects first, by their ids; then qualifiers, by their keys and texts. */
    Comparator<ClaimedFact> ORDER = Comparator.comparing((ClaimedFact fact) -> fact instanceof SameQualifier)
            .thenComparing(fact -> switch (fact) {
                case SameSubject same -> same.subject().value();
                case SameQualifier same -> same.key().value();
            })
            .thenComparing(fact -> switch (fact) {
                case SameSubject same -> "";
                case SameQualifier same -> same.text();
            });

    /** A qualifier, such as the case that a sentence was passed in. */
    record SameQualifier(QualifierKey key, String text) implements ClaimedFact {}

    /** Another subject that is the claim's value: an office, an organisation, a case. */
    record SameSubject(SubjectId subject) implements ClaimedFact {}
}
