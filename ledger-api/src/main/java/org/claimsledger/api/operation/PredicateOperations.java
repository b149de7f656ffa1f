package org.claimsledger.api.operation;

import java.util.List;
import org.claimsledger.api.form.FieldGroups;
import org.claimsledger.api.form.FormField;
import org.claimsledger.api.form.InputType;
import org.claimsledger.api.form.OperationForm;
import org.claimsledger.api.operation.Operation.Resource;
import org.claimsledger.command.PredicateCommand.DefinePredicate;
import org.claimsledger.command.PredicateCommand.WithdrawDefinition;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.VocabularyTerm;
import org.claimsledger.token.Role;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;

/** The operations on the vocabulary. */
final class PredicateOperations {

    static final List<Operation> ALL = List.of(
            Operation.creation(
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
                                    FormField.of("terms", "Terms", InputType.TERMS)
                                            .withHelp("The terms that it takes, one a line, each with the broader one"
                                                    + " that it implies, as in “murder < homicide”."),
                                    FormField.of("cardinality", "A subject has", InputType.LINE)
                                            .withHelp(
                                                    "One of one, many, or one_per:case for one in each case. Values of"
                                                            + " which a subject has one compete. Empty for many."),
                                    FormField.choice("time", "It", Tense.class),
                                    FormField.of("cumulative", "It counts what only grows", InputType.FLAG)
                                            .withHelp("As the dead of a disaster. Of quantities only."),
                                    FormField.of("measured", "Its figures are measured", InputType.FLAG)
                                            .withHelp(
                                                    "So that a longer figure is a more exact one. Of quantities only."),
                                    FormField.of("asserts", "It says that another claim is so", InputType.FLAG)
                                            .withHelp("Of predicates whose values are claims."),
                                    FormField.of("denies", "It says that another claim is not so", InputType.FLAG)
                                            .withHelp("Of predicates whose values are claims.")))),
            Operation.change(
                    "withdraw_definition",
                    Role.EDITOR,
                    Resource.PREDICATE,
                    "withdrawal",
                    PredicateOperations::withdraw,
                    OperationForm.of(
                            "withdraw-definition",
                            "Take back a definition that was recorded by mistake",
                            "Take this definition back",
                            "The definition before it counts again. The only one goes as long as no claim uses the"
                                    + " predicate.",
                            List.of(FieldGroups.REASON.asRequired()))));

    private PredicateOperations() {}

    static WithdrawDefinition withdraw(Fields fields) {
        var key = fields.targetId("predicate", RefusalCode.PREDICATE_UNKNOWN, PredicateKey::new);
        var reason = fields.required("reason", node -> TextRules.lines(Fields.string(node), TextRules.NOTE));
        return fields.build(() -> new WithdrawDefinition(key.get(), reason.get()));
    }

    /**
     * Defaults of absent fields: the label is the key in words, any kind of value is allowed, claims do not compete, and the
     * predicate holds rather than happened.
     */
    static DefinePredicate define(Fields fields) {
        var key = fields.required("key", node -> new PredicateKey(Fields.string(node)));
        String label = fields.line("label", TextRules.NAME);
        List<Value.Kind> kinds = fields.optional("valueKinds", Fields.list(Fields.option(Value.Kind.class)));
        Unit unit = fields.optional("unit", node -> new Unit(Fields.string(node)));
        List<VocabularyTerm> terms = fields.optional("terms", Fields.list(VocabularyTerm::read));
        Cardinality cardinality = fields.optional("cardinality", node -> Cardinality.parse(Fields.string(node)));
        Tense time = fields.optional("time", Fields.option(Tense.class));
        boolean cumulative = flag(fields, "cumulative");
        boolean measured = flag(fields, "measured");
        boolean asserts = flag(fields, "asserts");
        boolean denies = flag(fields, "denies");
        return fields.build(() -> new DefinePredicate(new Predicate(
                key.get(),
                label == null ? key.get().value().replace('_', ' ') : label,
                TextRules.entries(kinds),
                unit,
                TextRules.entries(terms),
                cardinality == null ? new Cardinality.Many() : cardinality,
                time == null ? Tense.HOLDS : time,
                cumulative,
                measured,
                asserts,
                denies)));
    }

    private static boolean flag(Fields fields, String name) {
        return Boolean.TRUE.equals(fields.optional(name, Fields::bool));
    }
}
