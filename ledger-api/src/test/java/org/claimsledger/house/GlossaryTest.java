package org.claimsledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of public types are made of words that the glossary explains. */
class GlossaryTest {

    private static final Path GLOSSARY = Sources.ROOT.resolve("docs/glossary.md");

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:(?:abstract|final|sealed|non-sealed) )*(?:class|interface|@interface|record|enum) (\\w+)",
            Pattern.MULTILINE);

    /** A name's words: digits belong to the word before them, and capitals in a row are one word. */
    private static final Pattern WORD = Pattern.compile("[A-Z]+\\d*(?![a-z])|[A-Z][a-z]*\\d*|[a-z]+\\d*|\\d+");

    private static final Pattern ENTRY = Pattern.compile("\\*\\*(.+?)\\*\\*");

    private static final Set<List<String>> TERMS = entries("The domain", "The code");
    private static final Set<List<String>> ENDINGS = entries("Endings of names");

    @Test
    void theNounOfEveryPublicTypeIsInTheGlossary() throws IOException {
        List<String> types = new ArrayList<>();
        for (Path file : Sources.all()) {
            if (file.toString().contains("/src/main/")) {
                PUBLIC_TYPE.matcher(Files.readString(file)).results().forEach(type -> types.add(type.group(1)));
            }
        }

        assertThat(types).hasSizeGreaterThan(100);
        assertThat(types.stream().filter(type -> !isExplained(type)).map(GlossaryTest::advice))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Claim,               true",
        "ClaimListRow,        true",
        "ClaimListRows,       true",
        "SubjectIdentities,   true",
        "BestKnown,           true",
        "BestKnownAnswers,    true",
        "Sha256,              true",
        "H2File,              true",
        "OpenApiController,   true",
        "Page,                true",
        "Gizmo,               false",
        "GizmoView,           false",
        "ClaimGizmo,          false",
        "ClaimGizmoViewRow,   false"
    })
    void endingsAreNoNounsByThemselves(String type, boolean explained) {
        assertThat(isExplained(type)).isEqualTo(explained);
    }

    @Test
    void noTermIsExplainedTwiceAndAllAreInOrder() {
        List<String> terms = new ArrayList<>();
        for (String table : List.of("The domain", "The code")) {
            List<List<String>> rows = rows(table).map(GlossaryTest::entriesOf).toList();
            assertThat(rows.stream().map(List::getFirst).map(term -> term.toLowerCase(Locale.ROOT)))
                    .as(table)
                    .isSorted();
            rows.forEach(terms::addAll);
        }
        assertThat(terms).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    /** Whether something is left when the endings go, and it ends in a term; a name of endings alone says enough. */
    private static boolean isExplained(String type) {
        List<String> words = words(type);
        while (!words.isEmpty() && endingOf(words, TERMS::contains).isEmpty()) {
            List<String> ending = endingOf(words, ENDINGS::contains);
            if (ending.isEmpty()) {
                return false;
            }
            words = words.subList(0, words.size() - ending.size());
        }
        return true;
    }

    /** The longest run of words at the end that is accepted; empty where there is none. */
    private static List<String> endingOf(List<String> words, Predicate<List<String>> accepted) {
        for (int from = 0; from < words.size(); from++) {
            List<String> ending = words.subList(from, words.size());
            if (accepted.test(ending)) {
                return ending;
            }
        }
        return List.of();
    }

    private static String advice(String type) {
        return "%s: its noun is not in docs/glossary.md. Use a word of the tables, or add the noun to \"The domain\" or"
                        .formatted(type)
                + " \"The code\" with its meaning in one line (or to \"Endings of names\" if it says what a type is"
                + " for)";
    }

    private static Set<List<String>> entries(String... tables) {
        return Arrays.stream(tables)
                .flatMap(GlossaryTest::rows)
                .flatMap(row -> entriesOf(row).stream())
                .map(GlossaryTest::words)
                .collect(Collectors.toSet());
    }

    /** The bold words of a row's first cell. */
    private static List<String> entriesOf(String row) {
        return ENTRY.matcher(row.split("\\|")[1])
                .results()
                .map(entry -> entry.group(1))
                .toList();
    }

    private static Stream<String> rows(String table) {
        try {
            String text = Files.readString(GLOSSARY);
            int start = text.indexOf("\n## " + table + "\n");
            assertThat(start).as("## %s in the glossary", table).isNotNegative();
            int end = text.indexOf("\n## ", start + 1);
            return text.substring(start, end < 0 ? text.length() : end).lines().filter(line -> line.startsWith("| **"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> words(String name) {
        return WORD.matcher(name.replace("SHA-256", "Sha256").replace("RFC 3339", "Rfc3339"))
                .results()
                .map(MatchResult::group)
                .map(word -> singular(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** One form for singular and plural; it need not be English. */
    private static String singular(String word) {
        return word.replaceFirst("ies$", "y")
                .replaceFirst("(ch|sh|x|ss)es$", "$1")
                .replaceFirst("(?<!s)s$", "");
    }
}
