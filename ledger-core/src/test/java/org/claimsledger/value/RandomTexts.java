package org.claimsledger.value;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Odd texts for tests of properties that hold for every text; identical in every run. */
public final class RandomTexts {

    private static final String[] EDGES = {
        "", " ", "\u0000", "\ud83d", "\udc00", "\ud83d\ude42", "\u0301", "\u200d", "\uffff", "\ufeff", "\u202e", "\n"
    };

    private final Random random;

    public RandomTexts(long seed) {
        this.random = new Random(seed);
    }

    /** Any text of any chars, also halves of surrogate pairs; at times a well-known edge. */
    public String any(int maxLength) {
        if (random.nextInt(20) == 0) {
            return oneOf(EDGES);
        }
        int length = random.nextInt(maxLength + 1);
        var text = new StringBuilder(length + 1);
        int range = random.nextInt(4);
        while (text.length() < length) {
            append(range == 3 ? random.nextInt(3) : range, text);
        }
        return text.substring(0, Math.min(length, text.length()));
    }

    private void append(int range, StringBuilder text) {
        switch (range) {
            case 0 -> text.append((char) random.nextInt(0x80));
            case 1 -> text.append((char) random.nextInt(0x10000));
            default -> text.appendCodePoint(random.nextInt(0x110000));
        }
    }

    /** A text of these characters. */
    public String of(String alphabet, int maxLength) {
        return IntStream.range(0, random.nextInt(maxLength + 1))
                .mapToObj(i -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                .collect(Collectors.joining());
    }

    /** A number from the first to the last, both included. */
    public int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    public String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** As many of the choices, in any order and at times twice. */
    public Stream<String> some(int count, String... choices) {
        return Stream.generate(() -> oneOf(choices)).limit(count);
    }
}
