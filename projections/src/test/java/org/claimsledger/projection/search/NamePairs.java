package org.claimsledger.projection.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The labelled lists of names, {@code names/pairs.tsv} and {@code names/wider.tsv}, as their README describes them. */
final class NamePairs {

    private static final String SPELLINGS = "/names/pairs.tsv";
    private static final String WIDER = "/names/wider.tsv";
    private static final List<String> COLUMNS = List.of("part", "a", "b", "label", "language", "rule");

    private NamePairs() {}

    /** Spellings of names of people by tables. */
    static List<NamePair> read() throws IOException {
        return read(SPELLINGS);
    }

    /** People and organisations, in more scripts, with what usage adds and leaves out. */
    static List<NamePair> readWider() throws IOException {
        return read(WIDER);
    }

    private static List<NamePair> read(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(NamePairs.class.getResourceAsStream(name))) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (!cells(lines.getFirst()).equals(COLUMNS)) {
                throw new IOException("the columns of " + name + " are not " + COLUMNS);
            }
            return lines.stream().skip(1).map(NamePairs::pair).toList();
        }
    }

    private static NamePair pair(String line) {
        List<String> cells = cells(line);
        return new NamePair(
                NamePair.Part.valueOf(constant(cells.get(0))),
                cells.get(1),
                cells.get(2),
                NamePair.Label.valueOf(constant(cells.get(3))),
                cells.get(4),
                cells.get(5));
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
