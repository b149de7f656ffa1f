package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.nio.file.Path;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every call about the policy. */
class PolicyCallsTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aNewLedgerIsAnsweredByVersionTwoFromItsBeginning() {
        Answer listed = ledger.get("/policies");

        assertThat(listed.status()).as(listed.text()).isEqualTo(200);
        assertThat(listed.json().path("items").toString())
                .isEqualTo("[{\"version\":2,\"adoptedAt\":null,\"position\":0,\"actor\":null,\"reason\":null}]");
        assertThat(listed.json().path("next").isNull()).isTrue();
        assertThat(ledger.get("/policies/2").json().path("version").intValue()).isEqualTo(2);
        assertRefused(ledger, 404, "policy_unknown", () -> ledger.get("/policies/3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        409 | policy_in_use  | {"version":2,"reason":"R"}   | /version
        422 | policy_unknown | {"version":1,"reason":"R"}   | /version
        422 | policy_unknown | {"version":3,"reason":"R"}   | /version
        422 | field_missing  | {"version":3}                | /reason
        422 | field_missing  | {"reason":"R"}               | /version
        400 | wrong_type     | {"version":"2","reason":"R"} | /version
        """)
    void aRefusalHasItsCodeAndPointerAndLeavesNoTrace(int status, String code, String body, String pointer) {
        Answer refused = assertRefused(ledger, status, code, () -> ledger.post("/policies", body));

        assertThat(refused.json().path("pointer").stringValue()).isEqualTo(pointer);
    }

    @Test
    void aLineOfAnImportAdoptsAPolicyByTheSameRules() {
        assertThat(ledger.importLines("""
            {"op":"adopt_policy","version":2,"reason":"The same."}\
            """).text()).contains("policy_in_use");
    }
}
