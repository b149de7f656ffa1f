package org.claimsledger.api.operation;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.claimsledger.api.operation.Fields.Required;
import org.claimsledger.command.SourceCommand.AmendSource;
import org.claimsledger.command.SourceCommand.DiscloseSource;
import org.claimsledger.command.SourceCommand.NoticeSource;
import org.claimsledger.command.SourceCommand.ProtectSource;
import org.claimsledger.command.SourceCommand.RegisterSource;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.time.Edtf;
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

/** The bodies of commands about sources. */
public final class SourceBodyReader {

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

    private SourceBodyReader() {}

    public static RegisterSource register(Fields fields) {
        SourceId id = fields.optional("id", node -> new SourceId(Fields.string(node)));
        fields.requirePresent("kind", "title");
        SourceDetails details = details(fields);
        Boolean isProtected = fields.optional("protected", Fields::bool);
        return fields.build(() -> new RegisterSource(
                id == null ? new SourceId(Ids.newId()) : id, details, Boolean.TRUE.equals(isProtected)));
    }

    public static ProtectSource protect(Fields fields) {
        Required<SourceId> source = sourceId(fields);
        Required<String> reason =
                fields.required("reason", node -> TextRules.lines(Fields.string(node), TextRules.NOTE));
        return fields.build(() -> new ProtectSource(source.get(), reason.get()));
    }

    public static DiscloseSource disclose(Fields fields) {
        Required<SourceId> source = sourceId(fields);
        Required<String> reason =
                fields.required("reason", node -> TextRules.lines(Fields.string(node), TextRules.NOTE));
        return fields.build(() -> new DiscloseSource(source.get(), reason.get()));
    }

    public static AmendSource amend(Fields fields) {
        Required<SourceId> source = sourceId(fields);
        SourceDetails details = details(fields);
        List<String> cleared = fields.cleared(DETAIL_FIELDS);
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new AmendSource(source.get(), details, cleared, reason));
    }

    public static NoticeSource notice(Fields fields) {
        Required<NoticeType> type = fields.required("type", Fields.option(NoticeType.class));
        return notice(fields, type::get);
    }

    public static NoticeSource retract(Fields fields) {
        return notice(fields, () -> NoticeType.RETRACTION);
    }

    public static NoticeSource reinstate(Fields fields) {
        return notice(fields, () -> NoticeType.REINSTATEMENT);
    }

    private static NoticeSource notice(Fields fields, Supplier<NoticeType> type) {
        Required<SourceId> source = sourceId(fields);
        Url url = fields.optional("url", node -> new Url(Fields.string(node)));
        Edtf published = fields.optional("published", Fields::edtf);
        List<ReasonCode> reasons = fields.optional("reasons", Fields.list(Fields.option(ReasonCode.class)));
        List<EvidenceRef> evidence = fields.optional("evidence", Fields.list(SourceBodyReader::evidenceRef));
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
                fields.line("publisher", TextRules.NAME),
                fields.optional("authors", Fields.list(node -> TextRules.line(Fields.string(node), TextRules.NAME))),
                fields.optional("url", node -> new Url(Fields.string(node))),
                fields.optional("language", node -> new Language(Fields.string(node))),
                fields.optional("published", Fields::edtf),
                fields.optional("retrievedAt", Fields::instant),
                fields.optional("contentSha256", node -> new Sha256(Fields.string(node))),
                fields.optional("reliability", SourceBodyReader::reliability),
                fields.optional("lineage", Fields.list(SourceBodyReader::lineage)),
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
