package org.claimsledger.name;

import java.util.List;
import org.claimsledger.name.Likeness.LikenessKind;

/**
 * How alike two words are.
 *
 * @param score 1 for the same word, 0 for nothing in common
 */
record WordLikeness(double score, LikenessKind kind) {

    static final WordLikeness NONE = new WordLikeness(0, LikenessKind.UNLIKE);

    private static final double OTHER_FORM = 0.06;
    private static final double MEANT = 0.97;
    private static final double INITIALS_IN_ONE = 0.9;
    private static final int MAX_SPELLING_COST = 72;
    private static final int MOST_FOR_AN_INITIAL = 10;
    private static final int MOST_FOR_A_BEGINNING = 60;
    private static final int SHORTEST_WITH_A_MISPRINT = 4;

    static WordLikeness of(NameWord one, NameWord other) {
        if (one.written().equals(other.written())) {
            return new WordLikeness(1, LikenessKind.EXACT);
        }
        if (one.folded().equals(other.folded())) {
            return new WordLikeness(0.99, LikenessKind.LETTERS);
        }
        if (one.kind() == NameWord.Kind.FORM || other.kind() == NameWord.Kind.FORM) {
            return one.kind() == other.kind() && (one.rank() & other.rank()) != 0
                    ? new WordLikeness(MEANT, LikenessKind.SPELLING)
                    : NONE;
        }
        if (one.meant().equals(other.meant())) {
            return new WordLikeness(MEANT, LikenessKind.SPELLING);
        }
        if (one.isInitial() || other.isInitial()) {
            return initials(one, other);
        }
        return spoken(one.sounds(), other.sounds())
                .orBetter(misprinted(one, other))
                .orBetter(alternativeReadings(one, other))
                .orBetter(alternativeReadings(other, one));
    }

    /** The likeness where one word is read in another way that its spelling allows. */
    private static WordLikeness alternativeReadings(NameWord one, NameWord other) {
        WordLikeness best = NONE;
        if (one.alternativeSounds() != null && one.hasArticle() != other.hasArticle()) {
            best = spoken(one.alternativeSounds(), other.sounds());
        }
        for (Sounds form : one.otherForms()) {
            best = best.orBetter(spoken(form, other.sounds()).less(OTHER_FORM));
            for (Sounds otherForm : other.otherForms()) {
                best = best.orBetter(spoken(form, otherForm).less(OTHER_FORM));
            }
        }
        return one.lastPart() != null && other.lastPart() == null
                ? best.orBetter(ofLastPart(one.lastPart(), other))
                : best;
    }

    /** The likeness of one word and several others read as one. */
    static WordLikeness joined(NameWord one, List<NameWord> others) {
        int length = 0;
        boolean initials = true;
        boolean anInitial = one.isInitial();
        for (NameWord other : others) {
            length += other.folded().length();
            initials &= other.isInitial();
            anInitial |= other.isInitial();
        }
        if (length == one.folded().length() && one.folded().equals(folded(others))) {
            return new WordLikeness(initials ? INITIALS_IN_ONE : MEANT, LikenessKind.SPELLING);
        }
        return anInitial || !mayBegin(one.sounds(), others.getFirst().sounds())
                ? NONE
                : spokenAsOne(one.sounds(), others);
    }

    private static String folded(List<NameWord> words) {
        StringBuilder folded = new StringBuilder();
        words.forEach(word -> folded.append(word.folded()));
        return folded.toString();
    }

    /** Whether a word may begin with another one, by its first sound and their lengths. */
    private static boolean mayBegin(Sounds one, Sounds beginning) {
        return one.length() > 0
                && beginning.length() > 0
                && one.length() >= beginning.length() - 1
                && SoundCosts.of(one.row()[0], beginning.row()[0]) <= MOST_FOR_A_BEGINNING;
    }

    private static WordLikeness spokenAsOne(Sounds one, List<NameWord> others) {
        int length = 0;
        for (NameWord other : others) {
            length += other.sounds().length();
        }
        int shorter = Math.min(length, one.length());
        if (Math.max(length, one.length()) > 2 * shorter + 2) {
            return NONE;
        }
        Sounds joined = others.getFirst().sounds();
        for (NameWord other : others.subList(1, others.size())) {
            joined = joined.and(other.sounds());
        }
        return spoken(one, joined);
    }

