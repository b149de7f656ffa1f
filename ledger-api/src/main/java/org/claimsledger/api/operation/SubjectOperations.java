package org.claimsledger.api.operation;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.claimsledger.api.form.FieldGroups;
import org.claimsledger.api.form.FormField;
import org.claimsledger.api.form.FormField.FieldOption;
import org.claimsledger.api.form.InputType;
import org.claimsledger.api.form.OperationForm;
import org.claimsledger.api.operation.Fields.Required;
import org.claimsledger.api.operation.Operation.Resource;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.SubjectCommand.CompareSubjects;
import org.claimsledger.command.SubjectCommand.MergeSubjects;
import org.claimsledger.command.SubjectCommand.NameSubject;
import org.claimsledger.command.SubjectCommand.RegisterSubject;
import org.claimsledger.command.SubjectCommand.SplitSubjects;
import org.claimsledger.command.SubjectCommand.WithdrawName;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.token.Role;
import org.claimsledger.value.Ids;
import org.claimsledger.value.Language;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.TimeZoneName;
import tools.jackson.databind.JsonNode;

/** The operations on subjects. */
public final class SubjectOperations {

    public static final Operation REGISTER = Operation.creation(
            "register_subject",
            Role.REPORTER,
            Resource.SUBJECT,
            SubjectOperations::register,
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
                    SubjectOperations::name,
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
                    SubjectOperations::compare,
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
                    "withdraw_name",
                    Role.EDITOR,
                    "names/withdrawal",
                    SubjectOperations::withdrawName,
                    OperationForm.of(
                            "withdraw-name",
                            "Take back a name that was recorded by mistake",
                            "Take this name back",
                            "It is not found under it any more, on any date. The history keeps the name.",
                            List.of(
                                    FormField.of("name", "Name", InputType.LINE).asRequired(),
                                    FieldGroups.REASON.asRequired()))),
            change(
                    "merge_subjects",
                    Role.EDITOR,
                    "merge",
                    SubjectOperations::merge,
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
                    SubjectOperations::split,
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

    static RegisterSubject register(Fields fields) {
        SubjectId id = fields.optional("id", node -> new SubjectId(Fields.string(node)));
        var kind = fields.required("kind", Fields.option(SubjectKind.class));
        var name = fields.required("name", SubjectOperations::name);
        List<String> alsoKnownAs = fields.optional("alsoKnownAs", Fields.list(SubjectOperations::name));
        Boolean identified = fields.optional("identified", Fields::bool);
        SortedMap<String, String> externalIds =
                fields.optional("externalIds", Fields.texts(scheme -> TextRules.line(scheme, TextRules.SHORT)));
        SubjectId parent = fields.optional("parent", node -> new SubjectId(Fields.string(node)));
        TimeZoneName zone = fields.optional("zone", node -> new TimeZoneName(Fields.string(node)));
        return fields.build(() -> new RegisterSubject(
                id == null ? new SubjectId(Ids.newId()) : id,
                new SubjectDetails(
                        kind.get(),
                        name.get(),
                        TextRules.entries(alsoKnownAs),
                        identified == null || identified,
                        externalIds == null ? new TreeMap<>() : externalIds,
                        parent,
                        zone),
                false));
    }

    static NameSubject name(Fields fields) {
        Required<SubjectId> subject = subjectId(fields);
        var name = fields.required("name", SubjectOperations::name);
        Language language = fields.optional("language", node -> new Language(Fields.string(node)));
        SourceId source = fields.optional("source", node -> new SourceId(Fields.string(node)));
        return fields.build(() -> new NameSubject(subject.get(), new SubjectName(name.get(), language, source)));
    }

    static WithdrawName withdrawName(Fields fields) {
        Required<SubjectId> subject = subjectId(fields);
        var name = fields.required("name", SubjectOperations::name);
        var reason = fields.required("reason", node -> TextRules.lines(Fields.string(node), TextRules.NOTE));
        return fields.build(() -> new WithdrawName(subject.get(), name.get(), reason.get()));
    }

    static MergeSubjects merge(Fields fields) {
        Required<SubjectId> subject = subjectId(fields);
        var absorb = fields.required("absorb", node -> new SubjectId(Fields.string(node)));
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new MergeSubjects(subject.get(), absorb.get(), reason));
    }

    static SplitSubjects split(Fields fields) {
        Required<SubjectId> subject = subjectId(fields);
        var restore = fields.required("restore", node -> new SubjectId(Fields.string(node)));
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new SplitSubjects(subject.get(), restore.get(), reason));
    }

    static CompareSubjects compare(Fields fields) {
        Required<SubjectId> subject = subjectId(fields);
        var other = fields.required("other", node -> new SubjectId(Fields.string(node)));
        var judgement = fields.required("judgement", Fields.option(Judgement.class));
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new CompareSubjects(subject.get(), other.get(), judgement.get(), reason));
    }

    private static Required<SubjectId> subjectId(Fields fields) {
        return fields.targetId("subject", RefusalCode.SUBJECT_UNKNOWN, SubjectId::new);
    }

    private static String name(JsonNode node) {
        return TextRules.line(Fields.string(node), TextRules.NAME);
    }
}
