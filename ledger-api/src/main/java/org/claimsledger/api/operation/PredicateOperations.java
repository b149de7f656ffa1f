package org.claimsledger.api.operation;

import java.util.List;
import org.claimsledger.api.form.FormField;
import org.claimsledger.api.form.InputType;
import org.claimsledger.api.form.OperationForm;
import org.claimsledger.api.operation.Operation.Resource;
import org.claimsledger.command.PredicateCommand.DefinePredicate;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.token.Role;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;

/** The operation on the vocabulary. */
final class PredicateOperations {

    static final List<Operation> ALL = List.of(Operation.creation(
            "define_predicate",
            Role.EDITOR,
            Resource.PREDICATE,
            PredicateOperations::define,
            OperationForm.of(
                    "predicate",
                    "Define a predicate",
                    "Add it to the vocabulary",
                    "A word for what claims say of their subjects. It cannot be changed afterwards.",
                    List.of(
                            FormField.of("key", "Key", InputType.LINE)
                                    .withHelp("As in sentenced or cause_of_death.")
                                    .asRequired(),
                            FormField.of("label", "In words", InputType.LINE),
                            FormField.choices("valueKinds", "Takes values of", Value.Kind.class)
                                    .withHelp("None for any kind."),
                            FormField.of("unit", "Counted in", InputType.LINE)
                                    .withHelp("A unit of UCUM, as in a for years."),
                            FormField.of("terms", "Terms", InputType.LINES)
                                    .withHelp("The terms that it takes, one a line."),
                            FormField.of("cardinality", "A subject has", InputType.LINE)
                                    .withHelp(
                                            "One of one, many, or one_per:case for one in each case. Values of which a"
                                                    + " subject has one compete. Empty for many."),
                            FormField.choice("time", "It", Tense.class)))));

    private PredicateOperations() {}

    /**
     * Defaults of absent fields: the label is the key in words, any kind of value is allowed, claims do not compete, and the
     * predicate holds rather than happened.
     */
    static DefinePredicate define(Fields fields) {
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
