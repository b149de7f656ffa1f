package org.claimsledger.projection.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a query. All of them must occur, in any order. They may occur inside longer words, because not every
 * script puts spaces between words. Case and diacritics do not matter.
 */
public record SearchTokens(List<String> tokens) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** The words of a query; none where it is absent or blank. */
    public static SearchTokens of(@Nullable String query) {
        String folded =
                query == null ? "" : SPACES.matcher(fold(query)).replaceAll(" ").strip();
        return new SearchTokens(folded.isEmpty() ? List.of() : List.copyOf(Arrays.asList(folded.split(" "))));
    }

    /** The text without case and diacritics. Both the query and the searched text have to be folded. */
    public static String fold(String text) {
        String bare = isPlain(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
        // upper case first, for letters that share an upper case: ß and ss, ς and σ
        return isPlain(bare)
                ? bare.toLowerCase(Locale.ROOT)
                : withoutStrokes(bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
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
