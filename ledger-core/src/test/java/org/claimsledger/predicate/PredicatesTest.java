package org.claimsledger.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.ledger.InMemoryLedger.given;
import static org.claimsledger.predicate.PredicateForm.predicate;
import static org.claimsledger.value.ValueRefusalAssertions.assertAccepted;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import java.util.Collections;
import java.util.List;
import org.claimsledger.command.PredicateCommand.DefinePredicate;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.RefusalCode;
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
                new PredicateKey("said"), label, List.of(), null, terms, new Cardinality.One(), Tense.HOLDS);
    }
}
