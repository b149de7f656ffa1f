package org.claimsledger.name;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How alike two names are, and in what way.
 *
 * @param score 1 for the same text, 0 for nothing in common
 */
public record Likeness(double score, LikenessKind kind) {

    /** From this score on, two names more likely than not belong to one person. */
    public static final double ONE_PERSON = 0.75;
    /** From this score on, a name of the ledger is worth showing as a search result. */
    public static final double MATCH = 0.5;

    /** Of names whose texts differ in nothing that is seen. */
    private static final double SAME_KEY = 0.999;

    /** Of Chinese or Korean names that are one in another romanisation. */
    static final double EAST_ASIAN = 0.88;

    /** Of the first letters of all words of an organisation. */
    static final double ACRONYM = 0.78;

    /** Of a name that is a part of what was asked for. */
    private static final double HELD_WHOLLY = 0.6;

    static final Likeness NONE = new Likeness(0, LikenessKind.UNLIKE);

    /** How well a name of the ledger answers a search, which may be for a part of it. */
    public static Likeness ofQuery(Name query, Name indexed) {
        Likeness same = ofSameText(query, indexed);
        if (same != null) {
            return same;
        }
        if (!Collections.disjoint(query.eastAsianReadings(), indexed.eastAsianReadings())) {
            return new Likeness(EAST_ASIAN, LikenessKind.SPELLING);
        }
        WordPairing wordPairing = WordPairing.of(query.words(), indexed.words());
        if (wordPairing.pairs() == 0) {
            return Acronym.of(query, indexed) ? new Likeness(ACRONYM, LikenessKind.INITIALS) : NONE;
        }
        double score = wordPairing.mean() * wordPairing.coveredOfFirst();
        if (wordPairing.tellingPairs() > 1 && wordPairing.leftOfSecond().isEmpty()) {
            score = Math.max(score, HELD_WHOLLY * wordPairing.mean());
        }
        score -= 0.1 * (1 - wordPairing.coveredOfSecond());
        if (score < ACRONYM && Acronym.of(query, indexed)) {
            return new Likeness(ACRONYM, LikenessKind.INITIALS);
        }
        return wordPairing.likeness(score, MATCH);
    }

    /**
     * Whether a word that is asked for is a spelling of a word of the indexed name. An initial spells no word, and no
     * word spells an initial.
     */
    public static boolean isSpelledIn(Name word, Name indexed) {
        Likeness likeness = ofQuery(word.withoutInitials(), indexed.withoutInitials());
        return likeness.score() >= MATCH && likeness.kind() != LikenessKind.UNLIKE;
    }

    /**
     * How likely both names belong to one person, as far as names can tell; or to one organisation, where one of them can
     * only be that of one.
     */
    public static Likeness ofOnePerson(Name one, Name other) {
        return one.isOfABody() || other.isOfABody() ? BodyLikeness.of(one, other) : PersonLikeness.of(one, other);
    }

    /** How likely both names belong to one organisation, place or other thing that is not a person. */
    public static Likeness ofOneBody(Name one, Name other) {
        return BodyLikeness.of(one, other);
    }

    /** Of the same text, or of texts that look the same; null where they differ by more. */
    static @Nullable Likeness ofSameText(Name one, Name other) {
        if (one.text().equals(other.text())) {
            return new Likeness(1, LikenessKind.EXACT);
        }
        return haveEqualWords(one.words(), other.words())
                        && FoldedText.of(one.text()).equals(FoldedText.of(other.text()))
                ? new Likeness(SAME_KEY, LikenessKind.LETTERS)
                : null;
    }

    /** Without equal words no two texts look the same. */
    private static boolean haveEqualWords(List<NameWord> words, List<NameWord> others) {
        if (words.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).folded().equals(others.get(i).folded())) {
                return false;
            }
        }
        return true;
    }

    /** The ways in which two names are alike, the surest first. */
    public enum LikenessKind {
        /** The same text. */
        EXACT,
        /** Equal but for case, marks or signs between the words. */
        LETTERS,
        /** Equal words in another order. */
        ORDER,
        /** Another spelling or transliteration. */
        SPELLING,
        /** Initials stand for words. */
        INITIALS,
        /** One has words that the other leaves out. */
        PART,
        /** The beginning of the name, as far as somebody has typed it. */
        BEGINNING,
        /** One letter is missing, added, swapped or wrong. */
        MISPRINT,
        /** Different names, as far as letters can tell. */
        UNLIKE;

        LikenessKind orWeaker(LikenessKind other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}
