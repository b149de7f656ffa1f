package org.claimsledger.name;

import org.claimsledger.name.Likeness.LikenessKind;

/**
 * How alike two words are.
 *
 * @param score 1 for the same word, 0 for nothing in common
 */
record WordLikeness(double score, LikenessKind kind) {

    static final WordLikeness NONE = new WordLikeness(0, LikenessKind.UNLIKE);

    private static final double RUSSIAN_SURNAME = 0.08;
    private static final int MAX_SPELLING_COST = 72;
    private static final int MOST_FOR_AN_INITIAL = 10;
    private static final int SHORTEST_WITH_A_MISPRINT = 4;

    static WordLikeness of(NameWord one, NameWord other) {
        if (one.written().equals(other.written())) {
            return new WordLikeness(1, LikenessKind.EXACT);
        }
        if (one.folded().equals(other.folded())) {
            return new WordLikeness(0.99, LikenessKind.LETTERS);
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
        if (one.russianSurnameSounds() != null && other.russianSurnameSounds() == null) {
            best = best.orBetter(
                    spoken(one.russianSurnameSounds(), other.sounds()).less(RUSSIAN_SURNAME));
        }
        return one.lastPart() != null && other.lastPart() == null
                ? best.orBetter(ofLastPart(one.lastPart(), other))
                : best;
    }

    /** The likeness of one word and two others read as one. */
    static WordLikeness joined(NameWord one, NameWord first, NameWord second) {
        if (one.isInitial() || first.isInitial() || second.isInitial()) {
            return NONE;
        }
        if (one.folded().equals(first.folded() + second.folded())) {
            return new WordLikeness(0.97, LikenessKind.SPELLING);
        }
        return spoken(one.sounds(), first.sounds().and(second.sounds()));
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
        if (cost <= affordable) {
            return new WordLikeness(0.98 - 0.13 * cost / affordable, LikenessKind.SPELLING);
        }
        return cost <= withAMisprint ? new WordLikeness(isLong(one, other) ? 0.78 : 0.60, LikenessKind.MISPRINT) : NONE;
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
