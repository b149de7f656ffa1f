package org.claimsledger.name;

import java.util.List;

/**
 * How alike two names are, and in what way.
 *
 * @param score 1 for the same text, 0 for nothing in common
 */
public record Likeness(double score, Way way) {

    /** From here on two names are, more likely than not, names of one person. */
    public static final double SAME = 0.75;
    /** From here on a held name is worth showing to who asked. */
    public static final double FOUND = 0.5;

    private static final Likeness NONE = new Likeness(0, Way.UNLIKE);

    /** How well the held name answers the asked one, which may be a part of it. */
    public static Likeness found(Name asked, Name held) {
        if (asked.text().equals(held.text())) {
            return new Likeness(1, Way.EXACT);
        }
        Pairing pairing = Pairing.of(asked.words(), held.words());
        if (pairing.pairs() == 0) {
            return NONE;
        }
        double score = pairing.mean() * pairing.coveredOfFirst();
        score -= 0.1 * (1 - pairing.coveredOfSecond());
        return pairing.likeness(score, FOUND);
    }

    /** How likely both are names of one person, as far as names can tell. */
    public static Likeness same(Name one, Name other) {
        if (one.text().equals(other.text())) {
            return new Likeness(1, Way.EXACT);
        }
        List<Word> first = one.words();
        List<Word> second = other.words();
        boolean swap = first.size() > second.size()
                || first.size() == second.size() && one.text().compareTo(other.text()) > 0;
        Pairing pairing = swap ? Pairing.of(second, first) : Pairing.of(first, second);
        if (pairing.pairs() == 0) {
            return NONE;
        }
        double score = 0.5 * pairing.mean() + 0.5 * pairing.least();
        if (pairing.coveredOfFirst() < 1) {
            score = Math.min(score * pairing.coveredOfFirst(), 0.5);
        } else if (pairing.coveredOfSecond() < 1) {
            score = pairing.pairs() < 2 || pairing.skipsAnInitial() ? Math.min(score, 0.6) : score - 0.05;
        }
        return pairing.likeness(score, SAME);
    }
}
