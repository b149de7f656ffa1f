package org.claimsledger.desk.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.projection.search.FieldMatch;
import org.claimsledger.projection.search.FieldMatch.Highlight;

/**
 * Where something was found: a text, or the part of it around the first word that was.
 *
 * @param field what the text is, in words
 */
public record SearchSnippet(String field, List<SnippetPart> parts) {

    private static final int AROUND = 90;

    /** A part of a text. */
    public record SnippetPart(String text, boolean highlighted) {}

    static SearchSnippet of(FieldMatch match) {
        String text = match.text();
        List<Highlight> found = match.highlights();
        int from = found.isEmpty() ? 0 : before(text, found.getFirst().from() - AROUND);
        int to = found.isEmpty()
                ? Math.min(text.length(), 2 * AROUND)
                : after(text, found.getFirst().to() + AROUND);
        List<SnippetPart> snippetParts = new ArrayList<>();
        int at = from;
        add(snippetParts, from > 0 ? "… " : "", false);
        for (Highlight each : found) {
            if (each.to() <= to) {
                add(snippetParts, text.substring(at, each.from()), false);
                add(snippetParts, text.substring(each.from(), each.to()), true);
                at = each.to();
            }
        }
        add(snippetParts, text.substring(at, to), false);
        add(snippetParts, to < text.length() ? " …" : "", false);
        return new SearchSnippet(spaced(match.field()), snippetParts);
    }

    private static void add(List<SnippetPart> snippetParts, String text, boolean found) {
        if (!text.isEmpty()) {
            snippetParts.add(new SnippetPart(text, found));
        }
    }

    /** The beginning of the first word from there on. */
    private static int before(String text, int at) {
        if (at <= 0) {
            return 0;
        }
        int space = text.indexOf(' ', at);
        return space < 0 || space > at + AROUND ? at : space + 1;
    }

    /** The end of the last word until there. */
    private static int after(String text, int at) {
        if (at >= text.length()) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', at);
        return space < at - AROUND ? at : space;
    }

    private static String spaced(String field) {
        return Phrases.withSpaces(field.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }
}
