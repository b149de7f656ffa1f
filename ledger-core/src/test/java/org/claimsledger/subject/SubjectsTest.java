package org.claimsledger.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.event.SubjectEvent.Judgement.NEGATIVE;
import static org.claimsledger.event.SubjectEvent.Judgement.POSITIVE;
import static org.claimsledger.event.SubjectEvent.Judgement.UNSURE;
import static org.claimsledger.ledger.InMemoryLedger.given;
import static org.claimsledger.source.SourceForm.registered;
import static org.claimsledger.subject.SubjectForm.compared;
import static org.claimsledger.subject.SubjectForm.merged;
import static org.claimsledger.subject.SubjectForm.named;
import static org.claimsledger.subject.SubjectForm.split;
import static org.claimsledger.subject.SubjectForm.subject;
import static org.claimsledger.value.ValueRefusalAssertions.assertAccepted;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.claimsledger.command.SubjectCommand;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent.SubjectNamed;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.event.SubjectEvent.SubjectsCompared;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.event.SubjectEvent.SubjectsSplit;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.subject.Subject.SubjectComparison;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.Test;

class SubjectsTest {

    private static final SubjectId ALIEV = new SubjectId("aliev");
    private static final SubjectId RAKHAT = new SubjectId("rakhat");

    private static InMemoryLedger fourSubjects() {
        return given(subject("aliev"), subject("rakhat"), subject("shoraz"), subject("other"));
    }

    @Test
    void aSubjectIsRegisteredOnce() {
        given().when(subject("aliev", "Алиев"))
                .then(new SubjectRegistered(ALIEV, subject("aliev", "Алиев").details()))
                .when(subject("aliev"))
                .thenRefused(RefusalCode.ID_TAKEN, "/id");
    }

    @Test
    void aSubjectGoesByAnyNumberOfNames() {
        InMemoryLedger ledger = given(subject("aliev"), registered("rferl"));

        ledger.when(named("aliev", "Әлиев", "kk", "rferl"))
                .then(new SubjectNamed(
                        ALIEV, named("aliev", "Әлиев", "kk", "rferl").naming()))
                .and(named("aliev", "Әлиев", "kk", null), named("aliev", "Әлиев", null, "rferl"));

        assertThat(ledger.subject(ALIEV).addedNames()).hasSize(3);
        assertThat(ledger.subject(ALIEV).revision()).isEqualTo(4);
    }

    @Test
    void aNameThatSaysNothingNewIsRefused() {
        given(subject("aliev", "Aliyev"), registered("rferl"), named("aliev", "Әлиев", "kk", "rferl"))
                .when(named("aliev", "Әлиев", "kk", "rferl"))
                .thenRefused(RefusalCode.NAME_DUPLICATE, "/name")
                .when(named("aliev", "aliev", null, null))
                .thenRefused(RefusalCode.NAME_DUPLICATE, "/name")
                .when(named("aliev", "Aliyev", null, null))
                .thenRefused(RefusalCode.NAME_DUPLICATE, "/name")
                .when(named("aliev", "Aliyev", null, "rferl"))
                .thenAccepted();
    }

