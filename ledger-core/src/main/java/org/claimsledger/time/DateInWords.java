package org.claimsledger.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The meaning of an EDTF text in English, for readers who do not know the format, and for writers who check that their
 * text says what they mean. The dates that doubt leaves possible are those that the ledger computes with.
 */
public final class DateInWords {

    private static final String DOTS = "..";

    private DateInWords() {}

    /** A short form: {@code about 2006 to 2013}, {@code since March 2008}, {@code until February 2006}. */
    public static String brief(Edtf date) {
        return words(date, DatePhrase::brief);
    }

    /** A whole sentence: {@code Some time in 2006, perhaps 2005 or 2007.} */
    public static String sentence(Edtf date) {
        String words = words(date, DatePhrase::full);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    /** A day of the calendar: {@code 22 November 2026}. */
    public static String day(LocalDate day) {
        return DatePhrase.day(day);
    }

    private static String words(Edtf date, Function<DatePhrase, String> as) {
        String text = date.text();
        if (text.startsWith("[")) {
            return set(text, as, "or");
        }
        if (text.startsWith("{")) {
            return "all of " + set(text, as, "and");
        }
        int time = text.indexOf('T');
        if (time >= 0) {
            return as.apply(DatePhrase.of(text.substring(0, time))) + " at " + clock(text.substring(time + 1));
        }
        int slash = text.indexOf('/');
        return slash < 0
                ? as.apply(DatePhrase.of(text))
                : interval(text.substring(0, slash), text.substring(slash + 1), as);
    }

    private static String clock(String time) {
        String local = time.split("[Z+-]", 2)[0];
        String shift = time.substring(local.length());
        return local
                + switch (shift) {
                    case "" -> "";
                    case "Z" -> " UTC";
                    default -> " (UTC" + shift.replace('-', '−') + ")";
                };
    }

    private static String interval(String start, String end, Function<DatePhrase, String> as) {
        String from = bound(start, as);
        String to = bound(end, as);
        if (start.equals(DOTS)) {
            return end.equals(DOTS)
                    ? "always"
                    : end.isEmpty() ? "always, until nobody knows when" : "always, until " + to;
        }
        if (start.isEmpty()) {
            return end.equals(DOTS) ? "from an unknown time on" : "until " + to + ", from an unknown time";
        }
        if (end.equals(DOTS)) {
            return "since " + from;
        }
        String comma = from.indexOf(',') < 0 ? "" : ",";
        return "from " + from + comma + " to " + (end.isEmpty() ? "an unknown time" : to);
    }

    private static String bound(String date, Function<DatePhrase, String> as) {
        if (date.isEmpty() || date.equals(DOTS)) {
            return "";
        }
        if (date.startsWith("[")) {
            return bound(date.substring(1, date.length() - 1), as);
        }
        if (date.startsWith(DOTS)) {
            return as.apply(DatePhrase.of(date.substring(2))) + " or earlier";
        }
        return date.endsWith(DOTS)
                ? as.apply(DatePhrase.of(date.substring(0, date.length() - 2))) + " or later"
                : as.apply(DatePhrase.of(date));
    }

    private static String set(String text, Function<DatePhrase, String> as, String last) {
        List<String> members = new ArrayList<>();
        for (String member : text.substring(1, text.length() - 1).split(",")) {
            members.add(member(member, as));
        }
        String end = members.removeLast();
        return members.isEmpty() ? end : String.join(", ", members) + " " + last + " " + end;
    }

    private static String member(String member, Function<DatePhrase, String> as) {
        int dots = member.indexOf(DOTS);
        if (dots <= 0 || dots == member.length() - 2) {
            return bound(member, as);
        }
        return "any from " + bound(member.substring(0, dots), as) + " to " + bound(member.substring(dots + 2), as);
    }
}
