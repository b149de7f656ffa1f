package org.claimsledger.api.operation;

import java.util.List;
import org.claimsledger.command.PredicateCommand.DefinePredicate;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;

/** The bodies of commands about the vocabulary. */
public final class PredicateBodyReader {

    private PredicateBodyReader() {}

    /**
     * Defaults of absent fields: the label is the key in words, any kind of value is allowed, claims do not compete, and the
     * predicate holds rather than happened.
     */
    public static DefinePredicate define(Fields fields) {
        var key = fields.required("key", node -> new PredicateKey(Fields.string(node)));
        String label = fields.line("label", TextRules.NAME);
        List<Value.Kind> kinds = fields.optional("valueKinds", Fields.list(Fields.option(Value.Kind.class)));
        Unit unit = fields.optional("unit", node -> new Unit(Fields.string(node)));
        List<String> terms =
                fields.optional("terms", Fields.list(node -> TextRules.line(Fields.string(node), TextRules.SHORT)));
        Cardinality cardinality = fields.optional("cardinality", node -> Cardinality.parse(Fields.string(node)));
        Tense time = fields.optional("time", Fields.option(Tense.class));
        return fields.build(() -> new DefinePredicate(new Predicate(
                key.get(),
                label == null ? key.get().value().replace('_', ' ') : label,
                TextRules.entries(kinds),
                unit,
                TextRules.entries(terms),
                cardinality == null ? new Cardinality.Many() : cardinality,
                time == null ? Tense.HOLDS : time)));
    }
}
