package org.claimsledger.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.ledger.InMemoryLedger.given;
import static org.claimsledger.predicate.PredicateForm.predicate;
import static org.claimsledger.value.ValueRefusalAssertions.assertAccepted;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.command.PredicateCommand.DefinePredicate;
import org.claimsledger.command.PredicateCommand.WithdrawDefinition;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.PredicateEvent.DefinitionWithdrawn;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.event.VocabularyTerm;
import org.claimsledger.source.SourceForm;
import org.claimsledger.subject.SubjectForm;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredicatesTest {

    @Test
    void aPredicateIsDefinedOnce() {
        DefinePredicate sentenced = predicate("sentenced")
                .kinds(Value.Kind.QUANTITY)
                .unit("a")
                .cardinality("one_per:case")
                .happens()
                .define();

        given().when(sentenced)
                .then(new PredicateDefined(sentenced.predicate()))
                .when(predicate("sentenced").define())
                .thenRefused(RefusalCode.ID_TAKEN, "/key");
    }

    @Test
    void aDefinitionThatNoClaimUsesIsTakenBackAndTheWordIsFreeAgain() {
        given(predicate("sentenced").define())
                .when(withdrawal("sentenced"))
                .then(new DefinitionWithdrawn(new PredicateKey("sentenced"), "Another thing."))
                .when(withdrawal("sentenced"))
                .thenRefused(RefusalCode.PREDICATE_UNKNOWN, "")
                .when(predicate("sentenced").happens().define())
                .thenAccepted();
    }

    @Test
    void theOnlyDefinitionOfAPredicateThatClaimsUseStays() {
        given(
                        SourceForm.registered("rferl"),
                        SubjectForm.subject("aliev"),
                        PredicateForm.defined("wanted"),
                        ClaimForm.filed("c1"))
                .when(withdrawal("wanted"))
                .thenRefused(RefusalCode.PREDICATE_IN_USE, "");
    }

    @Test
    void whereALaterDefinitionIsTakenBackTheOneBeforeCountsAgain() {
        Predicate first = predicate("sentenced").define().predicate();
        Predicate second = predicate("sentenced").happens().define().predicate();
        PredicateDefinitions definitions =
                new PredicateDecider().fold(List.of(new PredicateDefined(first), new PredicateDefined(second)));
        PredicateDefinitions left =
                new PredicateDecider().evolve(definitions, new DefinitionWithdrawn(first.key(), null));

        assertThat(definitions.latest()).isEqualTo(second);
        assertThat(left.latest()).isEqualTo(first);
        assertThat(left.revision()).isEqualTo(3);
    }

    private static WithdrawDefinition withdrawal(String key) {
        return new WithdrawDefinition(new PredicateKey(key), "Another thing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "many", "one_per:case", "one_per:case,court"})
    void aCardinalityIsReadAndWrittenTheSame(String text) {
        assertThat(Cardinality.parse(text).text()).isEqualTo(text);
    }

    @Test
    void aCardinalityNamesTheQualifiersThatTellQuestionsApart() {
        assertThat(Cardinality.parse("one_per:case,court").qualifiers())
                .containsExactly(new QualifierKey("case"), new QualifierKey("court"));
        assertThat(Cardinality.parse("one").qualifiers()).isEmpty();
        assertThat(Cardinality.parse("many").qualifiers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', INVALID_CARDINALITY",
        "two, INVALID_CARDINALITY",
        "One, INVALID_CARDINALITY",
        "one_per, INVALID_CARDINALITY",
        "one_per:, INVALID_QUALIFIER",
        "'one_per:case,', INVALID_QUALIFIER",
        "'one_per:a b', INVALID_QUALIFIER"
    })
    void anyOtherCardinalityIsRefused(String text, RefusalCode code) {
        assertRefused(() -> Cardinality.parse(text), code);
    }

    @ParameterizedTest
    @EnumSource(Value.Kind.class)
    void aPredicateWithoutKindsTakesAny(Value.Kind kind) {
        assertThat(predicate("said").define().predicate().takes(kind)).isTrue();
    }

    @Test
    void aRefusedFieldIsPointedAt() {
        assertRefused(() -> labelled(" ", List.of()), RefusalCode.INVALID_TEXT, "/label");
        assertRefused(() -> labelled("x".repeat(501), List.of()), RefusalCode.TEXT_TOO_LONG, "/label");
        assertRefused(() -> labelled("a", List.of("suicide", "")), RefusalCode.INVALID_TEXT, "/terms/1");
        assertRefused(() -> labelled("a", Collections.nCopies(101, "b")), RefusalCode.TOO_MANY, "/terms");
        assertAccepted(() -> labelled("x".repeat(500), Collections.nCopies(100, "b")));
    }

    private static Predicate labelled(String label, List<String> terms) {
        return new Predicate(
                new PredicateKey("said"),
                label,
                List.of(),
                null,
                IntStream.range(0, terms.size())
                        .mapToObj(i -> Refused.at("/terms/" + i, () -> new VocabularyTerm(terms.get(i))))
                        .toList(),
                new Cardinality.One(),
                Tense.HOLDS);
    }
}
