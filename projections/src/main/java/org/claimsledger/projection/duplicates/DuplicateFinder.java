package org.claimsledger.projection.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.identity.Resemblance;
import org.claimsledger.identity.SubjectProfile;
import org.claimsledger.identity.SubjectProfile.ClaimedFact;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.projection.search.Search;
import org.claimsledger.projection.search.Search.NameHit;
import org.claimsledger.subject.Subject.SubjectComparison;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subjects that may be the same as a given one. Names and external ids make a subject a candidate; its score
 * counts everything that is recorded about it. A candidate that was judged to be different is left out, even if the
 * judgement was on another subject that it is merged with.
 */
public final class DuplicateFinder {

    /**
     * A subject that may be the same as another one.
     *
     * @param subject the kept subject, where several are merged
     * @param judgement the judgement on the two, which is never that they are different; absent where there is none
     */
    public record LikelyDuplicate(
            SubjectAt subject,
            Resemblance resemblance,
            @Nullable Judgement judgement) {}

    /** The number of most similar names that are compared with each name of the subject. */
    private static final int NAMES_COMPARED = 50;

    private final Search search;
    private final Registry registry;
    private final ClaimQueries claimQueries;

    public DuplicateFinder(Search search, Registry registry, ClaimQueries claimQueries) {
        this.search = search;
        this.registry = registry;
        this.claimQueries = claimQueries;
    }

    /** The likely duplicates of a subject that is not registered yet, the likeliest first. */
    public List<LikelyDuplicate> ofNew(SubjectDetails details, long asOf, int limit) {
        return rank(SubjectProfiles.of(details), List.of(), asOf, limit);
    }

    /** The likely duplicates of a subject and of all that are merged with it, the likeliest first. */
    public List<LikelyDuplicate> of(SubjectId subject, long asOf, int limit) {
        List<SubjectAt> merged = withMerged(subject, asOf);
        Set<ClaimedFact> claimedFacts = new SubjectProfiles(claimQueries, asOf)
                .facts(merged.getFirst().subject().id());
        return rank(SubjectProfiles.of(merged).with(claimedFacts), merged, asOf, limit);
    }

    private List<LikelyDuplicate> rank(SubjectProfile profile, List<SubjectAt> merged, long asOf, int limit) {
        Set<SubjectId> kept = new LinkedHashSet<>();
        for (SubjectId candidate : candidates(profile, asOf)) {
            kept.add(registry.keptFor(candidate, asOf));
        }
        merged.forEach(member -> kept.remove(member.subject().id()));
        SubjectProfiles subjectProfiles = new SubjectProfiles(claimQueries, asOf);
        List<LikelyDuplicate> likely = new ArrayList<>();
        for (SubjectId candidate : kept) {
            List<SubjectAt> other = withMerged(candidate, asOf);
            Judgement judgement = judgement(merged, other);
            if (judgement != Judgement.NEGATIVE) {
                Resemblance resemblance = resemblance(profile, other, subjectProfiles);
                if (resemblance.isLikely()) {
                    likely.add(new LikelyDuplicate(other.getFirst(), resemblance, judgement));
                }
            }
        }
        likely.sort(Comparator.comparingDouble(
                        (LikelyDuplicate it) -> -it.resemblance().score())
                .thenComparingLong(it -> it.subject().registered()));
        return likely.subList(0, Math.min(limit, likely.size()));
    }

    /**
     * How far the profile resembles that of other subjects, whose claims are read only if they can make a difference.
     */
    private static Resemblance resemblance(
            SubjectProfile profile, List<SubjectAt> other, SubjectProfiles subjectProfiles) {
        SubjectProfile otherProfile = SubjectProfiles.of(other);
        Resemblance withoutClaims = Resemblance.between(profile, otherProfile);
        return withoutClaims.score() == 0 || profile.facts().isEmpty()
                ? withoutClaims
                : Resemblance.between(
                        profile,
                        otherProfile.with(
                                subjectProfiles.facts(other.getFirst().subject().id())));
    }

    private Set<SubjectId> candidates(SubjectProfile profile, long asOf) {
        List<NameHit> hits = new ArrayList<>();
        profile.externalIds()
                .forEach((scheme, ids) ->
                        ids.forEach(id -> hits.addAll(search.withExternalId(scheme, id, asOf, NAMES_COMPARED))));
        profile.names().forEach(name -> hits.addAll(search.namesLike(name, null, asOf, NAMES_COMPARED)));
        Set<SubjectId> subjects = new LinkedHashSet<>();
        hits.forEach(hit -> subjects.add(hit.subject()));
        return subjects;
    }

    /** The kept subject, and after it all that are merged into it. */
    private List<SubjectAt> withMerged(SubjectId subject, long asOf) {
        return registry.sameAs(subject, asOf).stream()
                .map(id -> registry.subject(id, asOf))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The judgement between any two of them; that they are different takes precedence, then that they are the same. */
    private static @Nullable Judgement judgement(List<SubjectAt> merged, List<SubjectAt> other) {
        Set<SubjectId> others = new HashSet<>();
        other.forEach(it -> others.add(it.subject().id()));
        Set<Judgement> judgements = new HashSet<>();
        for (SubjectAt each : merged) {
            for (SubjectComparison subjectComparison : each.subject().comparisons()) {
                if (others.contains(subjectComparison.other())) {
                    judgements.add(subjectComparison.judgement());
                }
            }
        }
        for (Judgement judgement : List.of(Judgement.NEGATIVE, Judgement.POSITIVE, Judgement.UNSURE)) {
            if (judgements.contains(judgement)) {
                return judgement;
            }
        }
        return null;
    }
}
