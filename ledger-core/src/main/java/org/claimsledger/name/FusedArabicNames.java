package org.claimsledger.name;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arabic names of two words that are written as one: Abdulaziz, Nureddin, Nasrallah. The article
 * that joins the two is left out in all its forms.
 */
final class FusedArabicNames {

    private static final List<Ending> ENDINGS = List.of(
            new Ending("ddin", "aeiou", "din"),
            new Ending("ldin", "aeiou", "din"),
            new Ending("ddine", "aeiou", "din"),
            new Ending("ldine", "aeiou", "din"),
            new Ending("ддин", "аеиоу", "дин"),
            new Ending("лдин", "аеиоу", "дин"),
            new Ending("льдин", "аеиоу", "дин"),
            new Ending("llah", "aou", "lah"),
            new Ending("lla", "aou", "la"),
            new Ending("ллах", "аоу", "лах"),
            new Ending("лла", "аоу", "ла"));

    private static final String VOWELS = "aeiouyаеиоуыэю";

    private FusedArabicNames() {}

    /** The word in small letters without the part that joins the two; null where it is not such a name. */
    static @Nullable String split(String small) {
        if (Sounds.isArabic(small)) {
            return splitInArabic(small);
        }
        String servant = splitServantName(small);
        return servant == null ? splitByEnding(small) : servant;
    }

    private static @Nullable String splitInArabic(String small) {
        if (small.startsWith("عبدال") && small.length() > 6) {
            return "عبد" + small.substring(5);
        }
        if ((small.endsWith("الدين") || small.endsWith("الله")) && small.length() > 6) {
            int article = small.lastIndexOf("ال");
            return small.substring(0, article) + small.substring(article + 2);
        }
        return null;
    }

    /** Splits names that begin with Abd: Abdulaziz, Abdurrahman, Abdikarim. */
    private static @Nullable String splitServantName(String small) {
        if (!small.startsWith("abd") && !small.startsWith("абд")) {
            return null;
        }
        int at = 3;
        while (at < small.length() && VOWELS.indexOf(small.charAt(at)) >= 0) {
            at++;
        }
        if (at == 3 || at > 5 || small.length() - at < 4) {
            return null;
        }
        if (small.charAt(at) == 'l' || small.charAt(at) == 'л') {
            at++;
            if (small.charAt(at) == 'ь') {
                at++;
            }
        }
        return small.substring(0, 3) + small.substring(at);
    }

    private static @Nullable String splitByEnding(String small) {
        for (Ending ending : ENDINGS) {
            int vowel = small.length() - ending.letters().length() - 1;
            if (vowel >= 2 && small.endsWith(ending.letters()) && ending.after().indexOf(small.charAt(vowel)) >= 0) {
                return small.substring(0, vowel) + ending.kept();
            }
        }
        return null;
    }

    /** The endings of words in al-Din or Allah after certain vowels, and the part of each that is kept. */
    private record Ending(String letters, String after, String kept) {}
}
