package org.claimsledger.api.operation;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.claimsledger.api.operation.Fields.Required;
import org.claimsledger.command.ClaimCommand.AssertClaim;
import org.claimsledger.command.ClaimCommand.AssessClaim;
import org.claimsledger.command.ClaimCommand.AttachEvidence;
import org.claimsledger.command.ClaimCommand.RankClaim;
import org.claimsledger.command.ClaimCommand.ReinstateClaim;
import org.claimsledger.command.ClaimCommand.RelateClaims;
import org.claimsledger.command.ClaimCommand.RetractClaim;
import org.claimsledger.command.ClaimCommand.ReviewClaim;
import org.claimsledger.command.ClaimCommand.ReviseClaim;
import org.claimsledger.command.ClaimCommand.SucceedClaim;
import org.claimsledger.command.ClaimCommand.WithdrawEvidence;
import org.claimsledger.command.ClaimCommand.WithdrawRelation;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.ContentChanges;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Finality;
import org.claimsledger.event.Rank;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Quote;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Ids;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.ValueJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies of commands about claims. */
public final class ClaimBodyReader {

    /** A piece of evidence, with the id that the client may have given it. */
    private record EvidenceBody(@Nullable EvidenceId id, Testimony testimony) {}

    private ClaimBodyReader() {}

    public static AssertClaim assertClaim(Fields fields) {
        ClaimId id = fields.optional("id", node -> new ClaimId(Fields.string(node)));
        var subject = fields.required("subject", node -> new SubjectId(Fields.string(node)));
        var predicate = fields.required("predicate", node -> new PredicateKey(Fields.string(node)));
        var value = fields.required("value", ValueJson::read);
        SortedMap<QualifierKey, Qualifier> qualifiers =
                fields.optional("qualifiers", Fields.map(QualifierKey::new, Qualifier::read));
        Edtf valid = fields.optional("valid", Fields::edtf);
        String validAsStated = fields.line("validAsStated", TextRules.SHORT);
        String statement = fields.lines("statement", TextRules.STATEMENT);
        Finality finality = fields.optional("finality", Fields.option(Finality.class));
        var evidence = fields.required("evidence", node -> evidence(Fields.of(Fields.object(node))));
        return fields.build(() -> new AssertClaim(
                id == null ? new ClaimId(Ids.newId()) : id,
                new ClaimContent(
                        subject.get(),
                        predicate.get(),
                        value.get(),
                        qualifiers == null ? new TreeMap<>() : qualifiers,
                        valid,
                        validAsStated,
                        statement,
                        finality),
                evidence.get().id(),
                evidence.get().testimony()));
    }

    public static AttachEvidence attach(Fields fields) {
        Required<ClaimId> claim = claimId(fields);
        EvidenceBody evidence = evidence(fields);
        return new AttachEvidence(claim.get(), evidence.id(), evidence.testimony());
    }

    /** Without {@code evidence} the review is about the claim itself. */
    public static ReviewClaim review(Fields fields) {
        Required<ClaimId> claim = claimId(fields);
        var decision = fields.required("decision", Fields.option(ReviewDecision.class));
        List<EvidenceId> evidence = fields.optional("evidence", ClaimBodyReader::evidenceIds);
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(
                () -> new ReviewClaim(claim.get(), decision.get(), evidence == null ? List.of() : evidence, reason));
    }

    private static List<EvidenceId> evidenceIds(JsonNode node) {
        List<EvidenceId> ids =
                Fields.list(id -> new EvidenceId(Fields.string(id))).apply(node);
        if (ids.isEmpty()) {
            throw Refused.because(RefusalCode.FIELD_MISSING, "At least one piece of evidence, or no list of it");
        }
        return ids;
    }

    public static WithdrawEvidence withdraw(Fields fields) {
        Required<ClaimId> claim = claimId(fields);
        var evidence = fields.targetId("evidence", RefusalCode.EVIDENCE_UNKNOWN, EvidenceId::new);
        Basis basis = basis(fields);
        List<ReasonCode> reasons = reasons(fields);
        String note = fields.lines("note", TextRules.NOTE);
        return fields.build(() -> new WithdrawEvidence(claim.get(), evidence.get(), basis, reasons, note));
    }

