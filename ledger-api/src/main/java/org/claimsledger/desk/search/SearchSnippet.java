package org.claimsledger.desk.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.projection.search.Search.FieldMatch;
import org.claimsledger.projection.search.Search.FieldMatch.Highlight;

/**
 * A text in which words were found, or the part of it around the first of them.
 *
 * @param field the kind of text, in words
 */
public record SearchSnippet(String field, List<SnippetPart> parts) {

    private static final int AROUND = 90;

    /** A part of the text, inside or outside a match. */
    public record SnippetPart(String text, boolean highlighted) {}

    static SearchSnippet of(FieldMatch match) {
        String text = match.text();
        List<Highlight> highlights = match.highlights();
        int from = highlights.isEmpty() ? 0 : before(text, highlights.getFirst().from() - AROUND);
        int to = highlights.isEmpty()
                ? Math.min(text.length(), 2 * AROUND)
                : after(text, highlights.getFirst().to() + AROUND);
        List<SnippetPart> parts = new ArrayList<>();
        int at = from;
        add(parts, from > 0 ? "… " : "", false);
        for (Highlight each : highlights) {
            if (each.to() <= to) {
                add(parts, text.substring(at, each.from()), false);
                add(parts, text.substring(each.from(), each.to()), true);
                at = each.to();
            }
        }
        add(parts, text.substring(at, to), false);
        add(parts, to < text.length() ? " …" : "", false);
        return new SearchSnippet(fieldWords(match.field()), parts);
    }

    private static void add(List<SnippetPart> parts, String text, boolean highlighted) {
        if (!text.isEmpty()) {
            parts.add(new SnippetPart(text, highlighted));
        }
    }

    /** The beginning of the first word from a place on. */
    private static int before(String text, int at) {
        if (at <= 0) {
            return 0;
        }
        int space = text.indexOf(' ', at);
        return space < 0 || space > at + AROUND ? at : space + 1;
    }

    /** The end of the last word up to a place. */
    private static int after(String text, int at) {
        if (at >= text.length()) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', at);
        return space < at - AROUND ? at : space;
    }

    private static String fieldWords(String field) {
        return Phrases.withSpaces(field.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }
}
