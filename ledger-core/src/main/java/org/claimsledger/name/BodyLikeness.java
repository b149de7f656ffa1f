package org.claimsledger.name;

import java.util.List;
import java.util.stream.Collectors;
import org.claimsledger.name.Likeness.LikenessKind;

/**
 * How likely two names belong to one organisation or thing. A word more makes another body, as a bank's name and a
 * country's make a bank of that country; legal forms may be left out, but not be of two families.
 */
final class BodyLikeness {

    private static final double WRITTEN_AS_ONE = 0.97;
    private static final double ANOTHER_FORM = 0.7;
    private static final double A_WORD_MORE = 0.6;
    private static final double OTHER_WORDS = 0.5;
    private static final double FORM_LEFT_OUT = 0.02;

    private BodyLikeness() {}

    static Likeness of(Name one, Name other) {
        Likeness same = Likeness.ofSameText(one, other);
        if (same != null) {
            return same;
        }
        boolean swap = one.words().size() > other.words().size()
                || one.words().size() == other.words().size() && one.text().compareTo(other.text()) > 0;
        return swap ? inOrder(other, one) : inOrder(one, other);
    }

    private static Likeness inOrder(Name one, Name other) {
        WordPairing wordPairing = WordPairing.of(one.wordsToPair(), other.wordsToPair());
        Likeness likeness = paired(wordPairing, one, other);
        int forms = one.ranks(NameWord.Kind.FORM);
        int otherForms = other.ranks(NameWord.Kind.FORM);
        if (forms != 0 && otherForms != 0 && (forms & otherForms) == 0) {
            return capped(likeness, ANOTHER_FORM);
        }
        return likeness;
    }

    private static Likeness paired(WordPairing wordPairing, Name one, Name other) {
        if (Acronym.of(one, other)) {
            return new Likeness(Likeness.ACRONYM, LikenessKind.INITIALS);
        }
        String written = writtenAsOne(one.tellingWords());
        if (!written.isEmpty() && written.equals(writtenAsOne(other.tellingWords()))) {
            return new Likeness(WRITTEN_AS_ONE, LikenessKind.SPELLING);
        }
        if (wordPairing.pairs() == 0) {
            return Likeness.NONE;
        }
        double score = 0.5 * wordPairing.mean() + 0.5 * wordPairing.least();
        boolean leftOfOne = !wordPairing.leftOfFirst().isEmpty();
        boolean leftOfOther = !wordPairing.leftOfSecond().isEmpty();
        if (leftOfOne && leftOfOther) {
            score = Math.min(score * wordPairing.coveredOfFirst(), OTHER_WORDS);
        } else if (leftOfOne || leftOfOther) {
            score = Math.min(score, A_WORD_MORE);
        } else if (one.words().size() != other.words().size()) {
            score -= FORM_LEFT_OUT;
        }
        return wordPairing.likeness(score, Likeness.ONE_PERSON);
    }

    private static String writtenAsOne(List<NameWord> words) {
        return words.stream().map(NameWord::meant).collect(Collectors.joining());
    }

    private static Likeness capped(Likeness likeness, double most) {
        return likeness.score() <= most ? likeness : new Likeness(most, LikenessKind.UNLIKE);
    }
}
