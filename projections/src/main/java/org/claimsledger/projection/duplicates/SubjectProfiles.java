package org.claimsledger.projection.duplicates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.identity.SubjectProfile;
import org.claimsledger.identity.SubjectProfile.ClaimedFact;
import org.claimsledger.name.Name;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;

/** Builds profiles of subjects as of one position. */
final class SubjectProfiles {

    /**
     * The most claims that are read about a subject. The first ones are read, because they say what it is known for.
     */
    static final int CLAIMS = 200;

    private final ClaimQueries claimQueries;
    private final long asOf;

    SubjectProfiles(ClaimQueries claimQueries, long asOf) {
        this.claimQueries = claimQueries;
        this.asOf = asOf;
    }

    /** The profile of a subject that is not registered yet. */
    static SubjectProfile of(SubjectDetails details) {
        List<Name> names = new ArrayList<>();
        names.add(Name.of(details.name()));
        details.alsoKnownAs().forEach(name -> names.add(Name.of(name)));
        Map<String, Set<String>> ids = new HashMap<>();
        details.externalIds().forEach((scheme, id) -> ids.put(scheme, Set.of(id)));
        return new SubjectProfile(details.kind(), details.identified(), names, ids, Set.of());
    }

    /**
     * The profile without the facts in claims.
     *
     * @param merged the kept subject, and after it all that are merged into it
     */
    static SubjectProfile of(List<SubjectAt> merged) {
        SubjectDetails kept = merged.getFirst().subject().details();
        List<Name> names = new ArrayList<>();
        Map<String, Set<String>> ids = new HashMap<>();
        for (SubjectAt each : merged) {
            each.subject().names().forEach(name -> names.add(Name.of(name)));
            each.subject().details().externalIds().forEach((scheme, id) -> ids.computeIfAbsent(
                            scheme, none -> new TreeSet<>())
                    .add(id));
        }
        return new SubjectProfile(kept.kind(), kept.identified(), names, ids, Set.of());
    }

    /** The facts in the claims about a subject and about all that are merged with it. */
    Set<ClaimedFact> facts(SubjectId subject) {
        Set<ClaimedFact> claimedFacts = new HashSet<>();
        for (ClaimAt claim : claimQueries
                .page(ClaimFilter.about(subject), BitemporalPoint.asOf(asOf), 0, CLAIMS)
                .items()) {
            ClaimContent claimContent = claim.claim().content();
            claimContent
                    .qualifiers()
                    .forEach((key, qualifier) -> claimedFacts.add(
                            switch (qualifier) {
                                case Qualifier.Text it -> new ClaimedFact.SameQualifier(key, it.text());
                                case Qualifier.AnotherSubject it -> new ClaimedFact.SameSubject(it.subject());
                            }));
            if (claimContent.value() instanceof Value.AnotherSubject(SubjectId other)) {
                claimedFacts.add(new ClaimedFact.SameSubject(other));
            }
        }
        return claimedFacts;
    }
}
