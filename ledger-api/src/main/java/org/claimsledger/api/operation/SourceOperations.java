package org.claimsledger.api.operation;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.claimsledger.api.form.FieldGroups;
import org.claimsledger.api.form.FormField;
import org.claimsledger.api.form.InputType;
import org.claimsledger.api.form.OperationForm;
import org.claimsledger.api.operation.Fields.Required;
import org.claimsledger.api.operation.Operation.Resource;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.SourceCommand.AmendSource;
import org.claimsledger.command.SourceCommand.DiscloseSource;
import org.claimsledger.command.SourceCommand.NoticeSource;
import org.claimsledger.command.SourceCommand.ProtectSource;
import org.claimsledger.command.SourceCommand.RegisterSource;
import org.claimsledger.command.SourceCommand.WithdrawNotice;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.time.Edtf;
import org.claimsledger.token.Role;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.Ids;
import org.claimsledger.value.Language;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Url;
import tools.jackson.databind.JsonNode;

/** The operations on sources. */
public final class SourceOperations {

    private static final FormField NOTICE_URL = FormField.of("url", "Where it says so", InputType.LINE);
    private static final FormField NOTICE_DATE = FormField.of("published", "When", InputType.DATE);
    private static final FormField NOTICE_REASONS = FormField.choices("reasons", "Why", ReasonCode.class);

