package org.claimsledger.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.identity.SubjectProfile.ClaimedFact;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Likeness.LikenessKind;
import org.claimsledger.name.Name;
import org.jspecify.annotations.Nullable;

/**
 * How likely two subjects are one, with the reasons. Names decide; facts claimed of both add to the score, and ids from
 * elsewhere decide more than any name.
 *
 * @param score from 0 to 1; from {@link #LIKELY} on it is worth an editor's look
 */
public record Resemblance(double score, List<ResemblanceReason> reasons) {

    /** From this score on two subjects are proposed. */
    public static final double LIKELY = Likeness.ONE_PERSON;

    /** Where names are less alike than this, no claimed fact makes two subjects one. */
    private static final double NAMES_APART = 0.5;

    /** The share of the remaining doubt that each fact claimed of both removes. */
    private static final double CASE = 0.4;

    private static final double QUALIFIER = 0.1;

    /** The most such facts that count. */
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

    public static Resemblance between(SubjectProfile ours, SubjectProfile theirs) {
        List<ResemblanceReason> resemblanceReasons = new ArrayList<>();
        ResemblanceReason.@Nullable AlikeNames alikeNames = names(ours, theirs);
        double score = 0;
        if (alikeNames != null && alikeNames.likeness() >= NAMES_APART) {
            resemblanceReasons.add(alikeNames);
            score = withShared(alikeNames.likeness(), shared(ours, theirs), resemblanceReasons);
        }
        if (addSameIds(ours, theirs, resemblanceReasons)) {
            score = Math.max(score, SAME_ID);
        } else if (addOtherIds(ours, theirs, resemblanceReasons)) {
            score *= OTHER_ID;
        }
        if (!mayBeOneKind(ours.kind(), theirs.kind())) {
            resemblanceReasons.add(new ResemblanceReason.DifferentKind(ours.kind(), theirs.kind()));
            score *= OTHER_KIND;
        }
        if (!ours.identified() || !theirs.identified()) {
            score *= NOT_IDENTIFIED;
        }
        return new Resemblance(score, resemblanceReasons);
    }

    private static ResemblanceReason.@Nullable AlikeNames names(SubjectProfile ours, SubjectProfile theirs) {
        boolean persons = mayBePerson(ours.kind()) && mayBePerson(theirs.kind());
        ResemblanceReason.AlikeNames best = null;
        for (Name our : ours.names()) {
            for (Name their : theirs.names()) {
                Likeness likeness = persons ? Likeness.ofOnePerson(our, their) : Likeness.ofOneBody(our, their);
                if (best == null || likeness.score() > best.likeness()) {
                    best = new ResemblanceReason.AlikeNames(
                            our.text(), their.text(), likeness.kind(), likeness.score());
                }
            }
        }
        return best;
    }

    private static boolean mayBePerson(SubjectKind kind) {
        return kind == SubjectKind.PERSON || kind == SubjectKind.OTHER;
    }

    private static double withShared(
            double likeness, List<ClaimedFact> shared, List<ResemblanceReason> resemblanceReasons) {
        double doubt = 1 - likeness;
        for (ClaimedFact claimedFact : shared.subList(0, Math.min(SHARED, shared.size()))) {
            resemblanceReasons.add(new ResemblanceReason.SharedFact(claimedFact));
            doubt *= 1 - weight(claimedFact);
        }
        return 1 - doubt;
    }

    /** The facts claimed of both, the weightiest first; of one weight, subjects before qualifiers. */
    private static List<ClaimedFact> shared(SubjectProfile ours, SubjectProfile theirs) {
        return ours.facts().stream()
                .filter(theirs.facts()::contains)
                .sorted(Comparator.comparingDouble(Resemblance::weight)
                        .reversed()
                        .thenComparing(ClaimedFact.ORDER))
                .toList();
    }

    private static double weight(ClaimedFact claimedFact) {
        return switch (claimedFact) {
            case ClaimedFact.SameSubject sameSubject -> CASE;
            case ClaimedFact.SameQualifier sameQualifier ->
                sameQualifier.key().value().equals("case") ? CASE : QUALIFIER;
        };
    }

    private static boolean addSameIds(
            SubjectProfile ours, SubjectProfile theirs, List<ResemblanceReason> resemblanceReasons) {
        int before = resemblanceReasons.size();
        new TreeMap<>(ours.externalIds()).forEach((scheme, ids) -> {
            Set<String> both = new TreeSet<>(ids);
            both.retainAll(theirs.externalIds().getOrDefault(scheme, Set.of()));
            both.forEach(id -> resemblanceReasons.add(new ResemblanceReason.SameId(scheme, id)));
        });
        return resemblanceReasons.size() > before;
    }

    private static boolean addOtherIds(
            SubjectProfile ours, SubjectProfile theirs, List<ResemblanceReason> resemblanceReasons) {
        int before = resemblanceReasons.size();
        for (Map.Entry<String, Set<String>> entry : new TreeMap<>(ours.externalIds()).entrySet()) {
            Set<String> other = theirs.externalIds().getOrDefault(entry.getKey(), Set.of());
            if (!other.isEmpty()) {
                resemblanceReasons.add(
                        new ResemblanceReason.DifferentId(entry.getKey(), first(entry.getValue()), first(other)));
            }
        }
        return resemblanceReasons.size() > before;
    }

    private static String first(Set<String> ids) {
        return new TreeSet<>(ids).first();
    }

    /** Whether two kinds may be one thing: a group may be an organisation, and {@code other} may be anything. */
    private static boolean mayBeOneKind(SubjectKind one, SubjectKind other) {
        return one == other || isLoose(one) && isLoose(other) || one == SubjectKind.OTHER || other == SubjectKind.OTHER;
    }

    private static boolean isLoose(SubjectKind kind) {
        return kind == SubjectKind.GROUP || kind == SubjectKind.ORGANISATION;
    }

    /** A reason for or against two subjects being one. */
    public sealed interface ResemblanceReason {

        /**
         * Two of their names are alike.
         *
         * @param way in which way they are alike
         * @param likeness from 0 to 1
         */
        record AlikeNames(String ours, String theirs, LikenessKind way, double likeness) implements ResemblanceReason {}

        /** Both have this id in one scheme. */
        record SameId(String scheme, String id) implements ResemblanceReason {}

        /** They have different ids in one scheme, which speaks against it. */
        record DifferentId(String scheme, String ours, String theirs) implements ResemblanceReason {}

        /** Claims about both state this fact. */
        record SharedFact(ClaimedFact fact) implements ResemblanceReason {}

        /** They are of different kinds, which speaks against it. */
        record DifferentKind(SubjectKind ours, SubjectKind theirs) implements ResemblanceReason {}
    }
}
