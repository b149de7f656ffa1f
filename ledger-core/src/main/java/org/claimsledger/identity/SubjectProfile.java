package org.claimsledger.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.event.SubjectKind;
import org.claimsledger.name.Name;

/**
 * What there is to compare a subject by, with all that is read under it.
 *
 * @param identified false for somebody whom no source names: what is called the name is a description then
 * @param names at most {@value #NAMES}; of more the first ones count
 * @param externalIds the ids that it has elsewhere, by scheme
 * @param facts what the claims about it say
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

    /** The same with what claims say. */
    public SubjectProfile with(Set<ClaimedFact> said) {
        return new SubjectProfile(kind, identified, names, externalIds, said);
    }
}
