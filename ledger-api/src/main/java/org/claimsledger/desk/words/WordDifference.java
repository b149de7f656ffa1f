package org.claimsledger.desk.words;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is different between two texts, word by word, to be shown within one of them. */
public final class WordDifference {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

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
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            add(pieces, Fate.SAME, old.subList(at, delta.getSource().getPosition()));
            add(pieces, Fate.GONE, delta.getSource().getLines());
            add(pieces, Fate.NEW, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Fate.SAME, old.subList(at, old.size()));
        return joined(pieces);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void add(List<Piece> pieces, Fate fate, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(fate, String.join("", words)));
        }
    }

    /** Two changes with nothing but a space between them read as one. */
    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        StringBuilder gone = new StringBuilder();
        StringBuilder added = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean between = piece.fate() == Fate.SAME && piece.text().isBlank() && i > 0 && i < pieces.size() - 1;
            if (between || piece.fate() == Fate.GONE) {
                gone.append(piece.text());
            }
            if (between || piece.fate() == Fate.NEW) {
                added.append(piece.text());
            }
            if (piece.fate() == Fate.SAME && !between) {
                flush(joined, gone, added);
                joined.add(piece);
            }
        }
        flush(joined, gone, added);
        return withSpacesOutside(joined);
    }

    /** A space at the end of what came or went is not marked: it belongs to what follows. */
    private static List<Piece> withSpacesOutside(List<Piece> pieces) {
        List<Piece> tidy = new ArrayList<>();
        for (Piece piece : pieces) {
            String text = piece.text();
            String words = text.stripTrailing();
            if (piece.fate() == Fate.SAME || words.length() == text.length() || words.isEmpty()) {
                tidy.add(piece);
            } else {
                tidy.add(new Piece(piece.fate(), words));
                tidy.add(new Piece(Fate.SAME, text.substring(words.length())));
            }
        }
        return tidy;
    }

    private static void flush(List<Piece> joined, StringBuilder gone, StringBuilder added) {
        if (!gone.isEmpty()) {
            joined.add(new Piece(Fate.GONE, gone.toString()));
            gone.setLength(0);
        }
        if (!added.isEmpty()) {
            joined.add(new Piece(Fate.NEW, added.toString()));
            added.setLength(0);
        }
    }
}
