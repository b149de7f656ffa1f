package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into the tokens of a name. */
final class NameTokenReader {

    private static final int MOST = 64;
    private static final int LONGEST = 64;

    /** After a Persian h it says that the h is a vowel. */
    private static final int NON_JOINER = 0x200C;

    private final String text;
    private final int end;
    private final boolean machineReadable;
    private final List<NameToken> nameTokens = new ArrayList<>();
    private final StringBuilder letters = new StringBuilder();
    private final List<Integer> commas = new ArrayList<>();
    private int brackets;

    NameTokenReader(String text) {
        this.text = text;
        this.end = Math.min(text.length(), Name.LETTERS);
        this.machineReadable = MachineReadableArabic.isMachineReadable(text.substring(0, end));
    }

    List<NameToken> inSpokenOrder() {
        int at = 0;
        while (at <= end && nameTokens.size() < MOST) {
            int c = at < end ? text.codePointAt(at) : ' ';
            accept(c, at);
            at += Character.charCount(c);
        }
        int named = withoutSuffixes();
        commas.removeIf(comma -> comma == 0 || comma >= named);
        return commas.size() == 1 ? rotated(commas.getFirst(), named) : nameTokens;
    }

    private void accept(int c, int at) {
        if (isOfAWord(c) || !letters.isEmpty() && LetterFolding.isSign(c) && continuesAfterSign(at)) {
            if (letters.length() < LONGEST) {
                letters.appendCodePoint(c);
            }
        } else if (c == NON_JOINER && !letters.isEmpty() && letters.charAt(letters.length() - 1) == 'ه') {
            letters.setCharAt(letters.length() - 1, 'ة');
        } else if (!isInvisible(c)) {
            if (!letters.isEmpty()) {
                add(letters.toString(), c, at);
                letters.setLength(0);
            }
            switch (c) {
                case ',', '،', '，' -> commas.add(nameTokens.size());
                case '(', '[' -> brackets++;
                case ')', ']' -> brackets = Math.max(0, brackets - 1);
                case '&', '＆' -> nameTokens.add(new NameToken("&", "and", "and", false, false, true, brackets > 0));
                default -> {}
            }
        }
    }

    /** Whether the word goes on after the sign, or after the second of two signs. */
    private boolean continuesAfterSign(int sign) {
        int next = sign + 1;
        if (next < end && LetterFolding.isSign(text.charAt(next))) {
            next++;
        }
        return next < end && isOfAWord(text.codePointAt(next));
    }

    private void add(String written, int after, int at) {
        String arabic = machineReadable ? MachineReadableArabic.read(written) : null;
        String read = arabic == null ? written : arabic;
        String folded = LetterFolding.bare(read);
        if (!folded.isEmpty()) {
            int next = after == '.' ? at + 1 : at;
            boolean spaced = next >= end || Character.isWhitespace(text.charAt(next));
            nameTokens.add(new NameToken(
                    written, folded, LetterFolding.small(read), after == '.', isHyphen(after), spaced, brackets > 0));
        }
    }

    /** The number of tokens before the legal forms, honours and places in a family that follow a comma. */
    private int withoutSuffixes() {
        int named = nameTokens.size();
        for (int i = commas.size() - 1; i >= 0; i--) {
            int comma = commas.get(i);
            if (comma == 0 || !areSuffixes(comma, named)) {
                break;
            }
            named = comma;
        }
        return named;
    }

    private boolean areSuffixes(int from, int to) {
        int at = from;
        while (at < to) {
            LegalForms.LegalForm form = LegalForms.at(at, nameTokens.subList(0, to));
            if (form != null) {
                at += form.words();
            } else if (Titles.isHonour(nameTokens.get(at)) || Titles.generation(nameTokens.get(at)) != null) {
                at++;
            } else {
                return false;
            }
        }
        return true;
    }

    private List<NameToken> rotated(int comma, int named) {
        List<NameToken> spoken = new ArrayList<>(nameTokens.subList(comma, named));
        spoken.addAll(nameTokens.subList(0, comma));
        spoken.addAll(nameTokens.subList(named, nameTokens.size()));
        return spoken;
    }

    private static boolean isOfAWord(int c) {
        return Character.isLetterOrDigit(c) || LetterFolding.isMark(c);
    }

    private static boolean isHyphen(int c) {
        return c == '-' || c >= 0x2010 && c <= 0x2015 || c == 0x2212 || c == 0x05BE;
    }

    /** Marks of direction, joiners, soft hyphens and tatweel, which separate nothing. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || c == 'ـ' || FoldedText.isIgnorable(c);
    }
}
