package org.claimsledger.name;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words of Korean in one rough spelling for Hangul, the Revised Romanization of 2000, McCune-Reischauer and the spellings
 * that people choose for themselves: no consonant is told apart by voice or breath, and o, eo, u and eu are one vowel.
 */
final class KoreanSyllables {

    private record Rule(Pattern spelled, String rough) {}

    private static final List<Rule> RULES = List.of(
            rule("ng", "ŋ"),
            rule("tch|jj|ch|j", "c"),
            rule("kk|gg|kh|g|q|k", "k"),
            rule("tt|dd|th|d|t", "t"),
            rule("pp|bb|ph|b|p", "p"),
            rule("ss|sh|s", "s"),
            rule("ll|rr|rh|l|r", "r"),
            rule("yeo|you|yoo|yu|yo", "yo"),
            rule("woo|wu", "o"),
            rule("eui|ui|ee|yi", "i"),
            rule("oe|oi|wae", "we"),
            rule("eo|eu|oo|ou|u", "o"),
            rule("ae|ay|ai", "e"),
            rule("h(?![aeiowy])", ""));

    private static final Pattern WORD = Pattern.compile("([ckptrsmnh]?[yw]?[aeio][kntrmpŋ]?){1,3}");

    /** The initials and vowels of Hangul in the order of Unicode, and the ends of syllables. */
    private static final String[] INITIALS = "k k n t t r m p p s s - c c c k t p h".split(" ");

    private static final String[] VOWELS = "a e ya ye o e yo ye o wa we we yo o wo we wi yo o i i".split(" ");
    private static final String[] ENDS = "- k k k n n n t r k m r r r p r m p p t t ŋ t t k t p t".split(" ");

    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;

    /** Surnames that North and South, or their bearers, begin with another letter. */
    private static final Map<String, String> SURNAMES =
            Map.of("ri", "i", "ro", "no", "rim", "im", "ryo", "yo", "ra", "na", "ryaŋ", "yaŋ", "ryom", "yom");

    private KoreanSyllables() {}

    static boolean isHangul(String written) {
        String composed = Normalizer.normalize(written, Normalizer.Form.NFC);
        return !composed.isEmpty() && composed.chars().allMatch(c -> c >= FIRST && c <= LAST);
    }

    /** A word in Hangul in the rough spelling. */
    static String ofHangul(String written) {
        StringBuilder rough = new StringBuilder();
        Normalizer.normalize(written, Normalizer.Form.NFC).chars().forEach(c -> {
            int syllable = c - FIRST;
            int ends = ENDS.length;
            rough.append(INITIALS[syllable / (VOWELS.length * ends)])
                    .append(VOWELS[syllable / ends % VOWELS.length])
                    .append(ENDS[syllable % ends]);
        });
        return rough.toString().replace("-", "");
    }

    /** A word in Latin letters in the rough spelling; empty where it cannot be Korean. */
    static String ofLatin(String folded) {
        String rough = folded;
        for (Rule rule : RULES) {
            rough = rule.spelled().matcher(rough).replaceAll(rule.rough());
        }
        return WORD.matcher(rough).matches() ? rough : "";
    }

    /** A surname by its first letter in the South. */
    static String surname(String rough) {
        return SURNAMES.getOrDefault(rough, rough);
    }

    private static Rule rule(String spelled, String rough) {
        return new Rule(Pattern.compile(spelled), rough);
    }
}
