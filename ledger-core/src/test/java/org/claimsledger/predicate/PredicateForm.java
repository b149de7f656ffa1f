package org.claimsledger.predicate;

import java.util.List;
import org.claimsledger.command.PredicateCommand.DefinePredicate;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;

/** Predicates for tests: by default one that holds, takes any value and has one answer. */
public final class PredicateForm {

    private final String key;
    private List<Value.Kind> kinds = List.of();
    private Unit unit;
    private List<String> terms = List.of();
    private String cardinality = "one";
    private Tense time = Tense.HOLDS;

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
        terms = List.of(are);
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

    public DefinePredicate define() {
        return new DefinePredicate(
                new Predicate(new PredicateKey(key), key, kinds, unit, terms, Cardinality.parse(cardinality), time));
    }
}
