package org.claimsledger.claim;

import static org.claimsledger.claim.ClaimFixture.desk;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.claim.ClaimForm.filed;
import static org.claimsledger.value.ValueRefusalAssertions.assertAccepted;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.claimsledger.command.ClaimCommand.AssertClaim;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Quote;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.predicate.PredicateForm;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssertClaimTest {

    private static ClaimForm sentence(Value value) {
        return claim("c1").predicate("sentenced").value(value).qualifier("case", "coup");
    }

    private static Value years(String unit) {
        return new Value.Measured(new Quantity(
                Quantity.BoundKind.EXACTLY, BigDecimal.valueOf(20), null, unit == null ? null : new Unit(unit)));
    }

    @Test
    void aClaimIsFiledWithItsFirstEvidence() {
        AssertClaim command = sentence(years("a"))
                .valid("2006~/..")
                .statement("Aliev was given 20 years.")
                .attribution("Kazakh court", "RFE/RL")
                .file();

        desk().when(command)
                .then(new ClaimAsserted(command.claim(), command.content(), new EvidenceId("e1"), command.testimony()));
    }

    @Test
    void theFirstEvidenceMayBeNamed() {
        AssertClaim command = claim("c1").evidence("court-paper").file();

        desk().when(command)
                .then(new ClaimAsserted(
                        command.claim(), command.content(), new EvidenceId("court-paper"), command.testimony()));
    }

    @Test
    void anIdIsTakenOnce() {
        desk(filed("c1")).when(claim("c1").text("another").file()).thenRefused(RefusalCode.ID_TAKEN, "/id");
    }

    @Test
    void whatAClaimNamesIsThere() {
        desk().when(claim("c1").subject("nobody").file())
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "/subject")
                .when(claim("c1").predicate("unheard").file())
                .thenRefused(RefusalCode.PREDICATE_UNKNOWN, "/predicate")
                .when(claim("c1").source("nowhere").file())
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/evidence/source")
                .when(claim("c1")
                        .attribution(new Attestor.ByName("a friend"), new Attestor.BySubject(new SubjectId("nobody")))
                        .file())
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "/evidence/attribution/1/subject")
                .when(claim("c1")
                        .attribution(new Attestor.BySource(new SourceId("nowhere")))
                        .file())
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/evidence/attribution/0/source")
                .when(claim("c1")
                        .value(new Value.AnotherSubject(new SubjectId("nobody")))
                        .file())
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "/value/subject")
                .when(claim("c1")
                        .value(new Value.AnotherSubject(new SubjectId("otembaev")))
                        .attribution(
                                new Attestor.BySubject(new SubjectId("otembaev")),
                                new Attestor.BySource(new SourceId("afp")))
                        .file())
                .thenAccepted();
    }

    @Test
    void thePredicateTakesTheKindOfValue() {
        desk().when(sentence(new Value.Text("20 years")).file())
                .thenRefused(RefusalCode.VALUE_KIND_MISMATCH, "/value")
                .when(sentence(years("a")).file())
                .thenAccepted();
    }

    @Test
    void everythingMayBeUnknownOrHaveNone() {
        desk().when(sentence(new Value.Unknown()).file())
                .thenAccepted()
                .when(claim("c2").predicate("said").value(new Value.None()).file())
                .thenAccepted();
    }

    @Test
    void theTermIsOneOfTheVocabulary() {
        desk().when(sentence(new Value.Term("death")).file())
                .thenRefused(RefusalCode.TERM_UNKNOWN, "/value/term")
                .when(sentence(new Value.Term("life")).file())
                .thenAccepted();
    }

    @Test
    void aPredicateWithoutAVocabularyTakesAnyTerm() {
        desk(PredicateForm.predicate("ruled").kinds(Value.Kind.TERM).define())
                .when(claim("c1")
                        .predicate("ruled")
                        .value(new Value.Term("accident"))
                        .file())
                .thenAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"km", "{person}", "USD", "KZT"})
    void theUnitCanBeConvertedToThePredicates(String unit) {
        desk().when(sentence(years(unit)).file()).thenRefused(RefusalCode.UNIT_MISMATCH, "/value/quantity/unit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "mo", "d", "s"})
    void otherUnitsOfTimeAreYearsToo(String unit) {
        desk().when(sentence(years(unit)).file()).thenAccepted();
    }

    @Test
    void withoutAUnitThePredicatesIsMeant() {
        desk().when(sentence(years(null)).file()).thenAccepted();
    }

    @Test
    void aPredicateWithoutAUnitTakesAny() {
        desk().when(claim("c1").value(years("km")).file()).thenAccepted();
    }

    @Test
    void currenciesAreNeverConverted() {
        desk(PredicateForm.predicate("fined").unit("USD").define())
                .when(claim("c1").predicate("fined").value(years("KZT")).file())
                .thenRefused(RefusalCode.UNIT_MISMATCH, "/value/quantity/unit")
                .when(claim("c1").predicate("fined").value(years("USD")).file())
                .thenAccepted();
    }

    @Test
    void theQualifiersThatTellQuestionsApartAreGiven() {
        desk().when(claim("c1")
                        .predicate("sentenced")
                        .value(years("a"))
                        .qualifier("court", "Almaty")
                        .file())
                .thenRefused(RefusalCode.QUALIFIER_MISSING, "/qualifiers/case")
                .when(claim("c1")
                        .predicate("sentenced")
                        .value(years("a"))
                        .qualifier("court", "Almaty")
                        .qualifier("case", "coup")
                        .file())
                .thenAccepted();
    }

    @Test
    void aClaimMayBeAboutAClaimAboutAClaimButNeverAboutItself() {
        desk(filed("c1"))
                .when(claim("c2").predicate("said").about("c2").file())
                .thenRefused(RefusalCode.CLAIM_CYCLE, "/value/claim")
                .when(claim("c2").predicate("said").about("c9").file())
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "/value/claim")
                .and(claim("c2").predicate("said").about("c1").file())
                .when(claim("c3").predicate("said").about("c2").file())
                .thenAccepted();
    }

    @Test
    void aRefusedFieldIsPointedAt() {
        assertRefused(() -> claim("c1").statement(" \n").content(), RefusalCode.INVALID_TEXT, "/statement");
        assertRefused(
                () -> claim("c1").statement("x".repeat(2_001)).content(), RefusalCode.TEXT_TOO_LONG, "/statement");
        assertRefused(
                () -> claim("c1").validAsStated("x".repeat(301)).content(),
                RefusalCode.TEXT_TOO_LONG,
                "/validAsStated");
        assertRefused(() -> claim("c1").qualifier("case", "").content(), RefusalCode.INVALID_TEXT, "/qualifiers/case");
        assertRefused(() -> manyQualifiers(101).content(), RefusalCode.TOO_MANY, "/qualifiers");
        assertAccepted(() -> manyQualifiers(100)
                .statement("x".repeat(2_000))
                .validAsStated("x".repeat(300))
                .content());
    }

    private static ClaimForm manyQualifiers(int count) {
        ClaimForm claim = claim("c1");
        for (int i = 0; i < count; i++) {
            claim.qualifier("q" + i, "x");
        }
        return claim;
    }

    @Test
    void aRefusedFieldOfTheEvidenceIsPointedAt() {
        assertRefused(() -> located("x".repeat(301), 1), RefusalCode.TEXT_TOO_LONG, "/locator");
        assertRefused(() -> located("p. 1", 0), RefusalCode.INVALID_NUMBER, "/credibility");
        assertRefused(() -> located("p. 1", 7), RefusalCode.INVALID_NUMBER, "/credibility");
        assertRefused(
                () -> claim("c1")
                        .attribution(Collections.nCopies(101, "a").toArray(String[]::new))
                        .testimony(),
                RefusalCode.TOO_MANY,
                "/attribution");
        assertRefused(() -> new Attestor.ByName(""), RefusalCode.INVALID_TEXT);
        assertRefused(() -> new Quote("", null, null), RefusalCode.INVALID_TEXT, "/exact");
        assertRefused(() -> new Quote("a", "x".repeat(301), null), RefusalCode.TEXT_TOO_LONG, "/prefix");
        assertRefused(() -> new Quote("a", null, "x".repeat(301)), RefusalCode.TEXT_TOO_LONG, "/suffix");
        assertAccepted(() -> located("x".repeat(300), 1));
        assertAccepted(() -> located(null, 6));
        assertAccepted(() -> new Quote("x".repeat(5_000), null, null));
    }

    private static Testimony located(String locator, int credibility) {
        return new Testimony(
                new SourceId("rferl"), Stance.SUPPORTS, Modality.ASSERTED, List.of(), null, locator, credibility);
    }
}
