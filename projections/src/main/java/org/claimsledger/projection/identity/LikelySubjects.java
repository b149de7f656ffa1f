package org.claimsledger.projection.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimsledger.identity.Fact;
import org.claimsledger.identity.Profile;
import org.claimsledger.identity.Resemblance;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.projection.search.NameHit;
import org.claimsledger.projection.search.Search;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.subject.Comparison;
import org.claimsledger.subject.Judgement;
import org.claimsledger.subject.SubjectDetails;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subjects that one may be. Names and ids elsewhere make somebody a candidate, all that is known makes the score;
 * whoever was found to be somebody else is left out, be it as one of those that are read as one.
 */
public final class LikelySubjects {

    /** How many names are looked at for each of its own, those most like it. */
    private static final int WEIGHED = 50;

    private final Search search;
    private final Directory directory;
    private final Claims claims;

    public LikelySubjects(Search search, Directory directory, Claims claims) {
        this.search = search;
        this.directory = directory;
        this.claims = claims;
    }

    /** Who somebody may be who is not registered yet, the likeliest first. */
    public List<LikelySame> ofNew(SubjectDetails details, long asOf, int limit) {
        return weigh(Profiles.of(details), List.of(), asOf, limit);
    }

    /** Who else this subject may be, with all that is read as one with it; the likeliest first. */
    public List<LikelySame> of(SubjectId subject, long asOf, int limit) {
        List<SubjectAt> one = readAsOne(subject, asOf);
        Set<Fact> facts =
                new Profiles(claims, asOf).facts(one.getFirst().subject().id());
        return weigh(Profiles.of(one).with(facts), one, asOf, limit);
    }

    private List<LikelySame> weigh(Profile ours, List<SubjectAt> one, long asOf, int limit) {
        Set<SubjectId> kept = new LinkedHashSet<>();
        for (SubjectId found : candidates(ours, asOf)) {
            kept.add(directory.keptFor(found, asOf));
        }
        one.forEach(member -> kept.remove(member.subject().id()));
        Profiles profiles = new Profiles(claims, asOf);
        List<LikelySame> likely = new ArrayList<>();
        for (SubjectId candidate : kept) {
            List<SubjectAt> other = readAsOne(candidate, asOf);
            Judgement judgement = judgement(one, other);
            if (judgement != Judgement.NEGATIVE) {
                Resemblance resemblance = resemblance(ours, other, profiles);
                if (resemblance.isLikely()) {
                    likely.add(new LikelySame(other.getFirst(), resemblance, judgement));
                }
            }
        }
        likely.sort(
                Comparator.comparingDouble((LikelySame it) -> -it.resemblance().score())
                        .thenComparingLong(it -> it.subject().registered()));
        return likely.subList(0, Math.min(limit, likely.size()));
    }

    /** Claims are looked at only where they can make a difference. */
    private static Resemblance resemblance(Profile ours, List<SubjectAt> other, Profiles profiles) {
        Profile theirs = Profiles.of(other);
        Resemblance apart = Resemblance.between(ours, theirs);
        return apart.score() == 0 || ours.facts().isEmpty()
                ? apart
                : Resemblance.between(
                        ours,
                        theirs.with(profiles.facts(other.getFirst().subject().id())));
    }

    private Set<SubjectId> candidates(Profile ours, long asOf) {
        List<NameHit> found = new ArrayList<>();
        ours.externalIds()
                .forEach((scheme, ids) ->
                        ids.forEach(id -> found.addAll(search.withExternalId(scheme, id, asOf, WEIGHED))));
        ours.names().forEach(name -> found.addAll(search.namesLike(name, null, asOf, WEIGHED)));
        Set<SubjectId> subjects = new LinkedHashSet<>();
        found.forEach(hit -> subjects.add(hit.subject()));
        return subjects;
    }

    /** The one that is kept, and after it all that are read under it. */
    private List<SubjectAt> readAsOne(SubjectId subject, long asOf) {
        return directory.sameAs(subject, asOf).stream()
                .map(id -> directory.subject(id, asOf))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What was found of any two of them; that they are different weighs most, and then that they are one. */
    private static @Nullable Judgement judgement(List<SubjectAt> one, List<SubjectAt> other) {
        Set<SubjectId> others = new HashSet<>();
        other.forEach(it -> others.add(it.subject().id()));
        Set<Judgement> found = new HashSet<>();
        for (SubjectAt each : one) {
            for (Comparison comparison : each.subject().comparisons()) {
                if (others.contains(comparison.other())) {
                    found.add(comparison.judgement());
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
