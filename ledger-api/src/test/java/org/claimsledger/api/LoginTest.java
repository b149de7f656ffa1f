package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.claimsledger.api.Browser.BrowserPage;
import org.claimsledger.token.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People with a browser: they log in with a token, and write with the CSRF token that their page was given. */
class LoginTest {

    private static final String SUBJECT = "{\"kind\":\"person\",\"name\":\"N\"}";

    @TempDir
    static Path folder;

    private static Credentials credentials;
    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        credentials = Credentials.in(folder);
        ledger = RunningLedger.in(folder, "--ledger.reading=closed", "--server.forward-headers-strategy=native");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static int visitors;

    /** A browser with an address of its own, because attempts are counted by address. */
    private static Browser somebody() {
        visitors++;
        return new Browser(ledger.base(), "10.0.0." + visitors);
    }

    private static Browser loggedIn(Role role) {
        Browser browser = somebody();
        assertThat(browser.logIn(role.lowerCaseName() + "-1", credentials.secretOf(role))
                        .location())
                .isEqualTo("/");
        return browser;
    }

    @Test
    void aPersonWithATokenLogsInReadsWritesAndLogsOut() {
        Browser browser = somebody();
        assertThat(browser.get("/api/v1/subjects").status()).isEqualTo(401);

        BrowserPage browserPage = browser.logIn("editor-1", credentials.secretOf(Role.EDITOR));
        assertThat(browserPage.status()).isEqualTo(302);
        assertThat(browserPage.location()).isEqualTo("/");
        assertThat(browser.get("/login").text()).contains("You are logged in as", ">editor-1<", ">editor<");
        assertThat(browser.get("/api/v1/subjects").status()).isEqualTo(200);
        BrowserPage session = browser.get("/api/v1/session");
        assertThat(session.json().path("actor").stringValue()).isEqualTo("editor-1");
        assertThat(session.json().at("/csrf/header").stringValue()).isEqualTo("X-CSRF-Token");
        assertThat(browser.write("/subjects", SUBJECT).status()).isEqualTo(201);
        assertThat(browser.write("/tokens", "{\"name\":\"x1\",\"role\":\"reader\"}")
                        .code())
                .isEqualTo("forbidden");

        assertThat(browser.submit("/logout").location()).isEqualTo("/login?out");
        assertThat(browser.get("/login?out").text()).contains("You are logged out.", "<button>Log in</button>");
        assertThat(browser.get("/api/v1/subjects").status()).isEqualTo(401);
        assertThat(browser.post("/api/v1/subjects", SUBJECT).status()).isEqualTo(401);
    }

    @Test
    void theAdminLogsInAsAdminWithTheAdminsToken() {
        Browser browser = somebody();
        assertThat(browser.logIn("admin", RunningLedger.TOKEN).location()).isEqualTo("/");
        assertThat(browser.get("/api/v1/session").json().at("/roles/0").stringValue())
                .isEqualTo("admin");
    }

    @Test
    void eventsOfASessionCarryTheNameOfItsToken() {
        Browser browser = loggedIn(Role.REPORTER);
        browser.write("/subjects", "{\"id\":\"by-session\",\"kind\":\"person\",\"name\":\"N\"}");

        assertThat(browser.get("/api/v1/subjects/by-session/history")
                        .json()
                        .at("/items/0/actor")
                        .stringValue())
                .isEqualTo("reporter-1");
    }

