package org.claimsledger.name;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A name taken apart into words. Any text is one: at most its first {@link #LETTERS} characters and {@link #WORDS}
 * words count, and a text without a letter has no word.
 */
public final class Name {

    /** How many UTF-16 code units of a text are read. */
    public static final int LETTERS = 1_000;
    /** How many words of a name count. */
    public static final int WORDS = 12;

    private final String text;
    private final List<NameWord> nameWords;

    private Name(String text, List<NameWord> nameWords) {
        this.text = text;
        this.nameWords = nameWords;
    }

    /** Parses a name. A surname first with a comma, initials, articles and particles are understood. */
    public static Name of(String text) {
        return new Name(text, NameParser.of(text));
    }

    /** The name as it was written. */
    public String text() {
        return text;
    }

    /** The words in spoken order, without case and marks. */
    public List<String> foldedWords() {
        return nameWords.stream().map(NameWord::folded).toList();
    }

    List<NameWord> words() {
        return nameWords;
    }

    /** A key that is equal for all names that differ only in case, marks, signs between words, or order. */
    String foldedSorted() {
        return nameWords.isEmpty()
                ? text.substring(0, Math.min(text.length(), LETTERS)).strip()
                : nameWords.stream().map(NameWord::folded).sorted().collect(Collectors.joining(" "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && name.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
