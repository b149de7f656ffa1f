package org.claimsledger.api.predicate;

import java.util.List;
import org.claimsledger.api.body.Fields;
import org.claimsledger.predicate.Cardinality;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.predicate.PredicateCommand.DefinePredicate;
import org.claimsledger.predicate.Tense;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Texts;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;

/** The bodies of commands about the vocabulary. */
public final class PredicateBodies {

    private PredicateBodies() {}

    /** What is not said: the label is the key in words, any kind of value will do, claims do not compete, it holds. */
    public static DefinePredicate define(Fields fields) {
        var key = fields.required("key", node -> new PredicateKey(Fields.string(node)));
        String label = fields.line("label", Texts.NAME);
        List<Value.Kind> kinds = fields.optional("valueKinds", Fields.list(Fields.option(Value.Kind.class)));
        Unit unit = fields.optional("unit", node -> new Unit(Fields.string(node)));
        List<String> terms =
                fields.optional("terms", Fields.list(node -> Texts.line(Fields.string(node), Texts.SHORT)));
        Cardinality cardinality = fields.optional("cardinality", node -> Cardinality.parse(Fields.string(node)));
        Tense time = fields.optional("time", Fields.option(Tense.class));
        return fields.build(() -> new DefinePredicate(new Predicate(
                key.get(),
                label == null ? key.get().value().replace('_', ' ') : label,
                Texts.entries(kinds),
                unit,
                Texts.entries(terms),
                cardinality == null ? new Cardinality.Many() : cardinality,
                time == null ? Tense.HOLDS : time)));
    }
}
