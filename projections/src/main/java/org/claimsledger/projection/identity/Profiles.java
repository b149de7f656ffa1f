package org.claimsledger.projection.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.claimsledger.claim.Content;
import org.claimsledger.identity.Fact;
import org.claimsledger.identity.Profile;
import org.claimsledger.name.Name;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.subject.SubjectDetails;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;

/** Makes profiles of subjects as of one position. */
final class Profiles {

    /** How many claims are looked at, the first ones: what a person is known for is said in these. */
    static final int CLAIMS = 200;

    private final Claims claims;
    private final long asOf;

    Profiles(Claims claims, long asOf) {
        this.claims = claims;
        this.asOf = asOf;
    }

    /** Of somebody who is not registered yet. */
    static Profile of(SubjectDetails details) {
        List<Name> names = new ArrayList<>();
        names.add(Name.of(details.name()));
        details.alsoKnownAs().forEach(name -> names.add(Name.of(name)));
        Map<String, Set<String>> ids = new HashMap<>();
        details.externalIds().forEach((scheme, id) -> ids.put(scheme, Set.of(id)));
        return new Profile(details.kind(), details.identified(), names, ids, Set.of());
    }

    /**
     * As its registration and its names tell, without a look at claims.
     *
     * @param one the one that is kept, and after it all that are read under it
     */
    static Profile of(List<SubjectAt> one) {
        SubjectDetails kept = one.getFirst().subject().details();
        List<Name> names = new ArrayList<>();
        Map<String, Set<String>> ids = new HashMap<>();
        for (SubjectAt each : one) {
            each.subject().names().forEach(name -> names.add(Name.of(name)));
            each.subject().details().externalIds().forEach((scheme, id) -> ids.computeIfAbsent(
                            scheme, none -> new TreeSet<>())
                    .add(id));
        }
        return new Profile(kept.kind(), kept.identified(), names, ids, Set.of());
    }

    /** What the claims about it say, and about all that are read under it. */
    Set<Fact> facts(SubjectId subject) {
        Set<Fact> facts = new HashSet<>();
        for (ClaimAt claim : claims.page(ClaimFilter.about(subject), Moment.asOf(asOf), 0, CLAIMS)
                .items()) {
            Content content = claim.claim().content();
            content.qualifiers().forEach((key, text) -> facts.add(new Fact.Qualified(key, text)));
            if (content.value() instanceof Value.AnotherSubject(SubjectId other)) {
                facts.add(new Fact.Concerns(other));
            }
        }
        return facts;
    }
}
