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
 * Finds the subjects that may be the same as a given one. Names and external ids make a subject a candidate; the score takes
 * in all that is recorded. A subject that was judged to be different is left out, also where the judgement concerns
 * another subject that it is merged with.
 */
public final class DuplicateFinder {

    /**
     * A subject that may be the same as another one.
     *
     * @param subject the one that is kept, where several are read as one
     * @param judgement the result of their comparison, which is never that they are different; absent where they were not
     *     compared
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

    /** The likely duplicates of a subject and all that are merged with it, the likeliest first. */
    public List<LikelyDuplicate> of(SubjectId subject, long asOf, int limit) {
        List<SubjectAt> one = readAsOne(subject, asOf);
        Set<ClaimedFact> claimedFacts = new SubjectProfiles(claimQueries, asOf)
                .facts(one.getFirst().subject().id());
        return rank(SubjectProfiles.of(one).with(claimedFacts), one, asOf, limit);
    }

    private List<LikelyDuplicate> rank(SubjectProfile ours, List<SubjectAt> one, long asOf, int limit) {
        Set<SubjectId> kept = new LinkedHashSet<>();
        for (SubjectId found : candidates(ours, asOf)) {
            kept.add(registry.keptFor(found, asOf));
        }
        one.forEach(member -> kept.remove(member.subject().id()));
        SubjectProfiles subjectProfiles = new SubjectProfiles(claimQueries, asOf);
        List<LikelyDuplicate> likely = new ArrayList<>();
        for (SubjectId candidate : kept) {
            List<SubjectAt> other = readAsOne(candidate, asOf);
            Judgement judgement = judgement(one, other);
            if (judgement != Judgement.NEGATIVE) {
                Resemblance resemblance = resemblance(ours, other, subjectProfiles);
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

    /** Claims are read only where they can make a difference. */
    private static Resemblance resemblance(
            SubjectProfile ours, List<SubjectAt> other, SubjectProfiles subjectProfiles) {
        SubjectProfile theirs = SubjectProfiles.of(other);
        Resemblance apart = Resemblance.between(ours, theirs);
        return apart.score() == 0 || ours.facts().isEmpty()
                ? apart
                : Resemblance.between(
                        ours,
                        theirs.with(
                                subjectProfiles.facts(other.getFirst().subject().id())));
    }

    private Set<SubjectId> candidates(SubjectProfile ours, long asOf) {
        List<NameHit> found = new ArrayList<>();
        ours.externalIds()
                .forEach((scheme, ids) ->
                        ids.forEach(id -> found.addAll(search.withExternalId(scheme, id, asOf, NAMES_COMPARED))));
        ours.names().forEach(name -> found.addAll(search.namesLike(name, null, asOf, NAMES_COMPARED)));
        Set<SubjectId> subjects = new LinkedHashSet<>();
        found.forEach(hit -> subjects.add(hit.subject()));
        return subjects;
    }

    /** The subject that is kept, and after it all that are read under it. */
    private List<SubjectAt> readAsOne(SubjectId subject, long asOf) {
        return registry.sameAs(subject, asOf).stream()
                .map(id -> registry.subject(id, asOf))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The judgement on any two of them: that they are different weighs most, then that they are the same. */
    private static @Nullable Judgement judgement(List<SubjectAt> one, List<SubjectAt> other) {
        Set<SubjectId> others = new HashSet<>();
        other.forEach(it -> others.add(it.subject().id()));
        Set<Judgement> found = new HashSet<>();
        for (SubjectAt each : one) {
            for (SubjectComparison subjectComparison : each.subject().comparisons()) {
                if (others.contains(subjectComparison.other())) {
                    found.add(subjectComparison.judgement());
                }
            }
        }
        for (Judgement judgement : List.of(Judgement.NEGATIVE, Judgement.POSITIVE, Judgement.UNSURE)) {
            if (found.contains(judgement)) {
                return judgement;
            }
        }
        return null;
    }
}
