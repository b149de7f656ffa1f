package org.claimsledger.api.operation;

import java.util.List;
import java.util.function.Function;
import org.claimsledger.api.form.FieldGroups;
import org.claimsledger.api.form.FormField;
import org.claimsledger.api.form.FormField.FieldOption;
import org.claimsledger.api.form.InputType;
import org.claimsledger.api.form.OperationForm;
import org.claimsledger.api.operation.Operation.Resource;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.token.Role;

/** The operations on subjects. */
public final class SubjectOperations {

    public static final Operation REGISTER = Operation.creation(
            "register_subject",
            Role.REPORTER,
            Resource.SUBJECT,
            SubjectBodyReader::register,
            OperationForm.of(
                    "subject",
                    "Register a subject",
                    "Register this subject",
                    "Somebody or something that claims are about.",
                    FieldGroups.joined(List.of(FieldGroups.id("subject")), FieldGroups.SUBJECT)));

    static final List<Operation> ALL = List.of(
            REGISTER,
            change(
                    "name_subject",
                    Role.REPORTER,
                    "names",
                    SubjectBodyReader::name,
                    OperationForm.of(
                            "name",
                            "Another name",
                            "Record this name",
                            "Under which it can be found from now on.",
                            List.of(
                                    FormField.of("name", "Name", InputType.LINE).asRequired(),
                                    FormField.of("language", "Language", InputType.LINE)
                                            .withHelp("As in en, ru, kk or zh-Hant (BCP 47)."),
                                    FormField.of("source", "As used in", InputType.SOURCE)))),
            change(
                    "compare_subjects",
                    Role.EDITOR,
                    "comparisons",
                    SubjectBodyReader::compare,
                    OperationForm.of(
                            "compare-with",
                            "Are these two one?",
                            "Record this judgement",
                            "Two that were judged different are not proposed as one any more.",
                            List.of(
                                    FormField.of("other", "The other", InputType.SUBJECT)
                                            .asRequired(),
                                    FormField.choice(
                                                    "judgement",
                                                    "They",
                                                    List.of(
                                                            new FieldOption("positive", "are one and the same"),
                                                            new FieldOption("negative", "are two"),
                                                            new FieldOption("unsure", "cannot be told apart yet")))
                                            .asRequired(),
                                    FieldGroups.REASON))),
            change(
                    "merge_subjects",
                    Role.EDITOR,
                    "merge",
                    SubjectBodyReader::merge,
                    OperationForm.of(
                            "merge",
                            "Read another under this one",
                            "Merge them",
                            "Claims about both are read together from now on. It can be undone.",
                            List.of(
                                    FormField.of("absorb", "The other", InputType.SUBJECT)
                                            .asRequired(),
                                    FieldGroups.REASON))),
            change(
                    "split_subjects",
                    Role.EDITOR,
                    "split",
                    SubjectBodyReader::split,
                    OperationForm.of(
                            "split",
                            "Undo a merge",
                            "Split them",
                            "The other stands for itself again, with the claims that were recorded about it.",
                            List.of(
                                    FormField.of("restore", "The one that was merged into this", InputType.LINE)
                                            .withHelp("Its id.")
                                            .asRequired(),
                                    FieldGroups.REASON))));

    private SubjectOperations() {}

    private static Operation change(
            String op,
            Role requiredRole,
            String subpath,
            Function<Fields, ? extends LedgerCommand> reader,
            OperationForm form) {
        return Operation.change(op, requiredRole, Resource.SUBJECT, subpath, reader, form);
    }
}
