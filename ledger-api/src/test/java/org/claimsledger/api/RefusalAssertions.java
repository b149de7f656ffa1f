package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.claimsledger.api.RunningLedger.Answer;

/** Asserts what all refusals have in common: a problem with a code, and an unchanged log. */
final class RefusalAssertions {

    private RefusalAssertions() {}

    static Answer assertRefused(RunningLedger ledger, int status, String code, Supplier<Answer> request) {
        long before = ledger.head();
        Answer answer = request.get();
        assertThat(answer.text()).isNotBlank();
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.status() + " " + answer.code()).as(answer.text()).isEqualTo(status + " " + code);
        assertThat(answer.json().path("type").stringValue()).isEqualTo("urn:claims-ledger:problem:" + code);
        assertThat(answer.json().path("status").intValue()).isEqualTo(status);
        assertThat(answer.json().path("title").stringValue("")).isNotBlank();
        assertThat(ledger.head()).isEqualTo(before);
        return answer;
    }
}
