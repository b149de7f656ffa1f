package org.claimsledger.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.name.Name;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;

/**
 * Everything that a subject is compared by, together with the subjects that are read under it.
 *
 * @param identified false for somebody whom no source names; the name is then a description
 * @param names at most {@value #NAMES}; of more, the first ones
 * @param externalIds its ids in other systems, by scheme
 * @param facts stated by the claims about it
 */
public record SubjectProfile(
        SubjectKind kind,
        boolean identified,
        List<Name> names,
        Map<String, Set<String>> externalIds,
        Set<ClaimedFact> facts) {

    /** How many names are compared. */
    public static final int NAMES = 40;

    public SubjectProfile {
        names = List.copyOf(names.subList(0, Math.min(names.size(), NAMES)));
        externalIds = Map.copyOf(externalIds);
        facts = Set.copyOf(facts);
    }

    /** This profile with facts from claims. */
    public SubjectProfile with(Set<ClaimedFact> said) {
        return new SubjectProfile(kind, identified, names, externalIds, said);
    }

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
}