    /** The likeness where one word is the last part of a name, as Rahman is of Abd al-Rahman. */
    private static WordLikeness ofLastPart(NameWord last, NameWord other) {
        WordLikeness likeness = of(last, other);
        return new WordLikeness(0.7 * likeness.score, likeness.kind.orWeaker(LikenessKind.PART));
    }

    private static WordLikeness spoken(Sounds one, Sounds other) {
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        if (shorter == 0 || longer > 2 * shorter + 2 || one.isNothingLike(other)) {
            return NONE;
        }
        int length = one.bare() == other.bare() ? shorter : (shorter + longer) / 2;
        int affordable = Math.max(6, Math.min(MAX_SPELLING_COST, 9 * length - 6));
        int withAMisprint = shorter < SHORTEST_WITH_A_MISPRINT ? affordable : SoundCosts.MISPRINT + affordable / 4;
        int cost = SoundDistance.between(one, other, withAMisprint);
        if (cost <= affordable && !isOfTheOtherGender(one, other)) {
            return new WordLikeness(0.98 - 0.13 * cost / affordable, LikenessKind.SPELLING);
        }
        return cost <= withAMisprint ? new WordLikeness(isLong(one, other) ? 0.78 : 0.60, LikenessKind.MISPRINT) : NONE;
    }

    /** Mario and Maria; not so Lukashenko and Lukashenka, which are one. */
    private static boolean isOfTheOtherGender(Sounds one, Sounds other) {
        return !one.bare()
                && !other.bare()
                && (one.endsInExactly("o") && other.endsInExactly("a")
                        || one.endsInExactly("a") && other.endsInExactly("o"))
                && !one.endsIn("nko")
                && !one.endsIn("nka");
    }

    /** Allows for neighbours, whose sounds one wrong letter may change too. */
    private static WordLikeness misprinted(NameWord one, NameWord other) {
        boolean tolerable = Math.min(one.folded().length(), other.folded().length()) >= SHORTEST_WITH_A_MISPRINT
                && Misprint.between(one.folded(), other.folded())
                && !one.hasDigits()
                && !other.hasDigits();
        return tolerable
                ? new WordLikeness(isLong(one.sounds(), other.sounds()) ? 0.78 : 0.60, LikenessKind.MISPRINT)
                : NONE;
    }

    /** Whether both words without their endings are long enough to be recognised with one letter wrong. */
    private static boolean isLong(Sounds one, Sounds other) {
        return Math.min(stem(one), stem(other)) >= 7
                && SoundCosts.of(one.row()[0], other.row()[0]) <= 20
                && Math.abs(one.length() - other.length()) <= 1
                && one.endsIn("a") == other.endsIn("a");
    }

    private static int stem(Sounds word) {
        int ending = word.endsIn("ova") || word.endsIn("eva") || word.endsIn("ina")
                ? 3
                : word.endsIn("ov") || word.endsIn("ev") || word.endsIn("in") ? 2 : 0;
        return word.length() - ending;
    }

    private static WordLikeness initials(NameWord one, NameWord other) {
        Sounds initial = one.isInitial() ? one.sounds() : other.sounds();
        Sounds word = one.isInitial() ? other.sounds() : one.sounds();
        if (initial.length() == 0 || word.length() == 0) {
            return NONE;
        }
        int cost = SoundCosts.of(initial.row()[0], word.row()[0]);
        if (cost > MOST_FOR_AN_INITIAL && word.length() > 1 && word.row()[0] == Sound.Y) {
            cost = SoundCosts.of(initial.row()[0], word.row()[1]);
        }
        return cost <= MOST_FOR_AN_INITIAL ? new WordLikeness(0.85, LikenessKind.INITIALS) : NONE;
    }

    private WordLikeness less(double score) {
        return new WordLikeness(Math.max(0, this.score - score), kind);
    }

    private WordLikeness orBetter(WordLikeness other) {
        return other.score > score ? other : this;
    }
}
