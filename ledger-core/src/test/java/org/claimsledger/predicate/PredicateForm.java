package org.claimsledger.predicate;

import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.command.PredicateCommand.DefinePredicate;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.VocabularyTerm;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;

/** Predicates for tests: by default one that holds, takes any value and has one answer. */
public final class PredicateForm {

    private final String key;
    private List<Value.Kind> kinds = List.of();
    private Unit unit;
    private List<VocabularyTerm> terms = List.of();
    private String cardinality = "one";
    private Tense time = Tense.HOLDS;
    private boolean cumulative;
    private boolean measured;
    private boolean asserts;
    private boolean denies;

    private PredicateForm(String key) {
        this.key = key;
    }

    public static PredicateForm predicate(String key) {
        return new PredicateForm(key);
    }

    public static DefinePredicate defined(String key) {
        return predicate(key).define();
    }

    public PredicateForm kinds(Value.Kind... are) {
        kinds = List.of(are);
        return this;
    }

    public PredicateForm unit(String is) {
        unit = new Unit(is);
        return this;
    }

    public PredicateForm terms(String... are) {
        terms = Stream.of(are).map(VocabularyTerm::new).toList();
        return this;
    }

    /** One more term, that implies a broader one. */
    public PredicateForm narrowerTerm(String term, String broader) {
        terms = Stream.concat(terms.stream(), Stream.of(new VocabularyTerm(term, broader)))
                .toList();
        return this;
    }

    public PredicateForm cardinality(String is) {
        cardinality = is;
        return this;
    }

    public PredicateForm happens() {
        time = Tense.HAPPENS;
        return this;
    }

    /** Of quantities only. */
    public PredicateForm cumulative() {
        cumulative = true;
        return kinds(Value.Kind.QUANTITY);
    }

    /** Of quantities only. */
    public PredicateForm measured() {
        measured = true;
        return kinds(Value.Kind.QUANTITY);
    }

    /** Of other claims only. */
    public PredicateForm asserts() {
        asserts = true;
        return kinds(Value.Kind.CLAIM);
    }

    /** Of other claims only. */
    public PredicateForm denies() {
        denies = true;
        return kinds(Value.Kind.CLAIM);
    }

    public Predicate predicate() {
        return new Predicate(
                new PredicateKey(key),
                key,
                kinds,
                unit,
                terms,
                Cardinality.parse(cardinality),
                time,
                cumulative,
                measured,
                asserts,
                denies);
    }

    public DefinePredicate define() {
        return new DefinePredicate(predicate());
    }
}
