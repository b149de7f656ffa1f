package org.claimsledger.api.operation;

import java.util.List;
import java.util.function.Function;
import org.claimsledger.api.form.FieldGroups;
import org.claimsledger.api.form.FormField;
import org.claimsledger.api.form.InputType;
import org.claimsledger.api.form.OperationForm;
import org.claimsledger.api.operation.Operation.Resource;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.event.NoticeType;
import org.claimsledger.token.Role;
import org.claimsledger.value.ReasonCode;

/** The operations on sources. */
public final class SourceOperations {

    private static final FormField NOTICE_URL = FormField.of("url", "Where it says so", InputType.LINE);
    private static final FormField NOTICE_DATE = FormField.of("published", "When", InputType.DATE);
    private static final FormField NOTICE_REASONS = FormField.choices("reasons", "Why", ReasonCode.class);

    public static final Operation REGISTER = Operation.creation(
            "register_source",
            Role.REPORTER,
            Resource.SOURCE,
            SourceBodyReader::register,
            OperationForm.of(
                    "source",
                    "Register a source",
                    "Register this source",
                    "A document or a record that says something. Nothing it says is in the ledger by that.",
                    FieldGroups.joined(
                            List.of(FieldGroups.id("source")), FieldGroups.SOURCE, List.of(FieldGroups.PROTECTION))));

    static final List<Operation> ALL = List.of(
            REGISTER,
            change(
                    "amend_source",
                    "amendments",
                    SourceBodyReader::amend,
                    OperationForm.of(
                                    "amend",
                                    "Amend the record of the source",
                                    "Record the amendment",
                                    "What the ledger knows of the source itself. What it says belongs into claims.",
                                    FieldGroups.joined(FieldGroups.SOURCE, List.of(FieldGroups.REASON)))
                            .asPrefilled()),
            change(
                    "notice_source",
                    "notices",
                    SourceBodyReader::notice,
                    OperationForm.of(
                            "notice",
                            "Its publisher said something of it",
                            "Record this notice",
                            "A correction, an expression of concern, a new version, in the words of Crossref's list.",
                            List.of(
                                    FormField.choice("type", "It is a", NoticeType.class)
                                            .asRequired(),
                                    NOTICE_URL,
                                    NOTICE_DATE,
                                    NOTICE_REASONS,
                                    FieldGroups.NOTE))),
            change(
                    "retract_source",
                    "retraction",
                    SourceBodyReader::retract,
                    OperationForm.of(
                            "retract",
                            "Its publisher took it back",
                            "Record its retraction",
                            "Evidence from it counts no more. What rests on nothing else loses its support.",
                            List.of(FieldGroups.REASONS, NOTICE_URL, NOTICE_DATE, FieldGroups.NOTE))),
            change(
                    "reinstate_source",
                    "reinstatement",
                    SourceBodyReader::reinstate,
                    OperationForm.of(
                            "reinstate",
                            "Its publisher stands by it again",
                            "Record its reinstatement",
                            "Evidence from it counts again.",
                            List.of(NOTICE_URL, NOTICE_DATE, NOTICE_REASONS, FieldGroups.NOTE))),
            change(
                    "protect_source",
                    "protection",
                    SourceBodyReader::protect,
                    OperationForm.of(
                            "protect",
                            "Protect the source",
                            "Protect this source",
                            "From now on nobody but editors reads which one it is, of no date. What it says still"
                                    + " counts.",
                            List.of(FieldGroups.REASON.asRequired()))),
            change(
                    "disclose_source",
                    "disclosure",
                    SourceBodyReader::disclose,
                    OperationForm.of(
                            "disclose",
                            "Say which source it is",
                            "Disclose this source",
                            "From now on everybody reads which one it is, of every date.",
                            List.of(FieldGroups.REASON.asRequired()))));

    private SourceOperations() {}

    private static Operation change(
            String op, String subpath, Function<Fields, ? extends LedgerCommand> reader, OperationForm form) {
        return Operation.change(op, Role.EDITOR, Resource.SOURCE, subpath, reader, form);
    }
}
