package org.claimsledger.desk.words;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is different between two texts, word by word, to be shown within one of them. */
public final class WordDifference {

    /** A word or a sign, with the space that follows it. */
    private static final Pattern WORD = Pattern.compile("(?:[\\p{L}\\p{M}\\p{N}]+|.)\\s*", Pattern.DOTALL);

    /** What became of some words. */
    public enum Fate {
        SAME,
        GONE,
        NEW
    }

    /** Some words with the same fate. */
    public record Piece(Fate fate, String text) {}

    private WordDifference() {}

    public static List<Piece> between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, now, WordDifference::isSameWord).getDeltas()) {
            add(pieces, Fate.SAME, now.subList(at, delta.getTarget().getPosition()));
            add(pieces, Fate.GONE, delta.getSource().getLines());
            add(pieces, Fate.NEW, delta.getTarget().getLines());
            at = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        add(pieces, Fate.SAME, now.subList(at, now.size()));
        return pieces;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean isSameWord(String one, String other) {
        return one.strip().equals(other.strip());
    }

    /** A space at the end of what came or went is not marked: it belongs to what follows. */
    private static void add(List<Piece> pieces, Fate fate, List<String> words) {
        String text = String.join("", words);
        String marked = fate == Fate.SAME ? text : text.stripTrailing();
        if (!marked.isEmpty()) {
            pieces.add(new Piece(fate, marked));
        }
        if (marked.length() < text.length()) {
            pieces.add(new Piece(Fate.SAME, text.substring(marked.length())));
        }
    }
}
