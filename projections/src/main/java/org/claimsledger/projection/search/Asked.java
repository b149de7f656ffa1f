package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.name.Name;
import org.claimsledger.projection.search.Passage.Word;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/**
 * What somebody searches for: words that all have to occur, in any order. Nothing in it is an operator.
 *
 * @param terms the different words, in the order in which they were asked for
 * @param whole all words, as they follow each other
 */
record Asked(List<Term> terms, List<Word> whole) {

    /**
     * One word, or several signs of a script without spaces that stand side by side.
     *
     * @param words as they are compared
     * @param name the same as a name
     */
    record Term(List<String> words, boolean signs, Name name) {

        Term {
            words = List.copyOf(words);
        }

        static Term of(List<Word> words) {
            List<String> folded = words.stream().map(Word::folded).toList();
            return new Term(folded, words.getFirst().sign(), Name.of(String.join("", folded)));
        }

        String text() {
            return String.join("", words);
        }

        /** Whether it stands there, at that word of the passage, as a whole. */
        private boolean isAt(int at, Passage passage) {
            return stands(words, at, passage);
        }

        /** Whether it is the beginning of that word of the passage. */
        private boolean begins(int at, Passage passage) {
            return !signs && passage.words().get(at).folded().startsWith(words.getFirst());
        }

        boolean isIn(Passage passage) {
            for (int at = 0; at < passage.words().size(); at++) {
                if (isAt(at, passage)) {
                    return true;
                }
            }
            return false;
        }

        /** Which words of the passage are it, or begin with it. */
        BitSet places(Passage passage) {
            BitSet places = new BitSet();
            for (int at = 0; at < passage.words().size(); at++) {
                if (isAt(at, passage)) {
                    places.set(at, at + words.size());
                } else if (begins(at, passage)) {
                    places.set(at);
                }
            }
            return places;
        }
    }

    static Asked of(String query) {
        List<Word> words = Passage.of(query).words();
        Set<Term> terms = new LinkedHashSet<>();
        for (int at = 0; at < words.size(); ) {
            int end = at + 1;
            while (end < words.size() && areOneTerm(words.get(end - 1), words.get(end))) {
                end++;
            }
            terms.add(Term.of(words.subList(at, end)));
            at = end;
        }
        if (terms.size() > Search.MOST_WORDS) {
            throw Refused.because(
                    RefusalCode.INVALID_PARAMETER, "q has at most " + Search.MOST_WORDS + " different words");
        }
        return new Asked(new ArrayList<>(terms), words);
    }

    private static boolean areOneTerm(Word before, Word after) {
        return before.sign() && after.sign() && before.to() == after.from();
    }

    /** Nothing in it can be found: signs and no words. */
    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Whether there is but one, and only once. */
    boolean isOneTerm() {
        return terms.size() == 1 && whole.size() == terms.getFirst().words().size();
    }

    Term last() {
        return terms.getLast();
    }

    /** Whether all words stand in the passage side by side, in their order. */
    boolean isTogetherIn(Passage passage) {
        List<String> folded = whole.stream().map(Word::folded).toList();
        for (int at = 0; at < passage.words().size(); at++) {
            if (stands(folded, at, passage)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(List<String> folded, int at, Passage passage) {
        List<Word> words = passage.words();
        if (at + folded.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < folded.size(); i++) {
            if (!words.get(at + i).folded().equals(folded.get(i))) {
                return false;
            }
        }
        return true;
    }
}
