package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.claimsledger.api.Browser.BrowserPage;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.provider.TestIdentityProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Callers that an identity provider vouches for, tested with a real provider. */
class IdentityProviderTest {

    private static final String SUBJECT = "{\"id\":\"%s\",\"kind\":\"person\",\"name\":\"N\"}";

    @TempDir
    static Path folder;

    private static TestIdentityProvider provider;
    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        provider = TestIdentityProvider.start();
        ledger = RunningLedger.in(
                folder.resolve("ledger"),
                "--ledger.reading=closed",
                "--ledger.oidc.issuer=" + provider.issuer(),
                "--ledger.oidc.audience=" + TestIdentityProvider.AUDIENCE,
                "--ledger.oidc.client-id=ledger",
                "--ledger.oidc.client-secret=" + TestIdentityProvider.SECRET);
    }

    @AfterAll
    static void stop() {
        ledger.close();
        provider.close();
    }

    @Test
    void aProgramThatTheProviderVouchesForWritesUnderItsName() throws Exception {
        String token = accessTokenOfWire();

        assertThat(post(token, "/subjects", SUBJECT.formatted("by-wire")).status())
                .isEqualTo(201);
        assertThat(post(token, "/predicates", "{\"key\":\"k1\"}").code()).isEqualTo("forbidden");
        assertThat(actorOf("by-wire")).isEqualTo("oidc:wire");
    }

    @Test
    void aPersonLogsInWithTheProviderAndWritesUnderTheirName() {
        Browser browser = new Browser(ledger.base(), "10.1.0.1");
        assertThat(browser.get("/login").text()).contains("/oauth2/authorization/provider");

        BrowserPage home = logIn(browser, "rosa");

        assertThat(home.status()).isEqualTo(200);
        assertThat(browser.get("/login").text()).contains(">oidc:rosa<", ">reporter, legal<");
        assertThat(browser.write("/subjects", SUBJECT.formatted("by-rosa")).status())
                .isEqualTo(201);
        assertThat(browser.write("/predicates", "{\"key\":\"k1\"}").code()).isEqualTo("forbidden");
        assertThat(browser.post("/api/v1/subjects", SUBJECT.formatted("forged")).code())
                .isEqualTo("csrf_token_missing");
        assertThat(actorOf("by-rosa")).isEqualTo("oidc:rosa");

        browser.submit("/logout");
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void onlyRolesOfThisLedgerCountAndWhoeverHasNoneMayNotEvenReadWhatIsClosed() {
        Browser browser = new Browser(ledger.base(), "10.1.0.2");
        logIn(browser, "norole");

        assertThat(browser.get("/login").text()).contains(">oidc:norole<", ">without a role<");
        assertThat(browser.get("/api/v1/claims").code()).isEqualTo("forbidden");
    }

    @Test
    void aPersonWhomTheirClaimDoesNotNameIsNotLetIn() {
        Browser browser = new Browser(ledger.base(), "10.1.0.3");

        BrowserPage browserPage = logIn(browser, "Erin Full Name");

        assertThat(browserPage.text()).contains("Log in");
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void anAnswerThatTheProviderDidNotGiveLetsNobodyIn() {
        Browser browser = new Browser(ledger.base(), "10.1.0.4");
        browser.get("/oauth2/authorization/provider");

        for (String query : List.of("code=x&state=y", "code=x", "error=access_denied&state=y", "")) {
            browser.get("/login/oauth2/code/provider?" + query);
            assertThat(browser.get("/api/v1/session").status()).as(query).isEqualTo(401);
        }
    }

    static Stream<Arguments> tokens() throws JOSEException {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("k1").generate();
        UnaryOperator<JWTClaimsSet.Builder> asItIs = UnaryOperator.identity();
        return Stream.of(
                Arguments.of("a good one", 200, signed(provider.key(), "JWT", asItIs)),
                Arguments.of("one typed as an access token", 200, signed(provider.key(), "at+jwt", asItIs)),
                Arguments.of(
                        "one for this ledger only",
                        200,
                        signed(provider.key(), "JWT", it -> it.audience("claims-ledger"))),
                Arguments.of("one for others", 401, signed(provider.key(), "JWT", it -> it.audience("another"))),
                Arguments.of("one for nobody", 401, signed(provider.key(), "JWT", it -> it.audience((String) null))),
                Arguments.of(
                        "an old one",
                        401,
                        signed(provider.key(), "JWT", it -> it.expirationTime(secondsFromNow(-120)))),
                Arguments.of(
                        "one of a clock that goes wrong",
                        200,
                        signed(provider.key(), "JWT", it -> it.expirationTime(secondsFromNow(-30)))),
                Arguments.of("one that never ends", 401, signed(provider.key(), "JWT", it -> it.expirationTime(null))),
                Arguments.of(
                        "one of tomorrow",
                        401,
                        signed(provider.key(), "JWT", it -> it.notBeforeTime(secondsFromNow(3_600)))),
                Arguments.of(
                        "another issuer's", 401, signed(provider.key(), "JWT", it -> it.issuer("http://127.0.0.1:1"))),
                Arguments.of("nobody's", 401, signed(provider.key(), "JWT", it -> it.issuer(null))),
                Arguments.of("one without a name", 401, signed(provider.key(), "JWT", it -> it.subject(null))),
                Arguments.of("one of an odd name", 401, signed(provider.key(), "JWT", it -> it.subject("a b\n"))),
                Arguments.of(
                        "one of a long name", 401, signed(provider.key(), "JWT", it -> it.subject("a".repeat(201)))),
                Arguments.of("one of another type", 401, signed(provider.key(), "dpop+jwt", asItIs)),
                Arguments.of("a stranger's", 401, signed(stranger, "JWT", asItIs)),
                Arguments.of("one signed with the public key", 401, signedWithThePublicKey()),
                Arguments.of("one that is not signed", 401, new PlainJWT(claims(asItIs)).serialize()),
                Arguments.of("nonsense of two dots", 401, "a.b.c"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void aTokenIsTakenOrNot(String which, int status, String token) {
        Answer answer = ledger.get("/session", "Authorization", "Bearer " + token);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.json().path("actor").stringValue()).isEqualTo("oidc:erin");
        } else {
            assertThat(answer.code()).isEqualTo("unauthorized");
        }
    }

    @Test
    void aTokenThatSomebodyChangedIsNotTaken() throws JOSEException {
        String[] parts = signed(provider.key(), "JWT", UnaryOperator.identity()).split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        parts[1] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("ledger-editor", "ledger-admin").getBytes(StandardCharsets.UTF_8));

        assertThat(ledger.get("/session", "Authorization", "Bearer " + String.join(".", parts))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void rolesMayLieDeepAndHaveAnotherPrefixAndPeopleBeNamedByAnotherClaim() throws JOSEException {
        try (RunningLedger other = RunningLedger.in(
                folder.resolve("other"),
                "--ledger.oidc.issuer=" + provider.issuer(),
                "--ledger.oidc.audience=" + TestIdentityProvider.AUDIENCE,
                "--ledger.oidc.role-claim=realm_access.roles",
                "--ledger.oidc.role-prefix=desk/",
                "--ledger.oidc.actor-claim=email")) {
            String token = signed(provider.key(), "JWT", it -> it.claim(
                            "realm_access", Map.of("roles", List.of("desk/editor", "ledger-admin", "desk/none")))
                    .claim("email", "erin@example.org"));
            Answer session = other.get("/session", "Authorization", "Bearer " + token);
            assertThat(session.json().path("actor").stringValue()).isEqualTo("oidc:erin@example.org");
            assertThat(session.json().path("roles").toString()).isEqualTo("[\"editor\"]");
            assertThat(other.get("/login").status()).isIn(200, 404);

            String single = signed(provider.key(), "JWT", it -> it.claim("realm_access.roles", "desk/reader")
                    .claim("email", "erin@example.org"));
            assertThat(other.get("/session", "Authorization", "Bearer " + single)
                            .json()
                            .path("roles")
                            .toString())
                    .isEqualTo("[\"reader\"]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--ledger.oidc.audience=a                                             | ledger.oidc.issuer is not set",
                "--ledger.oidc.client-id=a                                            | ledger.oidc.issuer is not set",
                "--ledger.oidc.issuer=PROVIDER                                        | ledger.oidc.audience is not"
                        + " set",
                "--ledger.oidc.issuer=PROVIDER --ledger.oidc.audience=a --ledger.oidc.client-id=b | client-secret is"
                        + " not set",
                "--ledger.oidc.issuer=PROVIDER --ledger.oidc.audience=a --ledger.oidc.client-secret=b | client-id is"
                        + " not set",
                "--ledger.oidc.issuer=PROVIDER --ledger.oidc.audience=a --ledger.oidc.role-claim= | role-claim is not"
                        + " set",
                "--ledger.oidc.issuer=PROVIDER/realm --ledger.oidc.audience=a         | does not answer as one of"
                        + " OpenID Connect",
                "--ledger.oidc.issuer=NOBODY --ledger.oidc.audience=a                 | does not answer as one of"
                        + " OpenID Connect",
                "--ledger.oidc.issuer=http://192.0.2.1 --ledger.oidc.audience=a       | is the https address",
                "--ledger.oidc.issuer=ftp://127.0.0.1 --ledger.oidc.audience=a        | is the https address",
                "--ledger.oidc.issuer=login --ledger.oidc.audience=a                  | is the https address"
            })
    void whatIsMissingOrWrongEndsTheStartInASentence(String settings, String sentence) throws IOException {
        HttpServer closed = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1);
        String nobody = "http://127.0.0.1:" + closed.getAddress().getPort();
        closed.stop(0);
        String[] all = settings.replace("PROVIDER", provider.issuer().toString())
                .replace("NOBODY", nobody)
                .split(" ");

        assertThatThrownBy(
                        () -> RunningLedger.in(folder.resolve("refused"), all).close())
                .hasStackTraceContaining("IdentityProviderRefused: ")
                .hasStackTraceContaining(sentence);
    }

    private static BrowserPage logIn(Browser browser, String name) {
        URI start = ledger.base().resolve("/oauth2/authorization/provider");
        BrowserPage login = browser.follow(start, browser.send(start, "GET", BodyPublishers.noBody()));
        URI there = provider.issuer().resolve("/login");
        BrowserPage answer = browser.form(
                there,
                "username=" + Browser.encoded(name) + "&password=" + Browser.encoded(TestIdentityProvider.PASSWORD)
                        + "&_csrf=" + Browser.encoded(Browser.csrfTokenIn(login.text())));
        return browser.follow(there, answer);
    }

    private static String accessTokenOfWire() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String credentials = Base64.getEncoder()
                    .encodeToString(("wire:" + TestIdentityProvider.PASSWORD).getBytes(StandardCharsets.UTF_8));
            String answer = client.send(
                            HttpRequest.newBuilder(provider.issuer().resolve("/oauth2/token"))
                                    .header("Authorization", "Basic " + credentials)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return JsonMapper.shared().readTree(answer).path("access_token").stringValue();
        }
    }

    private static String signed(RSAKey key, String type, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("k1")
                        .type(new JOSEObjectType(type))
                        .build(),
                claims(change));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** A token that passes wherever the public key is mistaken for a shared secret. */
    private static String signedWithThePublicKey() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims(UnaryOperator.identity()));
        token.sign(new MACSigner(provider.key().toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(provider.issuer().toString())
                        .subject("erin")
                        .audience(List.of("another", "claims-ledger"))
                        .issueTime(secondsFromNow(-60))
                        .expirationTime(secondsFromNow(300))
                        .claim("roles", List.of("ledger-editor")))
                .build();
    }

    private static Date secondsFromNow(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static Answer post(String token, String path, String body) {
        return ledger.send(ledger.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String actorOf(String subject) {
        return ledger.get("/subjects/" + subject + "/history", "Authorization", "Bearer " + RunningLedger.TOKEN)
                .json()
                .at("/items/0/actor")
                .stringValue();
    }
}
