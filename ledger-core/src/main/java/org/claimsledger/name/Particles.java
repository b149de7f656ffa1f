package org.claimsledger.name;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small words of names, without case and marks. */
final class Particles {

    /** Each particle by the form that it is compared in. */
    private static final Map<String, String> PARTICLES = table("""
        bin: bin ibn ben bn бин ибн бен بن ابن בן
        bint: bint binti binte bintu bt бинт بنت בת
        abu: abu abou aboo abi bu bou абу ابو ابي بو
        umm: umm um oum omm умм ام
        ould: ould wuld walad ولد
        de: de da di do du del dos das des dei della delle degli dal dalla del las los
        von: von vom zu zum zur von van vander ter ten der den op av af
        la: la le les
        uly: uly uli ulu улы ұлы ugli oʻgli ogli
        oglu: oglu ogly oghlu oglou оглы оглу
        kyzy: qizi kizi kyzy qyzy kizy кызы қызы gizi
        of: of the for
        and: and und et y e ve и і та й ו
        """);

    private static final Set<String> IN_SMALL_LETTERS = Set.of(
            "y", "e", "et", "ve", "и", "і", "та", "й", "do", "das", "ten", "um", "bu", "zu", "av", "af", "op", "des",
            "les", "las", "ו");

    /** Particles that follow the name which they belong to. */
    private static final Set<String> AFTER_A_NAME = Set.of("uly", "oglu", "kyzy");

    private static final Map<String, String> OPPOSED =
            Map.of("bin", "bint", "abu", "umm", "uly", "kyzy", "oglu", "kyzy");

    private static final String SON = "bin";
    private static final String DAUGHTER = "bint";

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

    /**
     * The form in which a particle is compared: bin of ibn and ben; null where a word is none. One that is a name as well is
     * a particle in small letters only.
     */
    static @Nullable String particle(NameToken nameToken, boolean first, boolean last) {
        String folded = nameToken.folded();
        if (nameToken.dotted() && !first && !last) {
            if (nameToken.written().equals("b")) {
                return SON;
            }
            if (nameToken.written().equals("bt")) {
                return DAUGHTER;
            }
        }
        String particle = PARTICLES.get(folded);
        if (particle == null) {
            return null;
        }
        boolean capital = !nameToken.written().equals(nameToken.written().toLowerCase(Locale.ROOT));
        boolean name = last && !AFTER_A_NAME.contains(particle)
                || first && (folded.equals("ben") || folded.equals("la") || folded.equals("le"))
                || capital && IN_SMALL_LETTERS.contains(folded)
                || folded.length() == 1 && (first || nameToken.dotted());
        return name ? null : particle;
    }

    /** Whether a particle, as it is compared, says whose child somebody is. */
    static boolean isFiliation(String particle) {
        return particle.equals(SON) || particle.equals(DAUGHTER);
    }

    /** Whether particles of one name are a man's and those of another a woman's in the same place. */
    static boolean areOpposed(Set<String> particles, Set<String> others) {
        return OPPOSED.entrySet().stream()
                .anyMatch(pair -> particles.contains(pair.getKey())
                        && !particles.contains(pair.getValue())
                        && others.contains(pair.getValue())
                        && !others.contains(pair.getKey()));
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

    private static Map<String, String> table(String lines) {
        Map<String, String> table = new HashMap<>();
        for (String line : lines.strip().split("\\n")) {
            String[] cells = line.strip().split(":? +");
            for (int i = 1; i < cells.length; i++) {
                table.put(LetterFolding.bare(cells[i]), cells[0]);
            }
        }
        return Map.copyOf(table);
    }
}
