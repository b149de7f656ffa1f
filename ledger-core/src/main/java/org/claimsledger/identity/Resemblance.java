package org.claimsledger.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Name;
import org.claimsledger.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * How likely two subjects are one, and by what. Names decide; what claims about both say adds to it, and ids that they
 * have elsewhere decide more than any name.
 *
 * @param score from 0 to 1; what reaches {@link #LIKELY} is worth an editor's look
 */
public record Resemblance(double score, List<Reason> reasons) {

    /** From this score on two subjects are proposed. */
    public static final double LIKELY = Likeness.SAME;

    /** Below this likeness of names nothing that claims say makes two subjects one. */
    private static final double NAMES_APART = 0.5;

    /** How much of the remaining doubt goes with each thing that claims about both say. */
    private static final double CASE = 0.4;

    private static final double QUALIFIER = 0.1;

    /** So many of these count. */
    private static final int SHARED = 3;

    private static final double SAME_ID = 0.99;
    private static final double OTHER_ID = 0.5;
    private static final double OTHER_KIND = 0.5;
    private static final double NOT_IDENTIFIED = 0.8;

    public Resemblance {
        reasons = List.copyOf(reasons);
    }

    public boolean isLikely() {
        return score >= LIKELY;
    }

    public static Resemblance between(Profile ours, Profile theirs) {
        List<Reason> reasons = new ArrayList<>();
        Reason.@Nullable Names names = names(ours, theirs);
        double score = 0;
        if (names != null && names.likeness() >= NAMES_APART) {
            reasons.add(names);
            score = withShared(names.likeness(), shared(ours, theirs), reasons);
        }
        if (addSameIds(ours, theirs, reasons)) {
            score = Math.max(score, SAME_ID);
        } else if (addOtherIds(ours, theirs, reasons)) {
            score *= OTHER_ID;
        }
        if (!mayBeOneKind(ours.kind(), theirs.kind())) {
            reasons.add(new Reason.OtherKind(ours.kind(), theirs.kind()));
            score *= OTHER_KIND;
        }
        if (!ours.identified() || !theirs.identified()) {
            score *= NOT_IDENTIFIED;
        }
        return new Resemblance(score, reasons);
    }

    private static Reason.@Nullable Names names(Profile ours, Profile theirs) {
        Reason.Names best = null;
        for (Name our : ours.names()) {
            for (Name their : theirs.names()) {
                Likeness likeness = Likeness.same(our, their);
                if (best == null || likeness.score() > best.likeness()) {
                    best = new Reason.Names(our.text(), their.text(), likeness.way(), likeness.score());
                }
            }
        }
        return best;
    }

    private static double withShared(double likeness, List<Fact> shared, List<Reason> reasons) {
        double doubt = 1 - likeness;
        for (Fact fact : shared.subList(0, Math.min(SHARED, shared.size()))) {
            reasons.add(new Reason.Shared(fact));
            doubt *= 1 - weight(fact);
        }
        return 1 - doubt;
    }

    /** What claims about both say, the weightiest first. */
    private static List<Fact> shared(Profile ours, Profile theirs) {
        return ours.facts().stream()
                .filter(theirs.facts()::contains)
                .sorted((one, other) -> {
                    int byWeight = Double.compare(weight(other), weight(one));
                    return byWeight != 0 ? byWeight : one.toString().compareTo(other.toString());
                })
                .toList();
    }

    private static double weight(Fact fact) {
        return switch (fact) {
            case Fact.Concerns concerns -> CASE;
            case Fact.Qualified qualified -> qualified.key().value().equals("case") ? CASE : QUALIFIER;
        };
    }

    private static boolean addSameIds(Profile ours, Profile theirs, List<Reason> reasons) {
        int before = reasons.size();
        new TreeMap<>(ours.externalIds()).forEach((scheme, ids) -> {
            Set<String> both = new TreeSet<>(ids);
            both.retainAll(theirs.externalIds().getOrDefault(scheme, Set.of()));
            both.forEach(id -> reasons.add(new Reason.SameId(scheme, id)));
        });
        return reasons.size() > before;
    }

    private static boolean addOtherIds(Profile ours, Profile theirs, List<Reason> reasons) {
        int before = reasons.size();
        for (Map.Entry<String, Set<String>> entry : new TreeMap<>(ours.externalIds()).entrySet()) {
            Set<String> other = theirs.externalIds().getOrDefault(entry.getKey(), Set.of());
            if (!other.isEmpty()) {
                reasons.add(new Reason.OtherId(entry.getKey(), first(entry.getValue()), first(other)));
            }
        }
        return reasons.size() > before;
    }

    private static String first(Set<String> ids) {
        return new TreeSet<>(ids).first();
    }

    /** A group may be an organisation, and what somebody called something else may be anything. */
    private static boolean mayBeOneKind(SubjectKind one, SubjectKind other) {
        return one == other || isLoose(one) && isLoose(other) || one == SubjectKind.OTHER || other == SubjectKind.OTHER;
    }

    private static boolean isLoose(SubjectKind kind) {
        return kind == SubjectKind.GROUP || kind == SubjectKind.ORGANISATION;
    }
}
