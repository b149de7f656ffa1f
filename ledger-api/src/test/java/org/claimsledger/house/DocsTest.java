package org.claimsledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.api.config.LedgerSettings;
import org.claimsledger.api.openapi.MappedEndpoints;
import org.claimsledger.api.openapi.OpenApiDocument;
import org.claimsledger.api.operation.StrictJson;
import org.claimsledger.api.problem.Problems;
import org.claimsledger.api.security.LoginThrottle;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.projection.search.Search;
import org.claimsledger.time.Edtf;
import org.claimsledger.token.TokenName;
import org.claimsledger.token.TokenRegistry;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.TextRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The docs are complete, and what they show is true. */
class DocsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = ROOT.resolve("docs");

    static Stream<Class<? extends LedgerEvent>> events() {
        return EventCatalogue.events().stream();
    }

    static Stream<RefusalCode> codes() {
        return Stream.of(RefusalCode.values());
    }

    static Stream<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("adr"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsToldWithItsFieldsItsTagsAndALineThatTheLedgerCouldHaveWritten(Class<? extends LedgerEvent> type) {
        String name = EventCatalogue.nameOf(type);
        String section = section("events.md", "### `" + name + "` · `" + EventCatalogue.snakeCaseName(name) + "`");
        for (RecordComponent field : type.getRecordComponents()) {
            JsonProperty named = field.getAccessor().getAnnotation(JsonProperty.class);
            assertThat(section).contains("`" + (named == null ? field.getName() : named.value()) + "`");
            if (field.getType().isRecord() && field.getType().getRecordComponents().length > 1) {
                fieldsOf(field.getType()).forEach(part -> assertThat(read("events.md"))
                        .as("%s of %s", part, field)
                        .contains("`" + part + "`"));
            }
        }
        byte[] example = matches(section, "```json\n(.*?)\n```").getFirst().getBytes(StandardCharsets.UTF_8);
        LedgerEvent event = EventJson.event(name, example);
        assertThat(EventJson.bytes(event)).asString().isEqualTo(new String(example, StandardCharsets.UTF_8));
        String tags = section.substring(section.indexOf("Tags:"));
        assertThat(event.tags().stream().map(EventTag::key))
                .allSatisfy(key -> assertThat(tags).contains("`" + key + "`"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyRefusalCodeIsInTheTableWithItsStatusAndMeaning(RefusalCode code) {
        int inBody = Problems.status(code.kind()).value();
        int inPath = Problems.status(new Refusal(code, "", "").kind()).value();
        String status = inBody == inPath ? "" + inBody : inBody + ", in the path " + inPath;

        assertThat(read("http.md")).contains("| `" + code.code() + "` | " + status + " | " + code.meaning() + " |");
    }

    @Test
    void everyCallAndEveryOpIsInTheGuideAndNoOther() throws ClassNotFoundException {
        Set<String> calls = new TreeSet<>(matches(read("http.md"), "\n\\| `((?:GET|POST|DELETE) /[^`]*)`"));
        assertThat(calls).isEqualTo(MappedEndpoints.ofTheApplication());

        Map<String, String> ops = new TreeMap<>();
        matches(read("http.md"), "\n(\\| `[a-z_]+` \\| `POST [^`]+`)").forEach(row -> {
            String[] cells = row.split("`");
            ops.put(cells[1], cells[3]);
        });
        Map<String, String> commands = new TreeMap<>();
        OpenApiDocument.committed().commands().forEach((op, call) -> commands.put(op, call.toString()));
        assertThat(ops).isEqualTo(commands);
    }

    @Test
    void everySettingAndEveryEnvironmentVariableIsTold() throws IOException {
        assertThat(settings("--ledger.", LedgerSettings.class))
                .contains("--ledger.data", "--ledger.postgres.url")
                .allSatisfy(setting -> assertThat(read("operations.md")).contains("`" + setting + "`"));
        Set<String> variables = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".yaml"))
                    .forEach(file -> variables.addAll(matches(text(file), "\\$\\{(?:env:)?(LEDGER_[A-Z_]+)")));
        }
        assertThat(variables).contains("LEDGER_DATA", "LEDGER_ADMIN_TOKEN");
        assertThat(variables)
                .allSatisfy(variable -> assertThat(read("operations.md")).contains("| `" + variable + "` |"));
    }

    /** The options of a record's components, those of records within it under its own name. */
    private static List<String> settings(String prefix, Class<?> type) {
        List<String> settings = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name =
                    prefix + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                settings.addAll(settings(name + ".", component.getType()));
            } else {
                settings.add(name);
            }
        }
        return settings;
    }

    @Test
    void everyCommandOptionAndParameterOfTheCommandLineIsTold() throws ReflectiveOperationException {
        Method commandLine = Class.forName("org.claimsledger.cli.ClaimsLedger").getDeclaredMethod("commandLine");
        commandLine.setAccessible(true);
        CommandLine program = (CommandLine) commandLine.invoke(null);
        List<String> told = new ArrayList<>();
        tell(program, told);

        assertThat(told).contains("serve", "import", "--sample", "FILE", "revoke", "--role");
        assertThat(told).allSatisfy(word -> assertThat(read("operations.md")).contains("`" + word + "`"));
    }

    private static void tell(CommandLine command, List<String> told) {
        command.getCommandSpec().options().forEach(option -> told.add(option.longestName()));
        command.getCommandSpec().positionalParameters().forEach(parameter -> told.add(parameter.paramLabel()));
        command.getSubcommands().forEach((name, below) -> {
            told.add(name);
            tell(below, told);
        });
    }

    @Test
    void theLimitsAreThoseOfTheCode() {
        Map.ofEntries(
                        Map.entry("a body, and a line of an import", StrictJson.MAX_BYTES),
                        Map.entry("nesting of objects and arrays", StrictJson.MAX_DEPTH),
                        Map.entry("entries of a list or map", TextRules.ENTRIES),
                        Map.entry("name, title, publisher, author, label, outlet", TextRules.NAME),
                        Map.entry("statement", TextRules.STATEMENT),
                        Map.entry("value that is text", TextRules.VALUE),
                        Map.entry("note, reason, rationale, the passage of a quote (many lines)", TextRules.NOTE),
                        Map.entry("URL", TextRules.URL),
                        Map.entry("date (EDTF)", Edtf.MAX_LENGTH),
                        Map.entry("name of a token", TokenName.MAX_LENGTH),
                        Map.entry("tokens, those that were revoked included", TokenRegistry.MAX_TOKENS),
                        Map.entry("how long a token lasts", (int) TokenRegistry.MAX_LIFETIME.toDays()),
                        Map.entry("attempts to log in from an address", LoginThrottle.ATTEMPTS),
                        Map.entry("items of a page (`limit`)", QueryParameters.MAX_PAGE),
                        Map.entry("different words of a search", Search.MAX_WORDS),
                        Map.entry("names that a search for subjects looks at", Search.MAX_NAMES))
                .forEach((limit, most) -> assertThat(read("http.md"))
                        .containsPattern(Pattern.quote("| " + limit + " | " + String.format(Locale.ROOT, "%,d", most))
                                + "( bytes| days, [^|]+| characters of [^|]+| within 10 minutes)? \\|"));
        assertThat(read("http.md")).containsPattern("\\| locator, [^|]+ \\| " + TextRules.SHORT + " \\|");
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsAPageWithItsFourParts(Path file) {
        String text = text(file);
        int number = Integer.parseInt(file.getFileName().toString().substring(0, 4));

        assertThat(text).startsWith("# " + number + ". ");
        assertThat(text).containsPattern("\n\n\\d{4}-\\d{2}-\\d{2}\n\n## Context\n");
        assertThat(matches(text, "\n## ([^\n]*)\n")).containsExactly("Context", "Decision", "Consequences", "Given up");
        assertThat(text.lines().count()).isLessThan(60);
    }

    @Test
    void decisionsAreNumberedWithoutGaps() throws IOException {
        List<String> numbers = decisions()
                .map(file -> file.getFileName().toString().substring(0, 4))
                .toList();

        assertThat(numbers).isNotEmpty();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo("%04d".formatted(i + 1));
        }
    }

    @Test
    void everyTestThatTheThreatModelNamesIsThere() {
        List<String> named = matches(read("threat-model.md"), "`((?:[a-z]+\\.)?[A-Z]\\w+Test(?:\\.\\w+)?)`");

        assertThat(named).hasSizeGreaterThan(40);
        named.forEach(TestReferences::requireTestExists);
    }

    @Test
    void everyLinkWithinTheDocsLeadsSomewhere() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .forEach(file -> matches(text(file), "]\\(([^)#:]+)(?:#[^)]*)?\\)")
                            .forEach(link -> assertThat(file.resolveSibling(link))
                                    .as("%s in %s", link, file)
                                    .exists()));
        }
    }

    private static Set<String> fieldsOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The text from a heading to the next one. */
    private static String section(String file, String heading) {
        String text = read(file);
        int start = text.indexOf("\n" + heading + "\n");
        assertThat(start).as("%s in %s", heading, file).isNotNegative();
        int end = text.indexOf("\n##", start + heading.length());
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static List<String> matches(String text, String pattern) {
        List<String> matches = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        while (matcher.find()) {
            matches.add(matcher.group(1));
        }
        return matches;
    }

    private static String read(String file) {
        return text(DOCS.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
