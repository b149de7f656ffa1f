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
    public enum SegmentKind {
        UNCHANGED,
        REMOVED,
        ADDED
    }

    /** Some words with the same fate. */
    public record Segment(SegmentKind kind, String text) {}

    private WordDifference() {}

    public static List<Segment> between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, now, WordDifference::isSameWord).getDeltas()) {
            add(
                    segments,
                    SegmentKind.UNCHANGED,
                    now.subList(at, delta.getTarget().getPosition()));
            add(segments, SegmentKind.REMOVED, delta.getSource().getLines());
            add(segments, SegmentKind.ADDED, delta.getTarget().getLines());
            at = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        add(segments, SegmentKind.UNCHANGED, now.subList(at, now.size()));
        return segments;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean isSameWord(String one, String other) {
        return one.strip().equals(other.strip());
    }

    /** A space at the end of what came or went is not marked: it belongs to what follows. */
    private static void add(List<Segment> segments, SegmentKind segmentKind, List<String> words) {
        String text = String.join("", words);
        String marked = segmentKind == SegmentKind.UNCHANGED ? text : text.stripTrailing();
        if (!marked.isEmpty()) {
            segments.add(new Segment(segmentKind, marked));
        }
        if (marked.length() < text.length()) {
            segments.add(new Segment(SegmentKind.UNCHANGED, text.substring(marked.length())));
        }
    }
}