    public static ReviseClaim revise(Fields fields) {
        Required<ClaimId> claim = claimId(fields);
        var kind = fields.required("kind", Fields.option(RevisionKind.class));
        var changes = fields.required("changes", node -> changes(Fields.of(Fields.object(node))));
        Basis basis = basis(fields);
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new ReviseClaim(claim.get(), kind.get(), changes.get(), basis, reason));
    }

    /** In an import the claim that ends is named by {@code predecessor}, because {@code claim} is the one that follows. */
    public static SucceedClaim succeed(Fields fields) {
        Required<ClaimId> claim = fields.targetId("predecessor", RefusalCode.CLAIM_UNKNOWN, ClaimId::new);
        var ended = fields.required("ended", Fields::edtf);
        Basis basis = basis(fields);
        String reason = fields.lines("reason", TextRules.NOTE);
        var successor = fields.required("claim", node -> assertClaim(Fields.of(Fields.object(node))));
        return fields.build(() -> new SucceedClaim(claim.get(), ended.get(), basis, reason, successor.get()));
    }

    public static RetractClaim retract(Fields fields) {
        Required<ClaimId> claim = claimId(fields);
        List<ReasonCode> reasons = reasons(fields);
        Basis basis = basis(fields);
        String note = fields.lines("note", TextRules.NOTE);
        return fields.build(() -> new RetractClaim(claim.get(), reasons, basis, note));
    }

    public static ReinstateClaim reinstate(Fields fields) {
        Required<ClaimId> claim = claimId(fields);
        List<ReasonCode> reasons = reasons(fields);
        Basis basis = basis(fields);
        String note = fields.lines("note", TextRules.NOTE);
        return fields.build(() -> new ReinstateClaim(claim.get(), reasons, basis, note));
    }

    public static RankClaim rank(Fields fields) {
        Required<ClaimId> claim = claimId(fields);
        var rank = fields.required("rank", Fields.option(Rank.class));
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new RankClaim(claim.get(), rank.get(), reason));
    }

    public static AssessClaim assess(Fields fields) {
        Required<ClaimId> claim = claimId(fields);
        var verdict = fields.required("verdict", Fields.option(Verdict.class));
        String rationale = fields.lines("rationale", TextRules.NOTE);
        Basis basis = basis(fields);
        Attestor assessor = fields.optional("assessor", ClaimBodyReader::assessor);
        Edtf assessedOn = fields.optional("assessedOn", Fields::edtf);
        return fields.build(() -> new AssessClaim(claim.get(), verdict.get(), rationale, basis, assessor, assessedOn));
    }

    private static Attestor assessor(JsonNode node) {
        Attestor assessor = Attestor.read(node);
        if (assessor instanceof Attestor.BySource) {
            throw Refused.because(
                    RefusalCode.WRONG_TYPE, "A text or {\"subject\": id}; the source of a check is its basis");
        }
        return assessor;
    }

    public static WithdrawRelation withdrawRelation(Fields fields) {
        Required<ClaimId> claim = claimId(fields);
        var relation = fields.required("relation", Fields.option(ClaimRelation.class));
        var other = fields.required("other", node -> new ClaimId(Fields.string(node)));
        var reason = fields.required("reason", node -> TextRules.lines(Fields.string(node), TextRules.NOTE));
        return fields.build(() -> new WithdrawRelation(claim.get(), relation.get(), other.get(), reason.get()));
    }

    public static RelateClaims relate(Fields fields) {
        Required<ClaimId> claim = claimId(fields);
        var relation = fields.required("relation", Fields.option(ClaimRelation.class));
        var other = fields.required("other", node -> new ClaimId(Fields.string(node)));
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new RelateClaims(claim.get(), relation.get(), other.get(), reason));
    }

    private static Required<ClaimId> claimId(Fields fields) {
        return fields.targetId("claim", RefusalCode.CLAIM_UNKNOWN, ClaimId::new);
    }

    private static EvidenceBody evidence(Fields fields) {
        EvidenceId id = fields.optional("id", node -> new EvidenceId(Fields.string(node)));
        var source = fields.required("source", node -> new SourceId(Fields.string(node)));
        Stance stance = fields.optional("stance", Fields.option(Stance.class));
        Modality modality = fields.optional("modality", Fields.option(Modality.class));
        List<Attestor> attribution = fields.optional("attribution", Fields.list(Attestor::read));
        Quote quote = fields.optional("quote", ClaimBodyReader::quote);
        String locator = fields.line("locator", TextRules.SHORT);
        Integer credibility = fields.optional("credibility", Fields::integer);
        Edtf saidOn = fields.optional("saidOn", Fields::edtf);
        return fields.build(() -> new EvidenceBody(
                id,
                new Testimony(
                        source.get(),
                        stance == null ? Stance.SUPPORTS : stance,
                        modality == null ? Modality.ASSERTED : modality,
                        TextRules.entries(attribution),
                        quote,
                        locator,
                        credibility,
                        saidOn)));
    }

    private static Quote quote(JsonNode node) {
        Fields fields = Fields.of(Fields.object(node));
        var exact = fields.required("exact", text -> TextRules.lines(Fields.string(text), TextRules.NOTE));
        String prefix = fields.lines("prefix", TextRules.SHORT);
        String suffix = fields.lines("suffix", TextRules.SHORT);
        return fields.build(() -> new Quote(exact.get(), prefix, suffix));
    }

    private static ContentChanges changes(Fields fields) {
        List<String> cleared = fields.cleared("value", "qualifiers", "valid", "validAsStated", "statement", "finality");
        var value = fields.optional("value", ValueJson::read);
        SortedMap<QualifierKey, Qualifier> qualifiers =
                fields.optional("qualifiers", Fields.map(QualifierKey::new, Qualifier::read));
        Edtf valid = fields.optional("valid", Fields::edtf);
        String validAsStated = fields.line("validAsStated", TextRules.SHORT);
        String statement = fields.lines("statement", TextRules.STATEMENT);
        Finality finality = fields.optional("finality", Fields.option(Finality.class));
        return fields.build(
                () -> new ContentChanges(value, qualifiers, valid, validAsStated, statement, finality, cleared));
    }

    private static @Nullable Basis basis(Fields fields) {
        return fields.optional("basis", node -> {
            Fields inner = Fields.of(Fields.object(node));
            var source = inner.required("source", id -> new SourceId(Fields.string(id)));
            return inner.build(() -> new Basis(source.get()));
        });
    }

    private static List<ReasonCode> reasons(Fields fields) {
        return TextRules.entries(fields.optional("reasons", Fields.list(Fields.option(ReasonCode.class))));
    }
}
