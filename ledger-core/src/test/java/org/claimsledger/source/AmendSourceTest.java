package org.claimsledger.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.ledger.InMemoryLedger.given;
import static org.claimsledger.source.SourceForm.registered;
import static org.claimsledger.source.SourceForm.source;

import java.util.List;
import org.claimsledger.command.SourceCommand.RegisterSource;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmendSourceTest {

    private static final SourceId RFERL = new SourceId("rferl");

    private static final RegisterSource FILED = source("rferl")
            .title("A verdict")
            .publisher("RFE/RL")
            .authors("A. Writer")
            .url("https://example.org/1")
            .register();

    @Test
    void onlyWhatIsNewIsRecorded() {
        InMemoryLedger ledger = given(FILED);

        ledger.when(source("rferl").title("A verdict").published("2024-02").amend("dated by the archive"))
                .then(new SourceAmended(
                        RFERL,
                        source("rferl").published("2024-02").details(),
                        List.of(),
                        null,
                        "dated by the archive"));

        Source now = ledger.source(RFERL);
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.details().title()).isEqualTo("A verdict");
        assertThat(now.details().published()).hasToString("2024-02");
    }

    @Test
    void aSourceThatIsNotThereIsNotAmended() {
        given().when(source("rferl").title("A verdict").amend()).thenRefused(RefusalCode.SOURCE_UNKNOWN, "");
    }

    @Test
    void anAmendmentChangesSomething() {
        given(FILED).when(source("rferl").amend()).thenRefused(RefusalCode.AMENDMENT_WITHOUT_CHANGE, "");
        given(FILED)
                .when(source("rferl").title("A verdict").authors("A. Writer").amend())
                .thenRefused(RefusalCode.AMENDMENT_WITHOUT_CHANGE, "");
        given(FILED).when(source("rferl").clear("note").amend()).thenRefused(RefusalCode.AMENDMENT_WITHOUT_CHANGE, "");
    }

    @Test
    void whatIsClearedIsUnknownFromThenOn() {
        InMemoryLedger ledger = given(FILED);

        ledger.when(source("rferl").clear("publisher", "note").amend())
                .then(new SourceAmended(RFERL, source("rferl").details(), List.of("publisher"), null, null));

        assertThat(ledger.source(RFERL).details().publisher()).isNull();
    }

    @Test
    void anEmptyListClearsTheField() {
        InMemoryLedger ledger = given(FILED);

        ledger.when(source("rferl").authors().amend())
                .then(new SourceAmended(RFERL, source("rferl").details(), List.of("authors"), null, null));

        assertThat(ledger.source(RFERL).details().authors()).isNull();
        ledger.when(source("rferl").authors().amend()).thenRefused(RefusalCode.AMENDMENT_WITHOUT_CHANGE, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "title"})
    void aSourceAlwaysHasItsKindAndTitle(String field) {
        given(FILED).when(source("rferl").clear(field).amend()).thenRefused(RefusalCode.FIELD_MISSING, "/" + field);
    }

    @Test
    void aUrlThatIsAmendedAwayIsFreeAgain() {
        InMemoryLedger ledger = given(FILED, registered("echo"));

        ledger.when(source("echo").url("https://EXAMPLE.org/1").amend()).thenRefused(RefusalCode.URL_TAKEN, "/url");
        ledger.when(source("rferl").url("https://example.org/2").amend())
                .then(new SourceAmended(
                        RFERL,
                        source("rferl").url("https://example.org/2").details(),
                        List.of(),
                        new Url("https://example.org/1"),
                        null));
        ledger.when(source("echo").url("https://EXAMPLE.org/1").amend()).thenAccepted();

        assertThat(ledger.sourcesAt(new Url("https://example.org/1"))).containsExactly(new SourceId("echo"));
        assertThat(ledger.sourcesAt(new Url("https://example.org/2"))).containsExactly(RFERL);
        ledger.when(source("rferl").url("https://example.org/1").amend()).thenRefused(RefusalCode.URL_TAKEN, "/url");
    }

    @Test
    void aUrlThatIsClearedIsFreeAgain() {
        InMemoryLedger ledger = given(FILED).and(source("rferl").clear("url").amend());

        assertThat(ledger.sourcesAt(new Url("https://example.org/1"))).isEmpty();
        ledger.when(source("echo").url("https://example.org/1").register()).thenAccepted();
    }

    @Test
    void aUrlMayBeSpelledOtherwiseWithoutLeavingItsSource() {
        InMemoryLedger ledger = given(FILED)
                .and(source("rferl").url("https://EXAMPLE.org/1#top").amend());

        assertThat(ledger.sourcesAt(new Url("https://example.org/1"))).containsExactly(RFERL);
        ledger.when(source("echo").url("https://example.org/1").register()).thenRefused(RefusalCode.URL_TAKEN, "/url");
    }

    @Test
    void lineageNeverLeadsBackToTheSource() {
        InMemoryLedger chain = given(
                registered("s1"),
                source("s2").from("s1").register(),
                source("s3").from("s2").register());

        chain.when(source("s1").from("s1").amend()).thenRefused(RefusalCode.LINEAGE_CYCLE, "/lineage/0/source");
        chain.when(source("s1").from("s2").amend()).thenRefused(RefusalCode.LINEAGE_CYCLE, "/lineage/0/source");
        chain.when(source("s1").from("s3").amend()).thenRefused(RefusalCode.LINEAGE_CYCLE, "/lineage/0/source");
        chain.when(source("s3").from("s1", "s2").amend()).thenAccepted();
    }

    @Test
    void lineageThatWasAmendedAwayMakesNoCycle() {
        given(
                        registered("s1"),
                        source("s2").from("s1").register(),
                        source("s2").clear("lineage").amend())
                .when(source("s1").from("s2").amend())
                .thenAccepted()
                .when(source("s2").from("s1").amend())
                .thenRefused(RefusalCode.LINEAGE_CYCLE, "/lineage/0/source");
    }

    @Test
    void lineageLeadsToSourcesThatTheLedgerHolds() {
        given(registered("rferl"))
                .when(source("rferl").from("rferl-kazakh").amend())
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/lineage/0/source");
    }

    @Test
    void aReasonHasALimit() {
        given(FILED)
                .when(source("rferl").note("n").amend("x".repeat(5_001)))
                .thenRefused(RefusalCode.TEXT_TOO_LONG, "/reason");
    }
}
