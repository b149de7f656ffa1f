package org.claimsledger.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.value.ValueRefusalAssertions.assertAccepted;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

    private static final String DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @ParameterizedTest
    @ValueSource(strings = {"en", "kk-Cyrl", "ru-KZ", "zh-Hant-TW", "und", "es-419", "sl-rozaj-biske", "x-desk"})
    void aLanguageIsATagOfBcp47KeptAsItIs(String tag) {
        assertThat(new Language(tag).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "en_US", "english language", "e", "en-", "қазақ", "en\u0000", "123456789"})
    void anyOtherLanguageIsRefused(String tag) {
        assertRefused(() -> new Language(tag), RefusalCode.INVALID_LANGUAGE);
    }

    @Test
    void aDigestIsKeptInSmallLetters() {
        assertThat(new Sha256(DIGEST.toUpperCase(java.util.Locale.ROOT))).isEqualTo(new Sha256(DIGEST));
        assertThat(new Sha256(DIGEST).hex()).isEqualTo(DIGEST);
    }

    @Test
    void anyOtherDigestIsRefused() {
        assertRefused(() -> new Sha256(""), RefusalCode.INVALID_DIGEST);
        assertRefused(() -> new Sha256(DIGEST.substring(1)), RefusalCode.INVALID_DIGEST);
        assertRefused(() -> new Sha256(DIGEST + "0"), RefusalCode.INVALID_DIGEST);
        assertRefused(() -> new Sha256("g" + DIGEST.substring(1)), RefusalCode.INVALID_DIGEST);
        assertRefused(() -> new Sha256(DIGEST + "\n"), RefusalCode.INVALID_DIGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://example.org:8080/a?b=c&d#e",
                "HTTPS://EXAMPLE.ORG/A",
                "https://example.org/%D0%B0",
                "https://example.org/статья",
                "https://пример.рф/статья",
                "http://[2001:db8::1]/a",
                "http://192.0.2.1/",
                "https://my_paper.example.org/"
            })
    void aUrlIsKeptAsItIs(String text) {
        assertThat(new Url(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org/a",
                "/a",
                "ftp://example.org/a",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https:///a",
                "https:a",
                "https://",
                "https://example.org/a b",
                "https://exa mple.org/",
                "https://example.org:port/"
            })
    void anyOtherUrlIsRefused(String text) {
        assertRefused(() -> new Url(text), RefusalCode.INVALID_URL);
    }

    @Test
    void aUrlIsTextWithALimit() {
        String base = "https://example.org/";

        assertAccepted(() -> new Url(base + "x".repeat(2_000 - base.length())));
        assertRefused(() -> new Url(base + "x".repeat(2_001 - base.length())), RefusalCode.TEXT_TOO_LONG);
        assertRefused(() -> new Url(""), RefusalCode.INVALID_TEXT);
        assertRefused(() -> new Url(base + "\n"), RefusalCode.INVALID_TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org/",
        "HTTPS://Example.ORG/A?b=C#d, https://example.org/A?b=C",
        "https://example.org:443/a, https://example.org/a",
        "http://example.org:80/a, http://example.org/a",
        "http://example.org:443/a, http://example.org:443/a",
        "https://example.org:80/a, https://example.org:80/a",
        "https://example.org:/a, https://example.org/a",
        "https://example.org?x, https://example.org/?x",
        "https://Пример.рф/a, https://xn--e1afmkfd.xn--p1ai/a"
    })
    void theKeyOfAUrlIsWhatMakesTwoTheSame(String text, String key) {
        assertThat(new Url(text).key()).isEqualTo(key);
        assertThat(new Url(key).key()).isEqualTo(key);
    }

    @Test
    void anUnknownIdIsAnotherMatterInThePathThanInABody() {
        assertThat(new Refusal(RefusalCode.CLAIM_UNKNOWN, "", "").kind()).isEqualTo(RefusalCode.Kind.UNKNOWN);
        assertThat(new Refusal(RefusalCode.CLAIM_UNKNOWN, "/other", "").kind()).isEqualTo(RefusalCode.Kind.INVALID);
        assertThat(new Refusal(RefusalCode.ID_TAKEN, "/id", "").kind()).isEqualTo(RefusalCode.Kind.CONFLICT);
    }
}
