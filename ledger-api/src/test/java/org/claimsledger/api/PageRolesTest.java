package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimsledger.api.operation.OperationTable;
import org.claimsledger.token.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The whole matrix of roles and pages in docs/desk.md. */
class PageRolesTest {

    private static final Path GUIDE = Path.of("../docs/desk.md");
    private static final Pattern READS = Pattern.compile("\n\\| `(/[^`]*)` \\|[^\n|]*\\|(?=\n)");
    private static final Pattern WRITES = Pattern.compile("\n\\| `(/[^`]*)` \\|[^\n|]*\\| `(\\w+)` \\|(?=\n)");

    /**
     * The API, which has a matrix of its own, and addresses that are open to everybody and show nothing of the ledger.
     */
    private static final Pattern BESIDE =
            Pattern.compile("(GET|POST|PUT|PATCH|DELETE|) /(api/v1|health|metrics|login|theme|error)(/.*)?");

    @TempDir
    static Path folder;

    private static RunningLedger ledger;
    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() {
        Credentials credentials = Credentials.in(folder);
        ledger = RunningLedger.in(folder, "--ledger.reading=closed", "--ledger.rate=0");
        assertThat(ledger.importLines(
                                "{\"op\":\"define_predicate\",\"key\":\"sentenced\"}",
                                "{\"op\":\"register_source\",\"id\":\"one\",\"kind\":\"news_report\",\"title\":\"A"
                                        + " report\"}",
                                "{\"op\":\"register_subject\",\"id\":\"one\",\"kind\":\"person\",\"name\":\"The"
                                        + " Accused\"}",
                                "{\"op\":\"assert_claim\",\"id\":\"one\",\"subject\":\"one\",\"predicate\":\"sentenced\","
                                    + "\"value\":{\"text\":\"Life\"},\"evidence\":{\"source\":\"one\"}}")
                        .text())
                .doesNotContain("refused");
        for (Role role : Role.values()) {
            Browser browser = new Browser(ledger.base(), "10.1.0." + role.ordinal());
            browser.logIn(role.lowerCaseName() + "-1", credentials.secretOf(role));
            BROWSERS.put(role, browser);
        }
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    static Stream<String> reads() throws IOException {
        return READS.matcher(Files.readString(GUIDE)).results().map(it -> it.group(1));
    }

    static Map<String, Role> writes() throws IOException {
        Map<String, Role> writes = new TreeMap<>();
        Matcher rows = WRITES.matcher(Files.readString(GUIDE));
        while (rows.find()) {
            writes.put(rows.group(1), Role.of(rows.group(2)).orElseThrow());
        }
        return writes;
    }

    static Stream<String> writing() throws IOException {
        return writes().keySet().stream();
    }

    @Test
    void everyPageHasARowAndTheOtherWayRound() throws IOException {
        Set<String> mapped = new TreeSet<>();
        ledger.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().forEach(path -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapped.add(method + " " + path))));
        mapped.removeIf(it -> BESIDE.matcher(it).matches());
        Set<String> paths = new TreeSet<>();
        mapped.forEach(it -> paths.add(it.split(" ")[1]));
        assertThat(paths.remove("/new/{name}")).isTrue();
        assertThat(paths.remove("/{about:claims|sources|subjects}/{id}/{name}")).isTrue();
        OperationTable.all().forEach(operation -> paths.add(operation.formPath()));
        Set<String> rows = new TreeSet<>(writes().keySet());
        reads().forEach(rows::add);

        assertThat(rows).isEqualTo(paths);
    }

    private static long events() {
        return ledger.get("/events", "Authorization", "Bearer " + RunningLedger.TOKEN)
                .lines()
                .size();
    }

    @Test
    void anActNeedsTheRoleThatItsCommandNeeds() throws IOException {
        Map<String, Role> writes = writes();
        assertThat(OperationTable.all()).allSatisfy(operation -> assertThat(writes)
                .containsEntry(operation.formPath(), operation.requiredRole()));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void whereReadingIsClosedWhoeverIsNotInIsLedToTheLogin(String row) {
        String path = row.replace("{id}", "one");
        Browser.BrowserPage browserPage = new Browser(ledger.base(), "10.1.1.1").get(path);

        assertThat(browserPage.status()).isEqualTo(302);
        assertThat(browserPage.location()).startsWith("/login?to=");
        assertThat(browserPage.text()).isEmpty();
        BROWSERS.forEach((role, browser) ->
                assertThat(browser.get(path).status()).as(role.lowerCaseName()).isEqualTo(200));
    }

    @ParameterizedTest
    @MethodSource("writing")
    void onlyCallersWithTheRoleMayRecord(String row) throws IOException {
        Role needed = writes().get(row);
        String path = row.replace("{id}", "one");
        long before = events();

        assertThat(new Browser(ledger.base(), "10.1.1.2").get(path).location()).startsWith("/login?to=");
        assertThat(new Browser(ledger.base(), "10.1.1.2").form(path, "").location())
                .startsWith("/login?stale");
        BROWSERS.forEach((role, browser) -> {
            boolean may = role.includes(needed);
            assertThat(browser.get(path).status()).as(role + " looks").isEqualTo(may ? 200 : 403);
            String csrf = browser.formToken();
            assertThat(browser.form(path, "_csrf=" + csrf).status())
                    .as(role + " sends")
                    .isEqualTo(may ? 422 : 403);
            assertThat(browser.form(path, "").location())
                    .as(role + " sends without the form")
                    .startsWith("/login?stale");
        });
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void aPageThatIsNotThereTellsNothingToWhoeverIsNotIn() {
        Browser.BrowserPage browserPage = new Browser(ledger.base(), "10.1.1.3").get("/nothing");

        assertThat(browserPage.status()).isEqualTo(404);
        assertThat(browserPage.text()).doesNotContain("Reading the ledger", "href=\"/subjects", "429");
    }
}
