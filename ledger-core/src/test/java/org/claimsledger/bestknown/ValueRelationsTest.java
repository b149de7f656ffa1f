package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.ValueRelation.APART;
import static org.claimsledger.bestknown.ValueRelation.COMPATIBLE;
import static org.claimsledger.bestknown.ValueRelation.EXCLUDES;
import static org.claimsledger.bestknown.ValueRelation.IMPLIED;
import static org.claimsledger.bestknown.ValueRelation.IMPLIES;
import static org.claimsledger.bestknown.ValueRelation.SAME;
import static org.claimsledger.predicate.PredicateForm.predicate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.subject.SubjectForm;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.Quantity.BoundKind;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one value stands to another, dates left out. */
class ValueRelationsTest {

    private final ValueRelations inYears =
            new ValueRelations(predicate("sentenced").unit("a").predicate(), new CompleteHistory());

    private final ValueRelations readings =
            new ValueRelations(predicate("height").measured().unit("m").predicate(), new CompleteHistory());

    private final ValueRelations killings = new ValueRelations(
            predicate("charged_with")
                    .terms("crime", "arson")
                    .narrowerTerm("homicide", "crime")
                    .narrowerTerm("murder", "homicide")
                    .predicate(),
            new CompleteHistory());

    @ParameterizedTest(name = "{0} {1} {2} {6} {3} {4} {5}")
    @CsvSource({
        "EXACTLY,   20,  ,    EXACTLY,  20,   ,    SAME",
        "EXACTLY,   20,  ,    EXACTLY,  20.0, ,    SAME",
        "EXACTLY,   20,  a,   EXACTLY,  20,   ,    SAME",
        "EXACTLY,   20,  ,    EXACTLY,  15,   ,    EXCLUDES",
        "AT_LEAST,  238, ,    EXACTLY,  240,  ,    IMPLIED",
        "EXACTLY,   240, ,    AT_LEAST, 238,  ,    IMPLIES",
        "ABOUT,     100, ,    EXACTLY,  110,  ,    IMPLIED",
        "ABOUT,     100, ,    EXACTLY,  111,  ,    EXCLUDES",
        "ABOUT,     100, ,    ABOUT,    120,  ,    COMPATIBLE",
        "MORE_THAN, 20,  ,    EXACTLY,  20,   ,    EXCLUDES",
        "MORE_THAN, 20,  ,    AT_LEAST, 20,   ,    IMPLIES",
        "AT_MOST,   20,  ,    AT_LEAST, 20,   ,    COMPATIBLE",
        "LESS_THAN, 20,  ,    AT_LEAST, 20,   ,    EXCLUDES",
        "EXACTLY,   20,  a,   EXACTLY,  240,  mo,  SAME",
        "EXACTLY,   20,  a,   EXACTLY,  239,  mo,  EXCLUDES",
        "EXACTLY,   5,   USD, EXACTLY,  4,    EUR, APART",
        "EXACTLY,   20,  a,   EXACTLY,  20,   kg,  APART"
    })
    void aQuantityStandsToAnotherAsTheAmountsThatTheyAllow(
            BoundKind bound,
            BigDecimal amount,
            String unit,
            BoundKind otherBound,
            BigDecimal otherAmount,
            String otherUnit,
            ValueRelation relation) {
        Value one = measured(bound, amount, unit);
        Value other = measured(otherBound, otherAmount, otherUnit);

        assertThat(inYears.between(one, other)).isEqualTo(relation);
        assertThat(inYears.between(other, one)).isEqualTo(relation.reversed());
    }

    private static Value measured(BoundKind bound, BigDecimal amount, String unit) {
        return new Value.Measured(new Quantity(bound, amount, null, unit == null ? null : new Unit(unit)));
    }

    private static Value exactly(String amount) {
        return measured(BoundKind.EXACTLY, new BigDecimal(amount), null);
    }

    private static Value term(String term) {
        return new Value.Term(term);
    }

    @Test
    void theLongerOfTwoReadingsThatRoundToEachOtherImpliesTheOther() {
        assertThat(readings.between(exactly("8848.86"), exactly("8849"))).isEqualTo(IMPLIES);
        assertThat(readings.between(exactly("8849"), exactly("8848.86"))).isEqualTo(IMPLIED);
        assertThat(readings.between(exactly("8848.86"), exactly("8847"))).isEqualTo(EXCLUDES);
        assertThat(readings.between(exactly("8849"), exactly("8851"))).isEqualTo(EXCLUDES);
    }

    @Test
    void whatIsCountedIsNotRounded() {
        assertThat(inYears.between(exactly("19.6"), exactly("20"))).isEqualTo(EXCLUDES);
    }

    @Test
    void onlyExactReadingsAreRounded() {
        Value atLeast = measured(BoundKind.AT_LEAST, new BigDecimal("8849"), null);

        assertThat(readings.between(exactly("8848.86"), atLeast)).isEqualTo(EXCLUDES);
    }

