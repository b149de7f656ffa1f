package org.claimsledger.name;

import java.util.Set;

/** Small words of names, without case and marks. */
final class Particles {

    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "prof", "sir", "гн", "гжа");

    private static final Set<String> PARTICLES = Set.of(
            "bin", "ibn", "ben", "bint", "abu", "abou", "bu", "bou", "ould", "umm", "de", "da", "di", "von", "van",
            "der", "den", "la", "le", "uly", "uli", "oglu", "ogly", "qizi", "kizi", "kyzy", "qyzy", "бин", "ибн", "бен",
            "абу", "оглы", "оглу", "кызы", "улы", "ұлы", "қызы", "بن", "ابن", "بنت", "ابو", "ابي", "بو", "ام", "ولد");

    private static final Set<String> ARTICLES =
            Set.of("al", "el", "ul", "il", "ol", "аль", "эль", "ал", "эл", "уль", "ال");

    /** Articles as they are pronounced before sun letters. */
    private static final Set<String> SUNLIT_ARTICLES = Set.of(
            "ar", "as", "ash", "at", "ath", "an", "az", "ad", "adh", "ur", "us", "ush", "ut", "un", "uz", "ud", "er",
            "es", "esh", "et", "en", "ez", "ed", "ach", "ech", "аш", "ас", "ар", "ан", "ад", "ат", "аз", "эш", "эс",
            "эр", "эн", "эд", "эт", "эз", "уд", "ур");

    private static final Set<String> SERVANTS = Set.of(
            "abd", "abdul", "abdel", "abdal", "abdoul", "abdu", "abdol", "абд", "абдул", "абдель", "абдал", "عبد");

    private static final Set<String> FAITHS = Set.of("din", "deen", "dine", "дин", "دين", "الدين");

    private static final Set<String> GODS = Set.of("allah", "allaah", "алла", "аллах", "الله");

    private Particles() {}

    static boolean isTitle(NameToken nameToken) {
        return TITLES.contains(nameToken.folded());
    }

    /** Whether a word is a particle that is often left out: bin, abu, de, oglu. */
    static boolean isParticle(NameToken nameToken) {
        return PARTICLES.contains(nameToken.folded());
    }

    /**
     * Whether a word is the Arabic article, apart or with a hyphen. An assimilated article must fit the first letter of
     * its noun, and without a hyphen it begins with a, as BGN/PCGN writes it.
     */
    static boolean isArticleOf(NameToken nameToken, NameToken noun) {
        if (nameToken.dotted()) {
            return false;
        }
        String folded = nameToken.folded();
        return ARTICLES.contains(folded)
                || SUNLIT_ARTICLES.contains(folded)
                        && (nameToken.hyphened() || folded.charAt(0) == 'a')
                        && folded.charAt(1) == noun.folded().charAt(0);
    }

    /** Whether a word is Abd or Abdul, "servant of", which is no name without the next word. */
    static boolean isServant(NameToken nameToken) {
        return SERVANTS.contains(nameToken.folded());
    }

    /** Whether a word is Din as in al-Din, which forms one name with the word before it. */
    static boolean isFaith(NameToken nameToken) {
        return FAITHS.contains(nameToken.folded());
    }

    static boolean isGod(NameToken nameToken) {
        return GODS.contains(nameToken.folded());
    }
}
