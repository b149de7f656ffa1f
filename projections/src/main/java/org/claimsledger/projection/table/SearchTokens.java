package org.claimsledger.projection.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.claimsledger.name.FoldedText;
import org.jspecify.annotations.Nullable;

/**
 * The words of a query. All of them must occur, in any order. They may occur inside longer words, because not every
 * script puts spaces between words. Case and diacritics do not matter.
 */
public record SearchTokens(List<String> tokens) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The words of a query; none where it is absent or blank. */
    public static SearchTokens of(@Nullable String query) {
        String folded = query == null ? "" : fold(query).strip();
        return new SearchTokens(folded.isEmpty() ? List.of() : List.copyOf(Arrays.asList(folded.split(" "))));
    }

    /** A text's key without diacritics. Both the query and the searched text have to be folded. */
    public static String fold(String text) {
        String key = FoldedText.of(text).text();
        return isPlain(key)
                ? key
                : withoutStrokes(MARKS.matcher(Normalizer.normalize(key, Normalizer.Form.NFKD))
                        .replaceAll(""));
    }

    /** Whether every word occurs in a folded text. */
    public boolean allOccurIn(String folded) {
        return tokens.stream().allMatch(folded::contains);
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** Replaces letters that Unicode does not decompose, though people without the key on their keyboard do. */
    private static String withoutStrokes(String text) {
        return text.replace('ł', 'l').replace('ø', 'o').replace('đ', 'd').replace('ħ', 'h');
    }
}
