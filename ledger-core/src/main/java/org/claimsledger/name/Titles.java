package org.claimsledger.name;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words before and after a person's name that are no part of it: titles, ranks, honours, and which of a family it is. */
final class Titles {

    private static final Set<String> ANYWHERE = Set.of(
            "mr",
            "mrs",
            "ms",
            "mme",
            "mlle",
            "dr",
            "prof",
            "professor",
            "sir",
            "гн",
            "гжа",
            "phd",
            "esq",
            "hajji",
            "haji",
            "hadji",
            "alhaji",
            "alhajj",
            "mullah",
            "mulla",
            "mullo",
            "maulana",
            "mawlana",
            "maulawi",
            "mawlawi",
            "maulvi",
            "moulana",
            "sheikh",
            "shaykh",
            "sheik",
            "shaikh",
            "cheikh",
            "ayatollah",
            "hojatoleslam",
            "hojjatoleslam",
            "lt",
            "capt",
            "sgt",
            "col",
            "brig",
            "gen",
            "engr",
            "datuk",
            "dato",
            "tuan",
            "tun",
            "шейх",
            "мулла",
            "الشيخ",
            "الحاج",
            "الدكتور",
            "الملا");

    /** Names as well, and titles only before others. */
    private static final Set<String> FIRST = Set.of(
            "general",
            "colonel",
            "major",
            "maj",
            "captain",
            "lieutenant",
            "sergeant",
            "brigadier",
            "commander",
            "admiral",
            "marshal",
            "president",
            "prince",
            "princess",
            "king",
            "queen",
            "emir",
            "sultan",
            "imam",
            "sayyid",
            "sayed",
            "syed",
            "seyed",
            "sayid",
            "qari",
            "ustad",
            "ustaz",
            "hafiz",
            "judge",
            "justice",
            "senator",
            "minister",
            "ambassador",
            "bishop",
            "archbishop",
            "cardinal",
            "father",
            "rev",
            "reverend",
            "pope",
            "lord",
            "lady",
            "don",
            "dona",
            "sra",
            "herr",
            "frau",
            "monsieur",
            "madame",
            "comrade",
            "hon",
            "seri",
            "ing",
            "agha",
            "генерал",
            "полковник",
            "майор",
            "капитан",
            "адмирал",
            "маршал",
            "президент",
            "академик",
            "профессор",
            "доктор",
            "лейтенант",
            "господин",
            "госпожа",
            "имам",
            "принц",
            "князь",
            "مقدم",
            "عقيد",
            "لواء",
            "السيد",
            "الامير");

    private static final Set<String> HONOURS =
            Set.of("md", "obe", "cbe", "mbe", "qc", "kc", "mp", "ret", "phd", "esq", "cpa");

    private static final Map<String, Integer> GENERATIONS =
            Map.of("jr", 2, "junior", 2, "ii", 2, "iii", 3, "iv", 4, "sr", 1, "senior", 1, "мл", 2, "ст", 1);

    private Titles() {}

    /** Whether a word that others follow is a title and nothing else. */
    static boolean isTitle(NameToken nameToken) {
        return ANYWHERE.contains(nameToken.folded());
    }

    /** Whether a word that a name begins with is a title or a name. */
    static boolean maybeTitle(NameToken nameToken) {
        return FIRST.contains(nameToken.folded());
    }

    /** Whether a word that follows others is an honour, in capitals. */
    static boolean isHonour(NameToken nameToken) {
        return HONOURS.contains(nameToken.folded()) && isInCapitals(nameToken);
    }

    /** Which of a family the word says that somebody is, 1 for the eldest; null where it does not say so. */
    static @Nullable Integer generation(NameToken nameToken) {
        Integer generation = GENERATIONS.get(nameToken.folded());
        boolean roman = generation != null && nameToken.folded().startsWith("i");
        return roman && !isInCapitals(nameToken) ? null : generation;
    }

    private static boolean isInCapitals(NameToken nameToken) {
        return nameToken.written().equals(nameToken.written().toUpperCase(Locale.ROOT));
    }
}