    @Test
    void aWriteOfASessionNeedsItsCsrfTokenInTheHeaderAndNoOtherWillDo() {
        Browser browser = loggedIn(Role.EDITOR);
        Browser another = loggedIn(Role.EDITOR);
        String others = another.csrf();

        assertThat(browser.post("/api/v1/subjects", SUBJECT).code()).isEqualTo("csrf_token_missing");
        assertThat(browser.post("/api/v1/subjects", SUBJECT, "X-CSRF-Token", "").code())
                .isEqualTo("csrf_token_missing");
        assertThat(browser.post("/api/v1/subjects", SUBJECT, "X-CSRF-Token", "x")
                        .code())
                .isEqualTo("csrf_token_missing");
        assertThat(browser.post("/api/v1/subjects", SUBJECT, "X-CSRF-Token", others)
                        .code())
                .isEqualTo("csrf_token_missing");
        assertThat(browser.post("/api/v1/subjects?_csrf=" + browser.csrf(), SUBJECT)
                        .code())
                .isEqualTo("csrf_token_missing");
        assertThat(browser.post("/api/v1/imports", "{}", "Content-Type", "application/x-ndjson")
                        .code())
                .isEqualTo("csrf_token_missing");
        assertThat(browser.delete("/api/v1/tokens/nothing").code()).isEqualTo("csrf_token_missing");

        assertThat(browser.post("/api/v1/subjects", SUBJECT, "X-CSRF-Token", browser.csrf())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aBearerTokenNeedsNoCsrfTokenAndGoesBeforeASession() {
        Browser browser = loggedIn(Role.READER);

        assertThat(browser.post(
                                "/api/v1/subjects",
                                SUBJECT,
                                "Authorization",
                                "Bearer " + credentials.secretOf(Role.REPORTER))
                        .status())
                .isEqualTo(201);
        assertThat(browser.get("/api/v1/session", "Authorization", "Bearer wrong")
                        .status())
                .isEqualTo(401);
        assertThat(browser.get("/api/v1/session").json().path("actor").stringValue())
                .isEqualTo("reader-1");
    }

    @Test
    void aBearerTokenBeginsNoSession() {
        Browser browser = somebody();
        browser.get("/api/v1/session", "Authorization", "Bearer " + credentials.secretOf(Role.READER));

        assertThat(browser.cookie("ledger-session")).isNull();
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "editor-1,  a wrong one",
        "editor-1,  ''",
        "'',        ''",
        "nobody,    a wrong one",
        "expired-1, an expired one",
        "revoked-1, a revoked one",
        "reader-1,  the editor's",
        "admin,     the editor's",
        "EDITOR-1,  the editor's",
        "editor-1x, the editor's"
    })
    void aRefusedLoginDoesNotTellWhatIsWrong(String name, String token) {
        String secret = token.equals("the editor's")
                ? credentials.secretOf(Role.EDITOR)
                : credentials.rejected().getOrDefault(token, "");
        Browser browser = somebody();

        BrowserPage browserPage = browser.logIn(name, secret);

        assertThat(browserPage.status()).isEqualTo(302);
        assertThat(browserPage.location()).isEqualTo("/login?failed");
        assertThat(browserPage.text()).isEmpty();
        assertThat(browserPage.setCookies()).noneMatch(cookie -> cookie.startsWith("ledger-session"));
        assertThat(browser.get("/login?failed").text()).contains("Name and token do not belong together");
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void aLoginNeedsTheFormThatTheLedgerGave() {
        Browser browser = somebody();
        BrowserPage browserPage = browser.form("/login", "name=editor-1&token=" + credentials.secretOf(Role.EDITOR));

        assertThat(browserPage.location()).isEqualTo("/login?stale");
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void theCookieOfASessionIsOutOfReachOfScriptsAndOfOtherSites() {
        Browser browser = somebody();
        assertThat(browser.get("/login").setCookies())
                .as("no session before a login")
                .noneMatch(cookie -> cookie.startsWith("ledger-session"));
        assertThat(browser.logIn("editor-1", credentials.secretOf(Role.EDITOR)).setCookies())
                .filteredOn(cookie -> cookie.startsWith("ledger-session="))
                .hasSize(1)
                .first()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");

        Browser encrypted = somebody().behindTls();
        assertThat(encrypted
                        .logIn("editor-1", credentials.secretOf(Role.EDITOR))
                        .setCookies())
                .filteredOn(cookie -> cookie.startsWith("ledger-session="))
                .hasSize(1)
                .first()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Secure");
        assertThat(encrypted.get("/login").header("Strict-Transport-Security")).isNotEmpty();
    }

    @Test
    void aLoginBeginsASessionWithANewIdAndCsrfToken() {
        Browser browser = loggedIn(Role.READER);
        String before = browser.cookie("ledger-session");
        String csrf = browser.csrf();

        browser.logIn("editor-1", credentials.secretOf(Role.EDITOR));

        assertThat(browser.cookie("ledger-session")).isNotNull().isNotEqualTo(before);
        assertThat(browser.post("/api/v1/subjects", SUBJECT, "X-CSRF-Token", csrf)
                        .code())
                .isEqualTo("csrf_token_missing");
        Browser thief = somebody().with("ledger-session", before);
        assertThat(thief.get("/api/v1/session").status()).isEqualTo(401);
        Browser planted = somebody().with("ledger-session", "0123456789ABCDEF0123456789ABCDEF");
        planted.logIn("editor-1", credentials.secretOf(Role.EDITOR));
        assertThat(planted.cookie("ledger-session")).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
    }

    @Test
    void aSessionEndsWithItsToken() {
        Browser admin = somebody();
        admin.logIn("admin", RunningLedger.TOKEN);
        var made = admin.write("/tokens", "{\"name\":\"short-lived\",\"role\":\"editor\"}")
                .json();
        Browser browser = somebody();
        browser.logIn("short-lived", made.path("secret").stringValue());
        String csrf = browser.csrf();
        assertThat(browser.post("/api/v1/subjects", SUBJECT, "X-CSRF-Token", csrf)
                        .status())
                .isEqualTo(201);

        admin.delete("/api/v1/tokens/" + made.path("id").stringValue(), "X-CSRF-Token", admin.csrf());

        assertThat(browser.post("/api/v1/subjects", SUBJECT, "X-CSRF-Token", csrf)
                        .status())
                .isEqualTo(401);
        assertThat(browser.get("/api/v1/subjects").status()).isEqualTo(401);
        assertThat(browser.get("/login").text()).contains("<button>Log in</button>");
    }

    @Test
    void anAddressThatTriesTooOftenWaitsWhateverItTriesAndOthersDoNot() {
        Browser browser = somebody();
        for (int i = 0; i < 20; i++) {
            assertThat(browser.logIn(i % 2 == 0 ? "editor-1" : "nobody", "wrong")
                            .location())
                    .isEqualTo("/login?failed");
        }
        for (String token : List.of("wrong", credentials.secretOf(Role.EDITOR))) {
            BrowserPage browserPage = browser.logIn("editor-1", token);
            assertThat(browserPage.status()).isEqualTo(429);
            assertThat(browserPage.header("Retry-After")).isEqualTo("600");
            assertThat(browserPage.text()).contains("Too many attempts from your address");
        }
        assertThat(loggedIn(Role.EDITOR).get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void aLoginThatSucceedsGivesTheAddressItsAttemptsBack() {
        Browser browser = somebody();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 15; i++) {
                assertThat(browser.logIn("editor-1", "wrong").location()).isEqualTo("/login?failed");
            }
            assertThat(browser.logIn("editor-1", credentials.secretOf(Role.EDITOR))
                            .location())
                    .isEqualTo("/");
        }
    }

    @ParameterizedTest
    @CsvSource({"name=%zz&token=x", "name=a&name=b&token=x&token=y", "name=%00&token=%ff", "'&&&=&='"})
    void aFormThatNoBrowserSendsIsRefusedToo(String form) {
        Browser browser = somebody();
        BrowserPage browserPage = browser.form("/login", form + "&_csrf=" + browser.formToken());

        assertThat(browserPage.status()).isIn(302, 400);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void nothingButTheApiAndTheLoginTakesAnything() {
        Browser browser = loggedIn(Role.ADMIN);

        assertThat(browser.post("/", "{}").status()).isIn(302, 403, 405);
        assertThat(browser.get("/nothing").status()).isEqualTo(404);
        assertThat(browser.get("/").status()).isEqualTo(200);
        assertThat(browser.get("/oauth2/authorization/provider").status())
                .as("there is no identity provider")
                .isEqualTo(404);
    }
}
