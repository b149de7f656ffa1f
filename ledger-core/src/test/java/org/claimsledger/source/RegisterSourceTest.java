package org.claimsledger.source;

import static org.claimsledger.ledger.InMemoryLedger.given;
import static org.claimsledger.source.SourceForm.lineage;
import static org.claimsledger.source.SourceForm.registered;
import static org.claimsledger.source.SourceForm.source;

import org.claimsledger.command.SourceCommand.RegisterSource;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.value.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterSourceTest {

    @Test
    void aSourceIsRegisteredWithWhatIsKnownOfIt() {
        RegisterSource full = source("rferl")
                .publisher("RFE/RL")
                .url("https://example.org/1")
                .published("2024-02")
                .reliability(Reliability.B)
                .register();

        given().when(full).then(new SourceRegistered(full.source(), full.details()));
    }

    @Test
    void anIdIsRegisteredOnce() {
        given(registered("rferl")).when(registered("rferl")).thenRefused(RefusalCode.ID_TAKEN, "/id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a?b=c",
                "HTTPS://EXAMPLE.ORG/a?b=c",
                "https://example.org:443/a?b=c",
                "https://example.org/a?b=c#paragraph-4"
            })
    void aUrlBelongsToOneSourceHoweverItIsSpelled(String same) {
        given(source("rferl").url("https://Example.org/a?b=c").register())
                .when(source("echo").url(same).register())
                .thenRefused(RefusalCode.URL_TAKEN, "/url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a?b=c",
                "https://example.org:8443/a?b=c",
                "https://example.org/A?b=c",
                "https://example.org/a?b=d",
                "https://example.org/a",
                "https://www.example.org/a?b=c"
            })
    void anotherUrlMayBelongToAnotherSource(String other) {
        given(source("rferl").url("https://example.org/a?b=c").register())
                .when(source("echo").url(other).register())
                .thenAccepted();
    }

    @Test
    void lineageLeadsToSourcesThatTheLedgerHolds() {
        given().when(source("echo").from("rferl").register())
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/lineage/0/source");
        given(registered("rferl"))
                .when(source("echo").from("rferl", "afp").register())
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/lineage/1/source");
        given(registered("rferl")).when(source("echo").from("rferl").register()).thenAccepted();
    }

    @Test
    void lineageMayNameAnOutletThatTheLedgerDoesNotHold() {
        given().when(source("echo")
                        .lineage(new Lineage(Lineage.Relation.REPEATS, null, "TASS"))
                        .register())
                .thenAccepted();
    }

    @Test
    void aSourceDoesNotComeFromItself() {
        given().when(source("echo").from("echo").register())
                .thenRefused(RefusalCode.LINEAGE_CYCLE, "/lineage/0/source");
    }

    @Test
    void emptyListsSayNoMoreThanAbsentOnes() {
        given().when(source("rferl").authors().lineage().register())
                .then(new SourceRegistered(
                        registered("rferl").source(), registered("rferl").details()));
    }

    @Test
    void twoEchoesMayShareAnOrigin() {
        given(
                        registered("afp"),
                        source("a1").from("afp").register(),
                        source("b1").from("afp").register())
                .when(source("c1")
                        .lineage(lineage(Lineage.Relation.CITES, "a1"), lineage(Lineage.Relation.DERIVES_FROM, "b1"))
                        .register())
                .thenAccepted();
    }
}
