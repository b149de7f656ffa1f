package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.claimsledger.command.ClaimCommand.AssertClaim;
import org.claimsledger.command.ClaimCommand.AssessClaim;
import org.claimsledger.command.ClaimCommand.SucceedClaim;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.PredicateCommand.DefinePredicate;
import org.claimsledger.command.SourceCommand.RegisterSource;
import org.claimsledger.command.SubjectCommand.MergeSubjects;
import org.claimsledger.command.SubjectCommand.RegisterSubject;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.audit.AuditTrail.HistoryItem;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read side of a ledger on disk, which takes commands and is opened a second time. */
class RealLedgerTest {

    private static final SourceId RFERL = new SourceId("rferl");
    private static final SubjectId ALIEV = new SubjectId("aliev");
    private static final SubjectId ALIYEV = new SubjectId("aliyev");
    private static final PredicateKey OFFICE = new PredicateKey("held_office");
    private static final ClaimId FIRST = new ClaimId("first-office");
    private static final ClaimId SECOND = new ClaimId("second-office");

    @TempDir
    Path folder;

    @Test
    void recordedClaimsCanBeReadAsOfAnyPositionAtOnceAndAfterTheNextStart() throws Exception {
        long merged;
        try (Ledger ledger = Ledger.open(folder.resolve("ledger"), InstantSource.system());
                ReadModels readModels = open(ledger)) {
            submit(ledger, new RegisterSource(RFERL, details()));
            submit(ledger, new RegisterSubject(ALIEV, person("Rakhat Aliev")));
            submit(ledger, new RegisterSubject(ALIYEV, person("R. Aliyev")));
            submit(ledger, new DefinePredicate(office()));
            long asserted = submit(ledger, assertion(FIRST, "deputy minister"));
            long succeeded = submit(
                    ledger,
                    new SucceedClaim(FIRST, Edtf.parse("2007"), null, "Dismissed.", assertion(SECOND, "ambassador")));
            long assessed = submit(ledger, new AssessClaim(FIRST, Verdict.VERIFIED, "Two decrees."));
            merged = submit(ledger, new MergeSubjects(ALIEV, ALIYEV, "Two spellings."));
            assertThat(readModels.awaitApplied(merged, ReadModelFixture.PATIENCE))
                    .isTrue();

            assertThat(readModels.asRecorded().claims().claim(SECOND, asserted)).isEmpty();
            assertThat(claim(readModels, FIRST, asserted).content().valid()).isNull();
            assertThat(claim(readModels, FIRST, succeeded).content().valid()).isEqualTo(Edtf.parse("/2007"));
            assertThat(claim(readModels, FIRST, succeeded).verdict()).isNull();
            assertThat(claim(readModels, FIRST, assessed).verdict()).isEqualTo(Verdict.VERIFIED);
            assertThat(readModels
                            .asRecorded()
                            .audit()
                            .ofClaim(FIRST, merged, 0, 9)
                            .items())
                    .extracting(HistoryItem::type, HistoryItem::actor, HistoryItem::reason)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("claim_asserted", "editor", null),
                            org.assertj.core.groups.Tuple.tuple("claim_revised", "editor", "Dismissed."),
                            org.assertj.core.groups.Tuple.tuple("claims_related", "editor", "Dismissed."),
                            org.assertj.core.groups.Tuple.tuple("claim_assessed", "editor", "Two decrees."));
        }
        try (Ledger ledger = Ledger.open(folder.resolve("ledger"), InstantSource.system());
                ReadModels readModels = open(ledger)) {
            assertThat(readModels.applied()).isEqualTo(merged);
            assertThat(claimsAbout(readModels, ALIEV, merged)).containsExactly(FIRST, SECOND);
            assertThat(claimsAbout(readModels, ALIEV, merged - 1)).isEmpty();
            assertThat(claimsAbout(readModels, ALIYEV, merged - 1)).containsExactly(FIRST, SECOND);
        }
    }

    private ReadModels open(Ledger ledger) {
        return ReadModels.open(folder.resolve("projections"), ledger.log(), ledger.id());
    }

    private static long submit(Ledger ledger, LedgerCommand command) {
        Outcome outcome = ledger.submit(Request.by("editor", "request-1", command));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).position();
    }

    private static org.claimsledger.claim.Claim claim(ReadModels readModels, ClaimId id, long asOf) {
        return readModels.asRecorded().claims().claim(id, asOf).orElseThrow().claim();
    }

    private static List<ClaimId> claimsAbout(ReadModels readModels, SubjectId subject, long asOf) {
        return ReadModelFixture.allPages(after -> readModels
                        .asRecorded()
                        .claims()
                        .page(ClaimFilter.about(subject), BitemporalPoint.asOf(asOf), after, 1))
                .stream()
                .map(it -> it.claim().id())
                .toList();
    }

    private static AssertClaim assertion(ClaimId id, String office) {
        ClaimContent claimContent =
                new ClaimContent(ALIYEV, OFFICE, new Value.Text(office), new TreeMap<>(), null, null, null);
        return new AssertClaim(
                id,
                claimContent,
                null,
                new Testimony(RFERL, Stance.SUPPORTS, Modality.ASSERTED, List.of(), null, null, null));
    }

    private static Predicate office() {
        return new Predicate(OFFICE, "held office", List.of(), null, List.of(), new Cardinality.Many(), Tense.HOLDS);
    }

    private static SubjectDetails person(String name) {
        return new SubjectDetails(SubjectKind.PERSON, name, List.of(), true, new TreeMap<>());
    }

    private static SourceDetails details() {
        return new SourceDetails(
                SourceKind.NEWS_REPORT, "A report", null, null, null, null, null, null, null, null, null, null);
    }
}
