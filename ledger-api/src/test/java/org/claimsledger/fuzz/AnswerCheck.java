package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.fuzz.RawHttpConnection.RawAnswer;
import org.claimsledger.value.RefusalCode;

/** Checks what must hold of every answer of the API, whatever the request was. */
final class AnswerCheck {

    /** Problems that are none of the ledger's own; docs/http.md names them. */
    private static final Set<String> OTHER_CODES = Set.of(
            "bad_request",
            "body_cut_off",
            "body_too_slow",
            "expectation_failed",
            "method_not_allowed",
            "not_acceptable",
            "not_found",
            "not_implemented");

    private static final Set<String> CODES = Stream.concat(
                    OTHER_CODES.stream(), Stream.of(RefusalCode.values()).map(RefusalCode::code))
            .collect(Collectors.toUnmodifiableSet());

    /** The code of a fault within the program. */
    private static final Pattern TRACE = Pattern.compile(
            "\\bat [a-z]+(\\.[a-zA-Z0-9_$]+)+\\(|(org\\.(claimsledger|springframework|apache|h2|axonframework)|java"
                    + "|jakarta|tools\\.jackson)\\.[a-z]|Exception|Tomcat");

    /** The status for an unknown method, such as CONNECT: the only one above 500 that the client causes. */
    private static final int NO_SUCH_METHOD = 501;

    private AnswerCheck() {}

    /** The answer is no fault of the program's, a refusal has a code, and nothing reveals the program's internals. */
    static void check(RawAnswer rawAnswer) {
        checkPage(rawAnswer);
        if (rawAnswer.status() >= 400) {
            assertThat(rawAnswer.headers().get("content-type"))
                    .as("%s", rawAnswer)
                    .startsWith("application/problem+json");
            assertThat(rawAnswer.json().path("code").asString(""))
                    .as("%s", rawAnswer)
                    .isIn(CODES);
        }
    }

    /** Checks the same of a page, which has no code. */
    static void checkPage(RawAnswer rawAnswer) {
        assertThat(rawAnswer.status() < 500 || rawAnswer.status() == NO_SUCH_METHOD)
                .as("%s", rawAnswer)
                .isTrue();
        if (rawAnswer.status() >= 400) {
            assertThat(TRACE.matcher(rawAnswer.text()).find())
                    .as("%s", rawAnswer)
                    .isFalse();
        }
    }
}
