package org.claimsledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.claim.ClaimForm.filed;
import static org.claimsledger.ledger.DiskLedger.codeOf;
import static org.claimsledger.predicate.PredicateForm.defined;
import static org.claimsledger.source.SourceForm.registered;
import static org.claimsledger.source.SourceForm.source;
import static org.claimsledger.subject.SubjectForm.named;
import static org.claimsledger.subject.SubjectForm.subject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.ledger.Outcome.Accepted;
import org.claimsledger.ledger.Outcome.Duplicate;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.RefusalCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are decided one by one and recorded together, like the lines of an import. */
class BatchesTest {

    private DiskLedger ledger;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = DiskLedger.open(folder).given(registered("rferl"), subject("aliev"), defined("wanted"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anAnswerSaysWhatItIsAboutAndWhereItIsRecorded() {
        Outcome outcome = ledger.submit(filed("c1"));

        StoredEvent stored = ledger.stored().getLast();
        assertThat(outcome).isEqualTo(new Accepted("c1", 1, "e1", stored.position(), stored.recordedAt()));
        assertThat(ledger.submit(registered("afp"))).isInstanceOfSatisfying(Accepted.class, afp -> {
            assertThat(afp.createdId()).isNull();
            assertThat(afp.position()).isEqualTo(5);
        });
        assertThat(ledger.submit(claim("c1").source("afp").attach())).isInstanceOfSatisfying(Accepted.class, more -> {
            assertThat(more.id()).isEqualTo("c1");
            assertThat(more.createdId()).isEqualTo("e2");
            assertThat(more.revision()).isEqualTo(2);
        });
    }

    @Test
    void theStoredEventSaysWhoAskedForIt() {
        ledger.submit(filed("c1"));

        assertThat(new String(ledger.stored().getLast().metadata(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"actor\":\"ann\"", "\"request\":\"request-");
    }

    @Test
    void linesSeeWhatCameOfTheLinesBeforeThem() {
        List<Outcome> outcomes = submit(
                ledger.line("1", registered("afp")),
                ledger.line("2", subject("otembaev")),
                ledger.line("3", defined("sentenced")),
                ledger.line(
                        "4",
                        claim("c1")
                                .subject("otembaev")
                                .predicate("sentenced")
                                .source("afp")
                                .file()),
                ledger.line("5", claim("c1").source("rferl").attach()),
                ledger.line("6", claim("c1").text("20 years").revise(RevisionKind.CORRECTION)));

        assertThat(outcomes).hasOnlyElementsOfType(Accepted.class);
        assertThat(((Accepted) outcomes.getLast()).revision()).isEqualTo(3);
        assertThat(positions(outcomes)).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void aUrlThatALineFreesIsFreeForTheNextLine() {
        ledger.given(source("afp").url("https://example.org/1").register());

        List<Outcome> outcomes = submit(
                ledger.line("1", source("afp").url("https://example.org/2").amend()),
                ledger.line("2", source("echo").url("https://example.org/1").register()),
                ledger.line("3", source("late").url("https://example.org/1").register()));

        assertThat(outcomes.subList(0, 2)).hasOnlyElementsOfType(Accepted.class);
        assertThat(codeOf(outcomes.get(2))).isEqualTo(RefusalCode.URL_TAKEN);
    }

    @Test
    void refusedLinesLeaveNoTraceAmongTheOthers() {
        List<Outcome> outcomes = submit(
                ledger.line("1", filed("c1")),
                ledger.line("2", filed("c1")),
                ledger.line("3", claim("c2").subject("nobody").file()),
                ledger.line("4", filed("c3")),
                ledger.line("5", claim("c2").source("afp").attach()));

        assertThat(outcomes)
                .extracting(DiskLedger::codeOf)
                .containsExactly(
                        null, RefusalCode.ID_TAKEN, RefusalCode.SUBJECT_UNKNOWN, null, RefusalCode.CLAIM_UNKNOWN);
        assertThat(ledger.events().subList(3, 5)).hasOnlyElementsOfType(ClaimAsserted.class);
        assertThat(ledger.stored()).hasSize(5);
    }

    @Test
    void aBatchOfRefusedLinesRecordsNothing() {
        List<Outcome> outcomes = submit(ledger.line("1", registered("rferl")));

        assertThat(outcomes).extracting(DiskLedger::codeOf).containsExactly(RefusalCode.ID_TAKEN);
        assertThat(ledger.stored()).hasSize(3);
        assertThat(ledger.ledger().submit(List.of())).isEmpty();
    }

    @Test
    void aLineIsAcceptedOnceAndAfterwardsADuplicateOfTheFirst() {
        Accepted first = (Accepted) submit(ledger.line("key", filed("c1"))).getFirst();

        assertThat(submit(ledger.line("key", filed("c1")))).containsExactly(new Duplicate(first));
        assertThat(submit(ledger.line("key", filed("c2")))).containsExactly(new Duplicate(first));
        assertThat(ledger.stored()).hasSize(4);
    }

    @Test
    void aLineThatStandsTwiceInABatchIsADuplicateOfTheFirst() {
        List<Outcome> outcomes = submit(
                ledger.line("a", filed("c1")),
                ledger.line("b", claim("c1").text("x").revise(RevisionKind.CORRECTION)),
                ledger.line("a", filed("c1")),
                ledger.line("b", claim("c1").text("x").revise(RevisionKind.CORRECTION)));

        assertThat(outcomes.get(2)).isEqualTo(new Duplicate((Accepted) outcomes.get(0)));
        assertThat(outcomes.get(3)).isEqualTo(new Duplicate((Accepted) outcomes.get(1)));
    }

    @Test
    void duplicatesPointAtTheirOwnFirstEvenWhereThingsOfSeveralKindsShareAnId() {
        List<Outcome> outcomes = submit(
                ledger.line("1", registered("one")),
                ledger.line("2", subject("one")),
                ledger.line("3", defined("one")),
                ledger.line("2", subject("one")),
                ledger.line("3", defined("one")));

        assertThat(outcomes.get(3)).isEqualTo(new Duplicate((Accepted) outcomes.get(1)));
        assertThat(outcomes.get(4)).isEqualTo(new Duplicate((Accepted) outcomes.get(2)));
    }

    @Test
    void aRefusedLineIsTriedAgain() {
        Request early = ledger.line("key", claim("c1").source("afp").file());

        assertThat(codeOf(submit(early).getFirst())).isEqualTo(RefusalCode.SOURCE_UNKNOWN);
        ledger.given(registered("afp"));
        assertThat(submit(early)).hasOnlyElementsOfType(Accepted.class);
        assertThat(submit(early)).hasOnlyElementsOfType(Duplicate.class);
    }

    @Test
    void aSuccessionIsThreeEventsSideBySide() {
        Outcome before = ledger.submit(claim("c1").valid("2006~/..").file());
        Outcome outcome = ledger.submit(claim("c1").succeed("2013", claim("c2").valid("2013/..")));

        assertThat(before).isInstanceOf(Accepted.class);
        assertThat(outcome).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.id()).isEqualTo("c1");
            assertThat(accepted.createdId()).isEqualTo("c2");
            assertThat(accepted.revision()).isEqualTo(3);
            assertThat(accepted.position()).isEqualTo(7);
        });
        assertThat(ledger.events().subList(4, 7))
                .hasExactlyElementsOfTypes(ClaimRevised.class, ClaimAsserted.class, ClaimsRelated.class);
    }

    @Test
    void aSuccessionThatIsRefusedRecordsNoneOfItsEvents() {
        ledger.given(filed("c1"), filed("c2"));

        assertThat(codeOf(ledger.submit(claim("c1").succeed("2013", claim("c2")))))
                .isEqualTo(RefusalCode.ID_TAKEN);
        assertThat(ledger.stored()).hasSize(5);
    }

    @Test
    void aThousandLinesAreOneBatch() {
        List<Request> lines = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            lines.add(ledger.line("c" + i, filed("c" + i)));
            lines.add(ledger.line("n" + i, named("aliev", "name " + i, null, null)));
        }

        List<Outcome> outcomes = ledger.ledger().submit(lines);

        assertThat(outcomes).hasOnlyElementsOfType(Accepted.class);
        assertThat(((Accepted) outcomes.getLast()).revision()).isEqualTo(501);
        assertThat(ledger.ledger().submit(lines)).hasOnlyElementsOfType(Duplicate.class);
        assertThat(ledger.stored()).hasSize(1_003);
    }

    private List<Outcome> submit(Request... lines) {
        return ledger.ledger().submit(List.of(lines));
    }

    private static List<Long> positions(List<Outcome> outcomes) {
        return DiskLedger.accepted(outcomes).stream().map(Accepted::position).toList();
    }
}
