package org.claimsledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.claim.ClaimForm.filed;
import static org.claimsledger.ledger.DiskLedger.accepted;
import static org.claimsledger.ledger.DiskLedger.refused;
import static org.claimsledger.predicate.PredicateForm.defined;
import static org.claimsledger.source.SourceForm.noticed;
import static org.claimsledger.source.SourceForm.registered;
import static org.claimsledger.source.SourceForm.source;
import static org.claimsledger.subject.SubjectForm.merged;
import static org.claimsledger.subject.SubjectForm.subject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.ledger.Outcome.Accepted;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.RefusalCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many writers at once, on a ledger on disk: a write that only one may make is made by exactly one. */
class ConcurrentCommandsTest {

    private DiskLedger ledger;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = DiskLedger.open(folder)
                .given(registered("rferl"), subject("aliev"), subject("rakhat"), defined("wanted"));
    }

    @AfterEach
    void close() {
        assertThat(positions(ledger)).isEqualTo(upTo(ledger.stored().size()));
        ledger.close();
    }

    @Test
    void claimsFiledAtOnceOnASourceThatIsBeingAmendedAreAllAccepted() throws Exception {
        List<List<Outcome>> outcomes = ConcurrentCalls.all(65, writer -> {
            List<Outcome> mine = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                mine.add(ledger.submit(
                        writer == 64 ? source("rferl").note("note " + i).amend() : filed("c" + writer + "." + i)));
            }
            return mine;
        });

        List<Outcome> all = outcomes.stream().flatMap(List::stream).toList();
        assertThat(all).hasOnlyElementsOfType(Accepted.class);
        Set<String> claims = new HashSet<>();
        ledger.events().forEach(event -> {
            if (event instanceof ClaimAsserted asserted) {
                claims.add(asserted.claim().value());
            }
        });
        assertThat(claims).hasSize(64 * 5);
        assertThat(ledger.events()).filteredOn(SourceAmended.class::isInstance).hasSize(5);
        assertThat(accepted(all).stream().map(Accepted::position)).doesNotHaveDuplicates();
    }

    @Test
    void aUrlIsGivenToOneOfAllWhoAskForIt() throws Exception {
        List<Outcome> outcomes = ConcurrentCalls.all(
                16,
                writer -> ledger.submit(source("s" + writer)
                        .url("https://example.org/" + (writer % 2 == 0 ? "" : "#" + writer))
                        .register()));

        assertThat(accepted(outcomes)).hasSize(1);
        assertThat(refused(outcomes, RefusalCode.URL_TAKEN)).isEqualTo(15);
    }

    @Test
    void anIdIsGivenToOneOfAllWhoAskForIt() throws Exception {
        assertOneOfAll(filed("c1"), RefusalCode.ID_TAKEN);
        assertOneOfAll(registered("afp"), RefusalCode.ID_TAKEN);
        assertOneOfAll(subject("other"), RefusalCode.ID_TAKEN);
        assertOneOfAll(defined("sentenced"), RefusalCode.ID_TAKEN);
    }

    @Test
    void theSameEvidenceIsAttachedOnce() throws Exception {
        ledger.given(registered("afp"), filed("c1"));

        assertOneOfAll(claim("c1").source("afp").attach(), RefusalCode.EVIDENCE_DUPLICATE);
    }

    @Test
    void aSourceIsRetractedOnceAndASubjectIsMergedOnce() throws Exception {
        assertOneOfAll(noticed("rferl", NoticeType.RETRACTION), RefusalCode.ALREADY_RETRACTED);
        assertOneOfAll(merged("aliev", "rakhat"), RefusalCode.ALREADY_MERGED);
    }

    @Test
    void twoMergesInOppositeDirectionsDoNotBothHold() throws Exception {
        List<Outcome> outcomes = ConcurrentCalls.all(
                2, writer -> ledger.submit(writer == 0 ? merged("aliev", "rakhat") : merged("rakhat", "aliev")));

        assertThat(accepted(outcomes)).hasSize(1);
    }

    @Test
    void lineagesFiledAtOnceFormNoCycle() throws Exception {
        ledger.given(registered("s0"), registered("s1"), registered("s2"));

        List<Outcome> outcomes = ConcurrentCalls.all(
                3,
                writer -> ledger.submit(
                        source("s" + writer).from("s" + (writer + 1) % 3).amend()));

        assertThat(accepted(outcomes)).hasSize(2);
        assertThat(refused(outcomes, RefusalCode.LINEAGE_CYCLE)).isEqualTo(1);
    }

    @Test
    void evidenceIsNumberedOneByOne() throws Exception {
        ledger.given(filed("c1"));
        for (int i = 0; i < 64; i++) {
            ledger.given(registered("s" + i));
        }

        List<Outcome> outcomes = ConcurrentCalls.all(
                64, writer -> ledger.submit(claim("c1").source("s" + writer).attach()));

        assertThat(accepted(outcomes).stream().map(Accepted::createdId))
                .hasSize(64)
                .doesNotHaveDuplicates();
        assertThat(accepted(outcomes).stream().map(Accepted::revision)).doesNotHaveDuplicates();
        assertThat(accepted(outcomes).stream().mapToLong(Accepted::revision).max())
                .hasValue(65);
    }

    @Test
    void ofRevisionsThatExpectTheSameRevisionOneIsAccepted() throws Exception {
        ledger.given(filed("c1"));

        List<Outcome> outcomes = ConcurrentCalls.all(100, writer -> ledger.ledger()
                .submit(new Request(
                        claim("c1").text("value " + writer).revise(RevisionKind.CORRECTION),
                        "ann",
                        "request " + writer,
                        1L,
                        null,
                        null)));

        assertThat(accepted(outcomes)).singleElement().satisfies(one -> assertThat(one.revision())
                .isEqualTo(2));
        assertThat(refused(outcomes, RefusalCode.REVISION_MOVED)).isEqualTo(99);
    }

    @Test
    void theSameRequestSentManyTimesAtOnceIsOneEventAndOneAnswer() throws Exception {
        Request request =
                new Request(filed("c1"), "ann", "request", null, new Request.Idempotency("key", "digest"), null);
        Request other = new Request(
                filed("c2"), "ann", "request", null, new Request.Idempotency("key", "another digest"), null);
        int before = ledger.stored().size();

        List<Outcome> outcomes =
                ConcurrentCalls.all(50, writer -> ledger.ledger().submit(request));

        assertThat(accepted(outcomes)).hasSize(1);
        Accepted first = accepted(outcomes).getFirst();
        assertThat(outcomes).filteredOn(new Outcome.Duplicate(first)::equals).hasSize(49);
        assertThat(ledger.stored()).hasSize(before + 1);
        assertThat(DiskLedger.codeOf(ledger.ledger().submit(other))).isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void theSameImportSentTwiceAtOnceIsRecordedOnce() throws Exception {
        int before = ledger.stored().size();
        List<Request> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add(ledger.line("line " + i, filed("c" + i)));
        }

        List<List<Outcome>> outcomes =
                ConcurrentCalls.all(2, writer -> ledger.ledger().submit(lines));

        assertThat(ledger.stored()).hasSize(before + 200);
        assertThat(outcomes.stream().filter(all -> accepted(all).size() == 200)).hasSize(1);
        assertThat(outcomes.stream().flatMap(List::stream))
                .hasOnlyElementsOfTypes(Accepted.class, Outcome.Duplicate.class);
    }

    private void assertOneOfAll(LedgerCommand command, RefusalCode others) throws Exception {
        int before = ledger.stored().size();

        List<Outcome> outcomes = ConcurrentCalls.all(64, writer -> ledger.submit(command));

        assertThat(accepted(outcomes)).hasSize(1);
        assertThat(refused(outcomes, others)).isEqualTo(63);
        assertThat(ledger.stored()).hasSize(before + 1);
    }

    private static List<Long> positions(DiskLedger ledger) {
        return ledger.stored().stream().map(StoredEvent::position).toList();
    }

    private static List<Long> upTo(int last) {
        List<Long> positions = new ArrayList<>();
        for (long i = 1; i <= last; i++) {
            positions.add(i);
        }
        return positions;
    }
}