    public static final Operation REGISTER = Operation.creation(
            "register_source",
            Role.REPORTER,
            Resource.SOURCE,
            SourceOperations::register,
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
                    SourceOperations::amend,
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
                    SourceOperations::notice,
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
                                    FormField.of("evidence", "Of this evidence only", InputType.EVIDENCE)
                                            .withHelp("One a line, the claim and the evidence on it, as in"
                                                    + " “otembaev-sentence: e1”. Empty for all of the source."),
                                    FieldGroups.NOTE))),
            change(
                    "retract_source",
                    "retraction",
                    SourceOperations::retract,
                    OperationForm.of(
                            "retract",
                            "Its publisher took it back",
                            "Record its retraction",
                            "Evidence from it counts no more. What rests on nothing else loses its support.",
                            List.of(FieldGroups.REASONS, NOTICE_URL, NOTICE_DATE, FieldGroups.NOTE))),
            change(
                    "reinstate_source",
                    "reinstatement",
                    SourceOperations::reinstate,
                    OperationForm.of(
                            "reinstate",
                            "Its publisher stands by it again",
                            "Record its reinstatement",
                            "Evidence from it counts again.",
                            List.of(NOTICE_URL, NOTICE_DATE, NOTICE_REASONS, FieldGroups.NOTE))),
            change(
                            "withdraw_notice",
                            "notices/{n}/withdrawal",
                            SourceOperations::withdrawNotice,
                            OperationForm.of(
                                    "withdraw-notice",
                                    "Take back a notice that was filed by mistake",
                                    "Take this notice back",
                                    "From now on its publisher never said so, of every date. The history keeps it.",
                                    List.of(
                                            FormField.of("notice", "Notice", InputType.NUMBER)
                                                    .withHelp("Its number, as the list of its notices has it.")
                                                    .asRequired(),
                                            FieldGroups.REASON.asRequired())))
                    .withPathField("n", "notice"),
            change(
                    "protect_source",
                    "protection",
                    SourceOperations::protect,
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
                    SourceOperations::disclose,
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

    private static final String[] DETAIL_FIELDS = {
        "kind",
        "title",
        "publisher",
        "authors",
        "url",
        "language",
        "published",
        "retrievedAt",
        "contentSha256",
        "reliability",
        "lineage",
        "note"
    };

    static RegisterSource register(Fields fields) {
        SourceId id = fields.optional("id", node -> new SourceId(Fields.string(node)));
        fields.requirePresent("kind", "title");
        SourceDetails details = details(fields);
        Boolean isProtected = fields.optional("protected", Fields::bool);
        return fields.build(() -> new RegisterSource(
                id == null ? new SourceId(Ids.newId()) : id, details, Boolean.TRUE.equals(isProtected)));
    }

    static ProtectSource protect(Fields fields) {
        Required<SourceId> source = sourceId(fields);
        Required<String> reason =
                fields.required("reason", node -> TextRules.lines(Fields.string(node), TextRules.NOTE));
        return fields.build(() -> new ProtectSource(source.get(), reason.get()));
    }

    static DiscloseSource disclose(Fields fields) {
        Required<SourceId> source = sourceId(fields);
        Required<String> reason =
                fields.required("reason", node -> TextRules.lines(Fields.string(node), TextRules.NOTE));
        return fields.build(() -> new DiscloseSource(source.get(), reason.get()));
    }

    static AmendSource amend(Fields fields) {
        Required<SourceId> source = sourceId(fields);
        SourceDetails details = details(fields);
        List<String> cleared = fields.cleared(DETAIL_FIELDS);
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new AmendSource(source.get(), details, cleared, reason));
    }

    static NoticeSource notice(Fields fields) {
        Required<NoticeType> type = fields.required("type", Fields.option(NoticeType.class));
        return notice(fields, type::get);
    }

    static NoticeSource retract(Fields fields) {
        return notice(fields, () -> NoticeType.RETRACTION);
    }

    static NoticeSource reinstate(Fields fields) {
        return notice(fields, () -> NoticeType.REINSTATEMENT);
    }

    static WithdrawNotice withdrawNotice(Fields fields) {
        Required<SourceId> source = sourceId(fields);
        Required<Integer> notice = fields.targetNumber("notice");
        Required<String> reason =
                fields.required("reason", node -> TextRules.lines(Fields.string(node), TextRules.NOTE));
        return fields.build(() -> new WithdrawNotice(source.get(), notice.get(), reason.get()));
    }

    private static NoticeSource notice(Fields fields, Supplier<NoticeType> type) {
        Required<SourceId> source = sourceId(fields);
        Url url = fields.optional("url", node -> new Url(Fields.string(node)));
        Edtf published = fields.optional("published", Fields::edtf);
        List<ReasonCode> reasons = fields.optional("reasons", Fields.list(Fields.option(ReasonCode.class)));
        List<EvidenceRef> evidence = fields.optional("evidence", Fields.list(SourceOperations::evidenceRef));
        String note = fields.lines("note", TextRules.NOTE);
        return fields.build(() -> new NoticeSource(
                source.get(),
                new Notice(type.get(), url, published, TextRules.entries(reasons), TextRules.entries(evidence), note)));
    }

    private static Required<SourceId> sourceId(Fields fields) {
        return fields.targetId("source", RefusalCode.SOURCE_UNKNOWN, SourceId::new);
    }

    private static SourceDetails details(Fields fields) {
        return new SourceDetails(
                fields.optional("kind", Fields.option(SourceKind.class)),
                fields.line("title", TextRules.NAME),
                fields.optional("publisher", Publisher::read),
                fields.optional("authors", Fields.list(node -> TextRules.line(Fields.string(node), TextRules.NAME))),
                fields.optional("url", node -> new Url(Fields.string(node))),
                fields.optional("language", node -> new Language(Fields.string(node))),
                fields.optional("published", Fields::edtf),
                fields.optional("retrievedAt", Fields::instant),
                fields.optional("contentSha256", node -> new Sha256(Fields.string(node))),
                fields.optional("reliability", SourceOperations::reliability),
                fields.optional("lineage", Fields.list(SourceOperations::lineage)),
                fields.lines("note", TextRules.NOTE));
    }

    private static Reliability reliability(JsonNode node) {
        String letter = Fields.string(node).toUpperCase(Locale.ROOT);
        for (Reliability reliability : Reliability.values()) {
            if (reliability.name().equals(letter)) {
                return reliability;
            }
        }
        throw Refused.because(RefusalCode.UNKNOWN_OPTION, "A letter of the Admiralty scale, A to F");
    }

    private static Lineage lineage(JsonNode node) {
        Fields fields = Fields.of(Fields.object(node));
        var relation = fields.required("relation", Fields.option(Lineage.Relation.class));
        SourceId source = fields.optional("source", id -> new SourceId(Fields.string(id)));
        String outlet = fields.line("outlet", TextRules.NAME);
        return fields.build(() -> new Lineage(relation.get(), source, outlet));
    }

    private static EvidenceRef evidenceRef(JsonNode node) {
        Fields fields = Fields.of(Fields.object(node));
        var claim = fields.required("claim", id -> new ClaimId(Fields.string(id)));
        var evidence = fields.required("evidence", id -> new EvidenceId(Fields.string(id)));
        return fields.build(() -> new EvidenceRef(claim.get(), evidence.get()));
    }
}
