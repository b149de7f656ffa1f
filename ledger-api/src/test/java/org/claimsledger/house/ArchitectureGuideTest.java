package org.claimsledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The classes that the documentation names exist, and each step of a walk through the code names the class that does it. */
class ArchitectureGuideTest {

    private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|interface|record|enum) ([A-Z]\\w*)");
    private static final Pattern IMPORT = Pattern.compile("^import [\\w.]*?\\.([A-Z]\\w*)", Pattern.MULTILINE);

    /** Code in backticks that is a type, and perhaps one of its members. */
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z0-9]\\w*)(?:\\.(\\w+))?`");

    /** A type whose name has several words; a single word may also be a header or a name in an example. */
    private static final Pattern COMPOUND_TYPE = Pattern.compile("`((?:[A-Z][a-z0-9]+){2,})(?:\\.(\\w+))?`");

    /** Attributes of cookies, which are spelled like types. */
    private static final Set<String> NO_TYPES = Set.of("HttpOnly", "SameSite");

    private static final Pattern STEP = Pattern.compile("\\d+\\. ");

    /** The sources that declare a type of this name; a nested type may share its name with another one. */
    private static final Map<String, String> MAIN_SOURCES = new TreeMap<>();

    private static final Set<String> TYPES_OF_TESTS_AND_LIBRARIES = new TreeSet<>();

    @BeforeAll
    static void findTypes() throws IOException {
        for (Path file : Sources.all()) {
            String source = Files.readString(file);
            if (file.toString().contains("/src/main/")) {
                DECLARATION
                        .matcher(source)
                        .results()
                        .forEach(type -> MAIN_SOURCES.merge(type.group(1), source, String::concat));
            } else {
                DECLARATION.matcher(source).results().forEach(type -> TYPES_OF_TESTS_AND_LIBRARIES.add(type.group(1)));
            }
            IMPORT.matcher(source).results().forEach(type -> TYPES_OF_TESTS_AND_LIBRARIES.add(type.group(1)));
        }
        TYPES_OF_TESTS_AND_LIBRARIES.removeIf(MAIN_SOURCES::containsKey);
    }

    @ParameterizedTest
    @CsvSource({
        "'A claim, from request to disk',         13, 25",
        "'A viewpoint, from parameters to SQL',   10, 18",
        "'An event, from the log to rows',        11, 22"
    })
    void eachStepOfAWalkNamesTheClassThatDoesIt(String walk, int minSteps, int minTypes) throws IOException {
        String section = section(walk);
        List<String> steps = steps(section);
        Set<String> types = new TreeSet<>();
        for (String step : steps) {
            List<MatchResult> named = TYPE.matcher(step).results().toList();
            assertThat(named).as(step).isNotEmpty();
            named.forEach(type -> types.add(type.group(1)));
        }

        assertThat(steps).hasSizeGreaterThanOrEqualTo(minSteps);
        assertThat(types).hasSizeGreaterThanOrEqualTo(minTypes);
        TYPE.matcher(section).results().forEach(ArchitectureGuideTest::requireInMainSources);
    }

    @Test
    void everyTypeThatTheDocumentationNamesExists() throws IOException {
        int named = 0;
        try (Stream<Path> files = Files.walk(Sources.ROOT.resolve("docs"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                for (MatchResult type :
                        COMPOUND_TYPE.matcher(Files.readString(file)).results().toList()) {
                    if (!TYPES_OF_TESTS_AND_LIBRARIES.contains(type.group(1)) && !NO_TYPES.contains(type.group(1))) {
                        requireInMainSources(type);
                    }
                    named++;
                }
            }
        }

        assertThat(named).isGreaterThan(200);
    }

    /** The type is declared in a main source, and the member occurs in the same file. */
    private static void requireInMainSources(MatchResult type) {
        String source = MAIN_SOURCES.get(type.group(1));
        assertThat(source).as("the main source that declares %s", type.group()).isNotNull();
        if (type.group(2) != null) {
            assertThat(Pattern.compile("\\b" + type.group(2) + "\\b")
                            .matcher(source)
                            .find())
                    .as("the member of %s", type.group())
                    .isTrue();
        }
    }

    private static String section(String heading) throws IOException {
        String guide = Files.readString(Sources.ROOT.resolve("docs/architecture.md"));
        int start = guide.indexOf("\n## " + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        return guide.substring(start, guide.indexOf("\n## ", start + 1));
    }

    /** The numbered items of a section, each with the indented lines that follow it. */
    private static List<String> steps(String section) {
        List<String> steps = new ArrayList<>();
        for (String line : section.split("\n")) {
            if (STEP.matcher(line).lookingAt()) {
                steps.add(line);
            } else if (line.startsWith("   ") && !steps.isEmpty()) {
                steps.set(steps.size() - 1, steps.getLast() + "\n" + line);
            }
        }
        return steps;
    }
}
