package org.claimsledger.desk.words;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The differences between two texts, word by word, as one text with marks. */
public final class WordDifference {

    /** A word or a sign, with the space that follows it. */
    private static final Pattern WORD = Pattern.compile("(?:[\\p{L}\\p{M}\\p{N}]+|.)\\s*", Pattern.DOTALL);

    /** Whether words stayed, went or came. */
    public enum SegmentKind {
        UNCHANGED,
        REMOVED,
        ADDED
    }

    /** Adjacent words of one kind. */
    public record Segment(SegmentKind kind, String text) {}

    private WordDifference() {}

    public static List<Segment> between(String before, String after) {
        List<String> oldWords = words(before);
        List<String> newWords = words(after);
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(oldWords, newWords, WordDifference::isSameWord).getDeltas()) {
            add(
                    segments,
                    SegmentKind.UNCHANGED,
                    newWords.subList(at, delta.getTarget().getPosition()));
            add(segments, SegmentKind.REMOVED, delta.getSource().getLines());
            add(segments, SegmentKind.ADDED, delta.getTarget().getLines());
            at = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        add(segments, SegmentKind.UNCHANGED, newWords.subList(at, newWords.size()));
        return segments;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean isSameWord(String one, String other) {
        return one.strip().equals(other.strip());
    }

    /** A space at the end of removed or added words is not marked, because it belongs to what follows. */
    private static void add(List<Segment> segments, SegmentKind kind, List<String> words) {
        String text = String.join("", words);
        String marked = kind == SegmentKind.UNCHANGED ? text : text.stripTrailing();
        if (!marked.isEmpty()) {
            segments.add(new Segment(kind, marked));
        }
        if (marked.length() < text.length()) {
            segments.add(new Segment(SegmentKind.UNCHANGED, text.substring(marked.length())));
        }
    }
}
