package org.claimsledger.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimFixture.desk;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.claim.ClaimForm.filed;
import static org.claimsledger.event.ContentChanges.RevisionKind.CLARIFICATION;
import static org.claimsledger.event.ContentChanges.RevisionKind.CORRECTION;
import static org.claimsledger.event.ContentChanges.RevisionKind.UPDATE;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import org.claimsledger.command.ClaimCommand.AssessClaim;
import org.claimsledger.command.ClaimCommand.RankClaim;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Verdict;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviseClaimTest {

    private static final ClaimId C1 = new ClaimId("c1");

    private static InMemoryLedger filedInFull() {
        return desk(claim("c1")
                .text("twenty years")
                .qualifier("case", "coup")
                .qualifier("court", "Almaty")
                .valid("2006~/..")
                .validAsStated("18 years ago")
                .statement("He was given twenty years.")
                .file());
    }

    @Test
    void aCorrectionMayChangeEverything() {
        InMemoryLedger ledger = filedInFull();
        ClaimForm fifteen = claim("c1")
                .text("fifteen years")
                .qualifier("case", "murder")
                .valid("2007")
                .validAsStated("17 years ago")
                .statement("He was given fifteen years.")
                .basis("ruling")
                .because("The ruling says so.");

        ledger.when(fifteen.revise(CORRECTION))
                .then(new ClaimRevised(
                        C1,
                        CORRECTION,
                        fifteen.changes(),
                        fifteen.revise(CORRECTION).basis(),
                        "The ruling says so."));

        assertThat(ledger.claim(C1).content()).isEqualTo(fifteen.content());
        assertThat(ledger.claim(C1).revision()).isEqualTo(2);
    }

    @Test
    void onlyWhatIsNewIsRecorded() {
        filedInFull()
                .when(claim("c1")
                        .text("twenty years")
                        .qualifier("court", "Almaty")
                        .qualifier("case", "coup")
                        .valid("2007")
                        .statement("He was given twenty years.")
                        .revise(CORRECTION))
                .then(new ClaimRevised(C1, CORRECTION, claim("c1").valid("2007").changes(), null, null));
    }

    @ParameterizedTest
    @EnumSource(RevisionKind.class)
    void aRevisionChangesSomething(RevisionKind kind) {
        filedInFull()
                .when(claim("c1").revise(kind))
                .thenRefused(RefusalCode.REVISION_WITHOUT_CHANGE, "/changes")
                .when(claim("c1").statement("He was given twenty years.").revise(kind))
                .thenRefused(RefusalCode.REVISION_WITHOUT_CHANGE, "/changes");
    }

    @Test
    void whatIsClearedIsAbsentFromThenOn() {
        InMemoryLedger ledger = filedInFull();

        ledger.when(claim("c1").clear("valid", "validAsStated", "statement").revise(CORRECTION))
                .thenAccepted();

        assertThat(ledger.claim(C1).content())
                .isEqualTo(claim("c1")
                        .text("twenty years")
                        .qualifier("case", "coup")
                        .qualifier("court", "Almaty")
                        .content());
    }

    @Test
    void clearingWhatIsAbsentChangesNothing() {
        desk(filed("c1"))
                .when(claim("c1").clear("valid", "qualifiers", "no such field").revise(CORRECTION))
                .thenRefused(RefusalCode.REVISION_WITHOUT_CHANGE, "/changes")
                .when(claim("c1").clear("valid").statement("He is wanted.").revise(CORRECTION))
                .then(new ClaimRevised(
                        C1, CORRECTION, claim("c1").statement("He is wanted.").changes(), null, null));
    }

    @Test
    void qualifiersThatAreGivenEmptyAreCleared() {
        InMemoryLedger ledger = filedInFull();

        ledger.when(claim("c1").noQualifiers().revise(CORRECTION))
                .then(new ClaimRevised(
                        C1, CORRECTION, claim("c1").clear("qualifiers").changes(), null, null));

        assertThat(ledger.claim(C1).content().qualifiers()).isEmpty();
    }

    @Test
    void aValueIsNeverCleared() {
        assertRefused(() -> claim("c1").clear("value").changes(), RefusalCode.FIELD_MISSING, "/value");
    }

    @Test
    void anUpdateChangesTheTimeAndTheStatementOnly() {
        filedInFull()
                .when(claim("c1").text("fifteen years").revise(UPDATE))
                .thenRefused(RefusalCode.UPDATE_CHANGES_VALUE, "/changes/value")
                .when(claim("c1").qualifier("case", "murder").revise(UPDATE))
                .thenRefused(RefusalCode.UPDATE_CHANGES_VALUE, "/changes/qualifiers")
                .when(claim("c1").clear("qualifiers").revise(UPDATE))
                .thenRefused(RefusalCode.UPDATE_CHANGES_VALUE, "/changes/qualifiers")
                .when(claim("c1")
                        .valid("2006~/2013")
                        .validAsStated("until 2013")
                        .statement("He was given twenty years, of which he served seven.")
                        .revise(UPDATE))
                .thenAccepted()
                .when(claim("c1").clear("validAsStated").revise(UPDATE))
                .thenAccepted();
    }

    @Test
    void anUpdateMayRepeatTheValue() {
        filedInFull()
                .when(claim("c1").text("twenty years").valid("2006~/2013").revise(UPDATE))
                .then(new ClaimRevised(
                        C1, UPDATE, claim("c1").valid("2006~/2013").changes(), null, null));
    }

    @Test
    void aClarificationChangesTheStatementOnly() {
        filedInFull()
                .when(claim("c1").text("fifteen years").revise(CLARIFICATION))
                .thenRefused(RefusalCode.CLARIFICATION_CHANGES_CONTENT, "/changes")
                .when(claim("c1").qualifier("case", "murder").revise(CLARIFICATION))
                .thenRefused(RefusalCode.CLARIFICATION_CHANGES_CONTENT, "/changes")
                .when(claim("c1").valid("2006").revise(CLARIFICATION))
                .thenRefused(RefusalCode.CLARIFICATION_CHANGES_CONTENT, "/changes")
                .when(claim("c1").validAsStated("long ago").revise(CLARIFICATION))
                .thenRefused(RefusalCode.CLARIFICATION_CHANGES_CONTENT, "/changes")
                .when(claim("c1").clear("valid").revise(CLARIFICATION))
                .thenRefused(RefusalCode.CLARIFICATION_CHANGES_CONTENT, "/changes")
                .when(claim("c1").statement("A court gave him twenty years.").revise(CLARIFICATION))
                .thenAccepted()
                .when(claim("c1").clear("statement").revise(CLARIFICATION))
                .thenAccepted();
    }

    @Test
    void whatARevisionNamesIsThere() {
        filedInFull()
                .when(claim("c9").text("x").revise(CORRECTION))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "")
                .when(claim("c1").text("x").basis("nowhere").revise(CORRECTION))
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/basis/source")
                .when(claim("c1").text("x").because(" ").revise(CORRECTION))
                .thenRefused(RefusalCode.INVALID_TEXT, "/reason");
    }

    @Test
    void aCorrectedValueIsOneThatThePredicateTakes() {
        desk(claim("c1")
                        .predicate("sentenced")
                        .value(new Value.Term("life"))
                        .qualifier("case", "coup")
                        .file())
                .when(claim("c1").text("for life").revise(CORRECTION))
                .thenRefused(RefusalCode.VALUE_KIND_MISMATCH, "/changes/value")
                .when(claim("c1").value(new Value.Term("death")).revise(CORRECTION))
                .thenRefused(RefusalCode.TERM_UNKNOWN, "/changes/value/term")
                .when(claim("c1").clear("qualifiers").revise(CORRECTION))
                .thenRefused(RefusalCode.QUALIFIER_MISSING, "/changes/qualifiers/case")
                .when(claim("c1").qualifier("court", "Almaty").revise(CORRECTION))
                .thenRefused(RefusalCode.QUALIFIER_MISSING, "/changes/qualifiers/case")
                .when(claim("c1").value(new Value.Unknown()).revise(CORRECTION))
                .thenAccepted();
    }

    @Test
    void aCorrectionDoesNotMakeAClaimBeAboutItself() {
        desk(
                        filed("c1"),
                        claim("c2").predicate("said").about("c1").file(),
                        claim("c3").predicate("said").about("c2").file())
                .when(claim("c1").about("c1").revise(CORRECTION))
                .thenRefused(RefusalCode.CLAIM_CYCLE, "/changes/value/claim")
                .when(claim("c1").about("c2").revise(CORRECTION))
                .thenRefused(RefusalCode.CLAIM_CYCLE, "/changes/value/claim")
                .when(claim("c1").about("c3").revise(CORRECTION))
                .thenRefused(RefusalCode.CLAIM_CYCLE, "/changes/value/claim")
                .when(claim("c3").about("c1").revise(CORRECTION))
                .thenAccepted();
    }

    @Test
    void rankAndVerdictGoWithTheValueOrTheQualifiers() {
        InMemoryLedger value = ranked().and(claim("c1").text("fifteen years").revise(CORRECTION));
        assertThat(value.claim(C1).rank()).isEqualTo(Rank.NORMAL);
        assertThat(value.claim(C1).verdict()).isNull();

        InMemoryLedger qualifiers =
                ranked().and(claim("c1").qualifier("case", "murder").revise(CORRECTION));
        assertThat(qualifiers.claim(C1).rank()).isEqualTo(Rank.NORMAL);
        assertThat(qualifiers.claim(C1).verdict()).isNull();
    }

    @Test
    void rankAndVerdictOutlastEveryOtherChange() {
        InMemoryLedger ledger = ranked().and(
                        claim("c1")
                                .valid("2006~/2013")
                                .validAsStated("till 2013")
                                .revise(UPDATE),
                        claim("c1").statement("In other words.").revise(CLARIFICATION),
                        claim("c1").text("twenty years").valid("2007/2013").revise(CORRECTION),
                        claim("c1").source("afp").attach());

        assertThat(ledger.claim(C1).rank()).isEqualTo(Rank.PREFERRED);
        assertThat(ledger.claim(C1).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(ledger.claim(C1).content().qualifiers()).containsKey(new QualifierKey("court"));
    }

    private static InMemoryLedger ranked() {
        return filedInFull().and(new RankClaim(C1, Rank.PREFERRED, null), new AssessClaim(C1, Verdict.VERIFIED, null));
    }
}
