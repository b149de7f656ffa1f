package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    private final List<NameWord> tellingWords;
    private final List<NameWord> wordsToPair;
    private final Set<String> eastAsianReadings;
    private final boolean ofABody;

    private Name(String text, List<NameWord> nameWords, Set<String> eastAsianReadings) {
        this.text = text;
        this.nameWords = nameWords;
        this.eastAsianReadings = eastAsianReadings;
        List<NameWord> telling = new ArrayList<>(nameWords.size());
        List<NameWord> toPair = new ArrayList<>(nameWords.size());
        boolean body = false;
        for (NameWord word : nameWords) {
            boolean form = word.kind() == NameWord.Kind.FORM;
            body |= form || word.kind() == NameWord.Kind.PLAIN && BodyWords.isOne(word.meant());
            if (word.isTelling()) {
                telling.add(word);
            }
            if (!form && word.kind() != NameWord.Kind.GENERATION) {
                toPair.add(word);
            }
        }
        this.tellingWords = telling;
        this.wordsToPair = toPair;
        this.ofABody = body;
    }

    /** Parses a name. A surname first with a comma, initials, articles and particles are understood. */
    public static Name of(String text) {
        List<NameToken> nameTokens = NameToken.tokensInSpokenOrder(text);
        return new Name(text, NameParser.of(nameTokens), EastAsianNames.readings(nameTokens));
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

    Name withoutInitials() {
        return new Name(
                text, nameWords.stream().filter(word -> !word.isInitial()).toList(), eastAsianReadings);
    }

    /** The words that make it this name and no other: all but particles, legal forms and the like. */
    List<NameWord> tellingWords() {
        return tellingWords;
    }

    /** The words without legal forms and places in a family, which are compared by themselves. */
    List<NameWord> wordsToPair() {
        return wordsToPair;
    }

    /** Whether it can only be an organisation's. */
    boolean isOfABody() {
        return ofABody;
    }

    /** What it says of a kind of words, one bit each; 0 where it says nothing. */
    int ranks(NameWord.Kind kind) {
        int ranks = 0;
        for (NameWord word : nameWords) {
            if (word.kind() == kind) {
                int rank = kind == NameWord.Kind.GENERATION ? 1 << word.rank() : word.rank();
                ranks = ranks == 0 || kind == NameWord.Kind.GENERATION ? ranks | rank : narrowed(ranks, rank);
            }
        }
        return ranks;
    }

    /** Co. Ltd is Ltd: of two forms the one that says more. */
    private static int narrowed(int ranks, int rank) {
        return (ranks & rank) == 0 ? ranks | rank : ranks & rank;
    }

    /** As a Chinese or Korean name in one spelling; empty where it is none. */
    Set<String> eastAsianReadings() {
        return eastAsianReadings;
    }

    /** A key that is equal for all names that differ only in case, marks, signs between words, or order. */
    String foldedSorted() {
        return nameWords.isEmpty()
                ? FoldedText.of(text.substring(0, Math.min(text.length(), LETTERS)))
                        .text()
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
