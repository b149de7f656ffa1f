package org.claimsledger.name;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimsledger.name.Likeness.LikenessKind;

/** How likely two names belong to one person. */
final class PersonLikeness {

    private static final double OTHER_WORDS = 0.5;
    private static final double ANOTHER_OF_THE_FAMILY = 0.6;
    private static final double ONE_WORD_ALONE = 0.6;
    private static final double WORDS_LEFT_OUT = 0.05;
    private static final double PARTICLES_LEFT_OUT = 0.01;

    private final Name one;
    private final Name other;
    private final List<NameWord> first;
    private final List<NameWord> second;
    private final WordPairing wordPairing;

    private PersonLikeness(Name one, Name other) {
        this.one = one;
        this.other = other;
        this.first = one.wordsToPair();
        this.second = other.wordsToPair();
        this.wordPairing = WordPairing.of(first, second);
    }

    static Likeness of(Name one, Name other) {
        Likeness same = Likeness.ofSameText(one, other);
        if (same != null) {
            return same;
        }
        int words = one.tellingWords().size() - other.tellingWords().size();
        int allWords = one.words().size() - other.words().size();
        boolean swap = words > 0
                || words == 0 && allWords > 0
                || words == 0 && allWords == 0 && one.text().compareTo(other.text()) > 0;
        PersonLikeness inOrder = swap ? new PersonLikeness(other, one) : new PersonLikeness(one, other);
        return inOrder.likeness();
    }

    private Likeness likeness() {
        Likeness likeness = paired();
        if (!Collections.disjoint(one.eastAsianReadings(), other.eastAsianReadings())
                && likeness.score() < Likeness.EAST_ASIAN) {
            likeness = new Likeness(Likeness.EAST_ASIAN, LikenessKind.SPELLING);
        }
        int generation = one.ranks(NameWord.Kind.GENERATION);
        int otherGeneration = other.ranks(NameWord.Kind.GENERATION);
        boolean another = generation != 0 && otherGeneration != 0 && generation != otherGeneration;
        return another || isAnotherOfTheFamily() || areOtherRelations() || isOtherChinese()
                ? capped(likeness, ANOTHER_OF_THE_FAMILY)
                : likeness;
    }

    private Likeness paired() {
        if (wordPairing.pairs() == 0) {
            return Likeness.NONE;
        }
        double score = 0.5 * wordPairing.mean() + 0.5 * wordPairing.least();
        boolean leftOfFirst = !wordPairing.leftOfFirst().isEmpty();
        boolean leftOfSecond = !wordPairing.leftOfSecond().isEmpty();
        if (leftOfFirst && leftOfSecond) {
            score = Math.min(score * wordPairing.coveredOfFirst(), OTHER_WORDS);
        } else if (leftOfFirst || leftOfSecond) {
            score = wordPairing.tellingPairs() < 2 || wordPairing.skipsInitial()
                    ? Math.min(score, ONE_WORD_ALONE)
                    : score - WORDS_LEFT_OUT;
        } else if (first.size() != second.size()) {
            score -= PARTICLES_LEFT_OUT;
        }
        return wordPairing.likeness(score, Likeness.ONE_PERSON);
    }

    /**
     * Whether the names can be of father and son: where bin or ibn says whose child somebody is, the own name of one
     * is the father's name of the other.
     */
    private boolean isAnotherOfTheFamily() {
        int father = fatherIn(first);
        int otherFather = fatherIn(second);
        if (father < 0 && otherFather < 0) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            int j = wordPairing.partnerOf(i);
            if (j >= 0 && first.get(i).isTelling() && second.get(j).isTelling()) {
                if (father >= 0 && otherFather >= 0) {
                    if (i < father && j < otherFather) {
                        return false;
                    }
                } else if (father < 0 ? isReversed(i, j, otherFather) : isReversed(j, i, father)) {
                    return true;
                }
            }
        }
        return father >= 0 && otherFather >= 0;
    }

    /** Whether a name without bin has the father's name before somebody's own. */
    private boolean isReversed(int plain, int named, int father) {
        if (named != father) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            int j = wordPairing.partnerOf(i);
            int ownPlain = fatherIn(first) < 0 ? i : j;
            int ownNamed = fatherIn(first) < 0 ? j : i;
            if (j >= 0
                    && ownNamed < father
                    && ownPlain > plain
                    && (fatherIn(first) < 0 ? second : first).get(ownNamed).isTelling()) {
                return true;
            }
        }
        return false;
    }

    /** Whether one is somebody's father where the other is a mother, or son where the other is daughter. */
    private boolean areOtherRelations() {
        Set<String> relations = particles(first);
        Set<String> others = particles(second);
        return Particles.areOpposed(relations, others) || Particles.areOpposed(others, relations);
    }

    private static Set<String> particles(List<NameWord> words) {
        return words.stream()
                .filter(word -> word.kind() == NameWord.Kind.PARTICLE)
                .map(NameWord::meant)
                .collect(Collectors.toSet());
    }

    /** Whether both are Chinese, of other syllables: what sounds alike elsewhere is another name there. */
    private boolean isOtherChinese() {
        return EastAsianNames.isChinese(one.eastAsianReadings())
                && EastAsianNames.isChinese(other.eastAsianReadings())
                && Collections.disjoint(one.eastAsianReadings(), other.eastAsianReadings());
    }

    /** The index of the word after the first bin that follows a name; -1 where there is none. */
    private static int fatherIn(List<NameWord> words) {
        boolean named = false;
        for (int i = 0; i + 1 < words.size(); i++) {
            NameWord word = words.get(i);
            if (named && word.kind() == NameWord.Kind.PARTICLE && Particles.isFiliation(word.meant())) {
                return i + 1;
            }
            named |= word.isTelling();
        }
        return -1;
    }

    private static Likeness capped(Likeness likeness, double most) {
        return likeness.score() <= most ? likeness : new Likeness(most, LikenessKind.UNLIKE);
    }
}
