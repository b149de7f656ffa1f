package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.fuzz.Wire.Answer;
import org.claimsledger.value.RefusalCode;

/** What holds of every answer of the API, whatever was asked. */
final class Faultless {

    /** Problems that are none of the ledger's own; docs/http.md names them. */
    private static final Set<String> OTHERS = Set.of(
            "bad_request",
            "body_cut_off",
            "body_too_slow",
            "expectation_failed",
            "method_not_allowed",
            "not_acceptable",
            "not_found",
            "not_implemented");

    private static final Set<String> CODES = Stream.concat(
                    OTHERS.stream(), Stream.of(RefusalCode.values()).map(RefusalCode::code))
            .collect(Collectors.toUnmodifiableSet());

    /** What comes of a fault within the program. */
    private static final Pattern TRACE = Pattern.compile(
            "\\bat [a-z]+(\\.[a-zA-Z0-9_$]+)+\\(|(org\\.(claimsledger|springframework|apache|h2|axonframework)|java"
                    + "|jakarta|tools\\.jackson)\\.[a-z]|Exception|Tomcat");

    /** Of a method that nobody has, such as CONNECT; the one answer above 500 that is the client's doing. */
    private static final int NO_SUCH_METHOD = 501;

    private Faultless() {}

    /** It is no fault of the program's; what is refused has a code; nothing shows what the program is made of. */
    static void check(Answer answer) {
        checkPage(answer);
        if (answer.status() >= 400) {
            assertThat(answer.headers().get("content-type")).as("%s", answer).startsWith("application/problem+json");
            assertThat(answer.json().path("code").asString("")).as("%s", answer).isIn(CODES);
        }
    }

    /** The same but for the code, which a page has none of. */
    static void checkPage(Answer answer) {
        assertThat(answer.status() < 500 || answer.status() == NO_SUCH_METHOD)
                .as("%s", answer)
                .isTrue();
        if (answer.status() >= 400) {
            assertThat(TRACE.matcher(answer.text()).find()).as("%s", answer).isFalse();
        }
    }
}
