package org.claimsledger.name;

import java.util.List;

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

    private static final Likeness NONE = new Likeness(0, LikenessKind.UNLIKE);

    /** How well a name of the ledger answers a search, which may be for a part of it. */
    public static Likeness ofQuery(Name query, Name indexed) {
        if (query.text().equals(indexed.text())) {
            return new Likeness(1, LikenessKind.EXACT);
        }
        WordPairing wordPairing = WordPairing.of(query.words(), indexed.words());
        if (wordPairing.pairs() == 0) {
            return NONE;
        }
        double score = wordPairing.mean() * wordPairing.coveredOfFirst();
        score -= 0.1 * (1 - wordPairing.coveredOfSecond());
        return wordPairing.likeness(score, MATCH);
    }

    /** How likely both names belong to one person, as far as names can tell. */
    public static Likeness ofOnePerson(Name one, Name other) {
        if (one.text().equals(other.text())) {
            return new Likeness(1, LikenessKind.EXACT);
        }
        List<NameWord> first = one.words();
        List<NameWord> second = other.words();
        boolean swap = first.size() > second.size()
                || first.size() == second.size() && one.text().compareTo(other.text()) > 0;
        WordPairing wordPairing = swap ? WordPairing.of(second, first) : WordPairing.of(first, second);
        if (wordPairing.pairs() == 0) {
            return NONE;
        }
        double score = 0.5 * wordPairing.mean() + 0.5 * wordPairing.least();
        if (wordPairing.coveredOfFirst() < 1) {
            score = Math.min(score * wordPairing.coveredOfFirst(), 0.5);
        } else if (wordPairing.coveredOfSecond() < 1) {
            score = wordPairing.pairs() < 2 || wordPairing.skipsInitial() ? Math.min(score, 0.6) : score - 0.05;
        }
        return wordPairing.likeness(score, ONE_PERSON);
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