    @Test
    void aNameIsGivenToASubjectThatIsThereByASourceThatIsThere() {
        given(subject("aliev"))
                .when(named("rakhat", "Rakhat", null, null))
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "")
                .when(named("aliev", "Rakhat", null, "rferl"))
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/source");
    }

    @Test
    void aMergeIsRecordedOnBothAndCanBeTakenBack() {
        InMemoryLedger ledger = fourSubjects();

        ledger.when(merged("aliev", "rakhat")).then(new SubjectsMerged(ALIEV, RAKHAT, null));
        assertThat(ledger.subject(RAKHAT).mergedInto()).isEqualTo(ALIEV);
        assertThat(ledger.subject(RAKHAT).revision()).isEqualTo(2);
        assertThat(ledger.subject(ALIEV).mergedInto()).isNull();
        assertThat(ledger.subject(ALIEV).absorbed()).containsExactly(RAKHAT);
        assertThat(ledger.subject(ALIEV).revision()).isEqualTo(2);

        ledger.when(split("aliev", "rakhat")).then(new SubjectsSplit(ALIEV, RAKHAT, null));
        assertThat(ledger.subject(RAKHAT).mergedInto()).isNull();
        assertThat(ledger.subject(ALIEV).absorbed()).isEmpty();
        ledger.when(merged("rakhat", "aliev")).thenAccepted();
    }

    @Test
    void aSubjectIsNotMergedWithItself() {
        fourSubjects().when(merged("aliev", "aliev")).thenRefused(RefusalCode.SELF_REFERENCE, "/absorb");
    }

    @Test
    void onlySubjectsThatAreThereAreMergedAndSplit() {
        fourSubjects()
                .when(merged("nobody", "aliev"))
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "")
                .when(merged("aliev", "nobody"))
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "/absorb")
                .when(split("nobody", "aliev"))
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "")
                .when(split("aliev", "nobody"))
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "/restore");
    }

    @Test
    void whatIsAbsorbedIsAbsorbedOnce() {
        fourSubjects()
                .and(merged("aliev", "rakhat"))
                .when(merged("aliev", "rakhat"))
                .thenRefused(RefusalCode.ALREADY_MERGED, "/absorb")
                .when(merged("other", "rakhat"))
                .thenRefused(RefusalCode.ALREADY_MERGED, "/absorb");
    }

    @Test
    void mergesFormChainsButNoCycles() {
        fourSubjects()
                .and(merged("rakhat", "aliev"), merged("shoraz", "rakhat"))
                .when(merged("rakhat", "shoraz"))
                .thenRefused(RefusalCode.MERGE_CYCLE, "")
                .when(merged("aliev", "shoraz"))
                .thenRefused(RefusalCode.MERGE_CYCLE, "")
                .when(merged("aliev", "other"))
                .thenRefused(RefusalCode.MERGE_CYCLE, "")
                .when(merged("shoraz", "other"))
                .thenAccepted();
    }

    @Test
    void onlyTheSubjectThatAbsorbedRestores() {
        fourSubjects()
                .and(merged("rakhat", "aliev"), merged("shoraz", "rakhat"))
                .when(split("shoraz", "aliev"))
                .thenRefused(RefusalCode.NOT_MERGED, "/restore")
                .when(split("aliev", "rakhat"))
                .thenRefused(RefusalCode.NOT_MERGED, "/restore")
                .when(split("other", "other"))
                .thenRefused(RefusalCode.NOT_MERGED, "/restore")
                .when(split("rakhat", "aliev"))
                .thenAccepted()
                .when(split("rakhat", "aliev"))
                .thenRefused(RefusalCode.NOT_MERGED, "/restore");
    }

    @Test
    void aComparisonIsRecordedOnBothAndTheLastOneStands() {
        InMemoryLedger ledger = fourSubjects();

        ledger.when(compared("aliev", "rakhat", UNSURE)).then(new SubjectsCompared(ALIEV, RAKHAT, UNSURE, null));
        ledger.when(compared("rakhat", "aliev", POSITIVE)).thenAccepted();

        assertThat(ledger.subject(ALIEV).comparisons()).containsExactly(new SubjectComparison(RAKHAT, POSITIVE, null));
        assertThat(ledger.subject(RAKHAT).comparisons()).containsExactly(new SubjectComparison(ALIEV, POSITIVE, null));
        assertThat(ledger.subject(RAKHAT).judgementOn(ALIEV)).isEqualTo(POSITIVE);
        assertThat(ledger.subject(RAKHAT).judgementOn(RAKHAT)).isNull();
        assertThat(ledger.subject(RAKHAT).revision()).isEqualTo(3);
    }

    @Test
    void aComparisonThatFindsTheSameAgainIsRefused() {
        fourSubjects()
                .and(compared("aliev", "rakhat", NEGATIVE))
                .when(compared("aliev", "rakhat", NEGATIVE))
                .thenRefused(RefusalCode.JUDGEMENT_UNCHANGED, "/judgement")
                .when(compared("rakhat", "aliev", NEGATIVE))
                .thenRefused(RefusalCode.JUDGEMENT_UNCHANGED, "/judgement")
                .when(compared("rakhat", "aliev", UNSURE))
                .thenAccepted();
    }

    @Test
    void onlyTwoSubjectsThatAreThereAreCompared() {
        fourSubjects()
                .when(compared("aliev", "aliev", POSITIVE))
                .thenRefused(RefusalCode.SELF_REFERENCE, "/other")
                .when(compared("aliev", "nobody", POSITIVE))
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "/other")
                .when(compared("nobody", "aliev", POSITIVE))
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "");
    }

    @Test
    void whatIsMergedIsNotComparedUntilItIsSplit() {
        fourSubjects()
                .and(merged("rakhat", "aliev"), merged("rakhat", "shoraz"), merged("other", "rakhat"))
                .when(compared("aliev", "rakhat", NEGATIVE))
                .thenRefused(RefusalCode.ALREADY_MERGED, "/other")
                .when(compared("aliev", "shoraz", NEGATIVE))
                .thenRefused(RefusalCode.ALREADY_MERGED, "/other")
                .when(compared("other", "shoraz", NEGATIVE))
                .thenRefused(RefusalCode.ALREADY_MERGED, "/other")
                .and(split("rakhat", "aliev"))
                .when(compared("aliev", "shoraz", NEGATIVE))
                .thenAccepted();
    }

    @Test
    void whoWereFoundToBeTwoAreNotMergedBeforeTheyAreComparedAnew() {
        fourSubjects()
                .and(compared("aliev", "rakhat", NEGATIVE))
                .when(merged("aliev", "rakhat"))
                .thenRefused(RefusalCode.JUDGED_DIFFERENT, "/absorb")
                .when(merged("rakhat", "aliev"))
                .thenRefused(RefusalCode.JUDGED_DIFFERENT, "/absorb")
                .and(compared("aliev", "rakhat", UNSURE))
                .when(merged("rakhat", "aliev"))
                .thenAccepted();
    }

    @Test
    void aFindingThatTwoAreTwoHoldsForWhoeverTheyAreReadUnder() {
        fourSubjects()
                .and(compared("aliev", "shoraz", NEGATIVE), merged("rakhat", "aliev"), merged("other", "shoraz"))
                .when(merged("rakhat", "other"))
                .thenRefused(RefusalCode.JUDGED_DIFFERENT, "/absorb")
                .when(merged("other", "rakhat"))
                .thenRefused(RefusalCode.JUDGED_DIFFERENT, "/absorb")
                .and(split("rakhat", "aliev"))
                .when(merged("rakhat", "other"))
                .thenAccepted();
    }

    @Test
    void nothingIsMergedByAComparison() {
        InMemoryLedger ledger = fourSubjects().and(compared("aliev", "rakhat", POSITIVE));

        assertThat(ledger.subject(RAKHAT).mergedInto()).isNull();
        assertThat(ledger.subject(ALIEV).absorbed()).isEmpty();
    }

    @Test
    void aReasonHasALimit() {
        String tooLong = "x".repeat(5_001);

        fourSubjects()
                .when(new SubjectCommand.MergeSubjects(ALIEV, RAKHAT, tooLong))
                .thenRefused(RefusalCode.TEXT_TOO_LONG, "/reason")
                .when(new SubjectCommand.CompareSubjects(ALIEV, RAKHAT, UNSURE, tooLong))
                .thenRefused(RefusalCode.TEXT_TOO_LONG, "/reason")
                .and(merged("aliev", "rakhat"))
                .when(new SubjectCommand.SplitSubjects(ALIEV, RAKHAT, tooLong))
                .thenRefused(RefusalCode.TEXT_TOO_LONG, "/reason");
    }

    @Test
    void aRefusedFieldIsPointedAt() {
        assertRefused(() -> details("", List.of(), ids -> ids), RefusalCode.INVALID_TEXT, "/name");
        assertRefused(() -> details("a", List.of("b", "\t"), ids -> ids), RefusalCode.INVALID_TEXT, "/alsoKnownAs/1");
        assertRefused(
                () -> details("a", Collections.nCopies(101, "b"), ids -> ids), RefusalCode.TOO_MANY, "/alsoKnownAs");
        assertRefused(
                () -> details("a", List.of(), ids -> {
                    ids.put("wiki/data~", "");
                    return ids;
                }),
                RefusalCode.INVALID_TEXT,
                "/externalIds/wiki~1data~0");
        assertRefused(
                () -> details("a", List.of(), ids -> {
                    for (int i = 0; i < 101; i++) {
                        ids.put("scheme" + i, "x");
                    }
                    return ids;
                }),
                RefusalCode.TOO_MANY,
                "/externalIds");
        assertRefused(() -> new SubjectName("", null, null), RefusalCode.INVALID_TEXT, "/name");
        assertAccepted(() -> details("a", Collections.nCopies(100, "b"), ids -> {
            ids.put("wikidata", "Q1");
            return ids;
        }));
    }

    private static SubjectDetails details(
            String name, List<String> alsoKnownAs, UnaryOperator<TreeMap<String, String>> ids) {
        return new SubjectDetails(SubjectKind.PERSON, name, alsoKnownAs, true, ids.apply(new TreeMap<>()));
    }
}
