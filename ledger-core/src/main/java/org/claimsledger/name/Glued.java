package org.claimsledger.name;

import org.jspecify.annotations.Nullable;

/**
 * Arabic names of two words that are written as one: Abdulaziz, Nureddin, Nasrallah. What joins the two, an article in
 * any of its forms, is left out.
 */
final class Glued {

    private static final String VOWELS = "aeiouyаеиоуыэю";

    private Glued() {}

    /** The word in small letters without what joins its parts; null where it is no such name. */
    static @Nullable String apart(String small) {
        if (Sounds.isArabic(small)) {
            return apartInArabic(small);
        }
        String servant = servant(small);
        return servant == null ? withAnEnding(small) : servant;
    }

    private static @Nullable String apartInArabic(String small) {
        if (small.startsWith("عبدال") && small.length() > 6) {
            return "عبد" + small.substring(5);
        }
        if ((small.endsWith("الدين") || small.endsWith("الله")) && small.length() > 6) {
            int article = small.lastIndexOf("ال");
            return small.substring(0, article) + small.substring(article + 2);
        }
        return null;
    }

    /** Abdulaziz, Abdurrahman, Abdikarim. */
    private static @Nullable String servant(String small) {
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

    private static @Nullable String withAnEnding(String small) {
        for (String ending :
                new String[] {"ddin", "ldin", "ddine", "ldine", "ддин", "лдин", "льдин", "llah", "lla", "ллах", "лла"
                }) {
            int vowel = small.length() - ending.length() - 1;
            if (vowel >= 2 && small.endsWith(ending) && "aeouаеоу".indexOf(small.charAt(vowel)) >= 0) {
                String kept = ending.startsWith("льд") ? ending.substring(2) : ending.substring(1);
                return small.substring(0, vowel) + kept;
            }
        }
        return null;
    }
}
