package org.claimsledger.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.event.SubjectKind;
import org.claimsledger.name.Name;

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
}