    @Test
    void noneIsZeroOfAQuantityAndExcludesAllElse() {
        assertThat(inYears.between(new Value.None(), exactly("0"))).isEqualTo(SAME);
        assertThat(inYears.between(new Value.None(), measured(BoundKind.AT_MOST, BigDecimal.TEN, null)))
                .isEqualTo(IMPLIES);
        for (Value other : List.of(
                exactly("1"), term("murder"), new Value.Text("none"), new Value.Flag(false), new Value.Unknown())) {
            assertThat(inYears.between(new Value.None(), other)).as("%s", other).isEqualTo(EXCLUDES);
            assertThat(inYears.between(other, new Value.None())).as("%s", other).isEqualTo(EXCLUDES);
        }
    }

    @Test
    void everyOtherValueImpliesUnknown() {
        for (Value value : List.of(exactly("1"), term("murder"), new Value.Text("a"), new Value.Flag(true))) {
            assertThat(inYears.between(value, new Value.Unknown())).isEqualTo(IMPLIES);
            assertThat(inYears.between(new Value.Unknown(), value)).isEqualTo(IMPLIED);
        }
        assertThat(inYears.between(new Value.Unknown(), new Value.Unknown())).isEqualTo(SAME);
    }

    @Test
    void aTermImpliesTheBroaderOnesHoweverFarUp() {
        assertThat(killings.between(term("murder"), term("homicide"))).isEqualTo(IMPLIES);
        assertThat(killings.between(term("murder"), term("crime"))).isEqualTo(IMPLIES);
        assertThat(killings.between(term("crime"), term("murder"))).isEqualTo(IMPLIED);
    }

    @Test
    void termsOfWhichNeitherIsBroaderExcludeEachOther() {
        assertThat(killings.between(term("murder"), term("arson"))).isEqualTo(EXCLUDES);
    }

    @Test
    void textsInOtherWordsAreApartAndInOtherSpellingsTheSame() {
        assertThat(inYears.between(new Value.Text("Life in prison"), new Value.Text("life  in prison")))
                .isEqualTo(SAME);
        assertThat(inYears.between(new Value.Text("life"), new Value.Text("a life sentence")))
                .isEqualTo(APART);
    }

    @Test
    void valuesOfTwoKindsAreApart() {
        assertThat(inYears.between(new Value.Text("20 years"), exactly("20"))).isEqualTo(APART);
    }

    @Test
    void yesExcludesNo() {
        assertThat(inYears.between(new Value.Flag(true), new Value.Flag(false))).isEqualTo(EXCLUDES);
    }

    @Test
    void oneClaimExcludesAnother() {
        assertThat(inYears.between(
                        new Value.AnotherClaim(new ClaimId("c1")), new Value.AnotherClaim(new ClaimId("c2"))))
                .isEqualTo(EXCLUDES);
    }

    private static SubjectRegistered registered(String id) {
        return new SubjectRegistered(new SubjectId(id), SubjectForm.subject(id).details());
    }

    @Test
    void subjectsAreTheSameWhereTheyWereMerged() {
        CompleteHistory history = new CompleteHistory();
        Instant then = Instant.parse("2026-11-01T09:00:00Z");
        history.add(1, then, registered("person-a"));
        history.add(2, then, registered("person-b"));
        Value one = new Value.AnotherSubject(new SubjectId("person-a"));
        Value other = new Value.AnotherSubject(new SubjectId("person-b"));
        assertThat(new ValueRelations(null, history).between(one, other)).isEqualTo(EXCLUDES);

        history.add(3, then, new SubjectsMerged(new SubjectId("person-a"), new SubjectId("person-b"), null));

        assertThat(new ValueRelations(null, history).between(one, other)).isEqualTo(SAME);
    }

    @Test
    void amountsAreBoundedAlikeOnlyWhereBothHaveTheSameEnds() {
        Value atLeast = measured(BoundKind.AT_LEAST, BigDecimal.TEN, null);

        assertThat(inYears.areBoundedAlike(exactly("12"), measured(BoundKind.ABOUT, BigDecimal.TEN, null)))
                .isTrue();
        assertThat(inYears.areBoundedAlike(exactly("12"), atLeast)).isFalse();
    }

    @Test
    void amountsOfUnitsThatCannotBeConvertedAreNeverBelowEachOther() {
        assertThat(inYears.isWhollyBelow(exactly("1"), exactly("2"))).isTrue();
        assertThat(inYears.isWhollyBelow(exactly("2"), exactly("2"))).isFalse();
        assertThat(inYears.isWhollyBelow(exactly("1"), measured(BoundKind.EXACTLY, BigDecimal.TEN, "kg")))
                .isFalse();
        assertThat(inYears.isWhollyBelow(new Value.None(), exactly("1"))).isTrue();
        assertThat(inYears.isWhollyBelow(exactly("1"), term("murder"))).isFalse();
    }

    @Test
    void whatReadsCompatibleReadsCompatibleTheOtherWayRound() {
        assertThat(COMPATIBLE.reversed()).isEqualTo(COMPATIBLE);
        assertThat(IMPLIES.reversed()).isEqualTo(IMPLIED);
    }
}
