package org.claimsledger.desk.words;

import java.util.List;
import java.util.Locale;
import org.claimsledger.name.Likeness.LikenessKind;

/** Figures, lists and constants as they stand in a sentence. */
public final class Phrases {

    private Phrases() {}

    /** {@code 1 origin}, {@code 3 documents}. */
    public static String count(long number, String thing) {
        return figure(number) + " " + (number == 1 ? thing : plural(thing));
    }

    public static String plural(String thing) {
        if (thing.equals("person")) {
            return "people";
        }
        return thing.endsWith("y") && !thing.matches(".*[aeiou]y")
                ? thing.substring(0, thing.length() - 1) + "ies"
                : thing + "s";
    }

    public static String figure(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A constant or key as words: {@code news_report} is {@code news report}. */
    public static String of(Enum<?> constant) {
        return withSpaces(constant.name().toLowerCase(Locale.ROOT));
    }

    public static String withSpaces(String key) {
        return key.replace('_', ' ');
    }

    public static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code a, b and c}. */
    public static String listed(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /** The way in which two names are alike. */
    public static String likeness(LikenessKind likenessKind) {
        return switch (likenessKind) {
            case EXACT -> "the same name";
            case LETTERS -> "the same letters";
            case ORDER -> "in another order";
            case SPELLING -> "another spelling";
            case INITIALS -> "with initials";
            case PART -> "a part of the name";
            case BEGINNING -> "it begins so";
            case MISPRINT -> "perhaps a misprint";
            case UNLIKE -> "not the same name";
        };
    }
}
