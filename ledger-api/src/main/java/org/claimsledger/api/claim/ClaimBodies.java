package org.claimsledger.api.claim;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.claimsledger.api.body.Fields;
import org.claimsledger.api.body.Fields.Required;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.Basis;
import org.claimsledger.claim.ClaimCommand.AssertClaim;
import org.claimsledger.claim.ClaimCommand.AssessClaim;
import org.claimsledger.claim.ClaimCommand.AttachEvidence;
import org.claimsledger.claim.ClaimCommand.RankClaim;
import org.claimsledger.claim.ClaimCommand.ReinstateClaim;
import org.claimsledger.claim.ClaimCommand.RelateClaims;
import org.claimsledger.claim.ClaimCommand.RetractClaim;
import org.claimsledger.claim.ClaimCommand.ReviewClaim;
import org.claimsledger.claim.ClaimCommand.ReviseClaim;
import org.claimsledger.claim.ClaimCommand.SucceedClaim;
import org.claimsledger.claim.ClaimCommand.WithdrawEvidence;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.ContentChanges;
import org.claimsledger.claim.Modality;
import org.claimsledger.claim.Quote;
import org.claimsledger.claim.Rank;
import org.claimsledger.claim.Relation;
import org.claimsledger.claim.Review;
import org.claimsledger.claim.RevisionKind;
import org.claimsledger.claim.Stance;
import org.claimsledger.claim.Testimony;
import org.claimsledger.claim.Verdict;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Ids;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Texts;
import org.claimsledger.value.ValueJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies of commands about claims. */
public final class ClaimBodies {

    /** What a piece of evidence says, with the name that the client may have given it. */
    private record Filed(@Nullable EvidenceId id, Testimony testimony) {}

    private ClaimBodies() {}

    public static AssertClaim assertClaim(Fields fields) {
        ClaimId id = fields.optional("id", node -> new ClaimId(Fields.string(node)));
        var subject = fields.required("subject", node -> new SubjectId(Fields.string(node)));
        var predicate = fields.required("predicate", node -> new PredicateKey(Fields.string(node)));
        var value = fields.required("value", ValueJson::read);
        SortedMap<QualifierKey, String> qualifiers = fields.optional("qualifiers", Fields.texts(QualifierKey::new));
        Edtf valid = fields.optional("valid", Fields::edtf);
        String validAsStated = fields.line("validAsStated", Texts.SHORT);
        String statement = fields.lines("statement", Texts.STATEMENT);
        var evidence = fields.required("evidence", node -> filed(Fields.of(Fields.object(node))));
        return fields.build(() -> new AssertClaim(
                id == null ? new ClaimId(Ids.fresh()) : id,
                new Content(
                        subject.get(),
                        predicate.get(),
                        value.get(),
                        qualifiers == null ? new TreeMap<>() : qualifiers,
                        valid,
                        validAsStated,
                        statement),
                evidence.get().id(),
                evidence.get().testimony()));
    }

    public static AttachEvidence attach(Fields fields) {
        Required<ClaimId> claim = target(fields);
        Filed filed = filed(fields);
        return new AttachEvidence(claim.get(), filed.id(), filed.testimony());
    }

    /** Without {@code evidence} it is about the claim itself. */
    public static ReviewClaim review(Fields fields) {
        Required<ClaimId> claim = target(fields);
        var decision = fields.required("decision", Fields.option(Review.Decision.class));
        List<EvidenceId> evidence = fields.optional("evidence", ClaimBodies::named);
        String reason = fields.lines("reason", Texts.NOTE);
        return fields.build(
                () -> new ReviewClaim(claim.get(), decision.get(), evidence == null ? List.of() : evidence, reason));
    }

    private static List<EvidenceId> named(JsonNode node) {
        List<EvidenceId> named =
                Fields.list(id -> new EvidenceId(Fields.string(id))).apply(node);
        if (named.isEmpty()) {
            throw Refused.because(RefusalCode.FIELD_MISSING, "At least one piece of evidence, or no list of it");
        }
        return named;
    }

    public static WithdrawEvidence withdraw(Fields fields) {
        Required<ClaimId> claim = target(fields);
        var evidence = fields.target("evidence", RefusalCode.EVIDENCE_UNKNOWN, EvidenceId::new);
        Basis basis = basis(fields);
        List<ReasonCode> reasons = reasons(fields);
        String note = fields.lines("note", Texts.NOTE);
        return fields.build(() -> new WithdrawEvidence(claim.get(), evidence.get(), basis, reasons, note));
    }

    public static ReviseClaim revise(Fields fields) {
        Required<ClaimId> claim = target(fields);
        var kind = fields.required("kind", Fields.option(RevisionKind.class));
        var changes = fields.required("changes", node -> changes(Fields.of(Fields.object(node))));
        Basis basis = basis(fields);
        String reason = fields.lines("reason", Texts.NOTE);
        return fields.build(() -> new ReviseClaim(claim.get(), kind.get(), changes.get(), basis, reason));
    }

    /** In an import the claim that ends is named by {@code predecessor}, since {@code claim} is the one that follows. */
    public static SucceedClaim succeed(Fields fields) {
        Required<ClaimId> claim = fields.target("predecessor", RefusalCode.CLAIM_UNKNOWN, ClaimId::new);
        var ended = fields.required("ended", Fields::edtf);
        Basis basis = basis(fields);
        String reason = fields.lines("reason", Texts.NOTE);
        var successor = fields.required("claim", node -> assertClaim(Fields.of(Fields.object(node))));
        return fields.build(() -> new SucceedClaim(claim.get(), ended.get(), basis, reason, successor.get()));
    }

    public static RetractClaim retract(Fields fields) {
        Required<ClaimId> claim = target(fields);
        List<ReasonCode> reasons = reasons(fields);
        Basis basis = basis(fields);
        String note = fields.lines("note", Texts.NOTE);
        return fields.build(() -> new RetractClaim(claim.get(), reasons, basis, note));
    }

    public static ReinstateClaim reinstate(Fields fields) {
        Required<ClaimId> claim = target(fields);
        List<ReasonCode> reasons = reasons(fields);
        Basis basis = basis(fields);
        String note = fields.lines("note", Texts.NOTE);
        return fields.build(() -> new ReinstateClaim(claim.get(), reasons, basis, note));
    }

    public static RankClaim rank(Fields fields) {
        Required<ClaimId> claim = target(fields);
        var rank = fields.required("rank", Fields.option(Rank.class));
        String reason = fields.lines("reason", Texts.NOTE);
        return fields.build(() -> new RankClaim(claim.get(), rank.get(), reason));
    }

    public static AssessClaim assess(Fields fields) {
        Required<ClaimId> claim = target(fields);
        var verdict = fields.required("verdict", Fields.option(Verdict.class));
        String rationale = fields.lines("rationale", Texts.NOTE);
        return fields.build(() -> new AssessClaim(claim.get(), verdict.get(), rationale));
    }

    public static RelateClaims relate(Fields fields) {
        Required<ClaimId> claim = target(fields);
        var relation = fields.required("relation", Fields.option(Relation.class));
        var other = fields.required("other", node -> new ClaimId(Fields.string(node)));
        String reason = fields.lines("reason", Texts.NOTE);
        return fields.build(() -> new RelateClaims(claim.get(), relation.get(), other.get(), reason));
    }

    private static Required<ClaimId> target(Fields fields) {
        return fields.target("claim", RefusalCode.CLAIM_UNKNOWN, ClaimId::new);
    }

    private static Filed filed(Fields fields) {
        EvidenceId id = fields.optional("id", node -> new EvidenceId(Fields.string(node)));
        var source = fields.required("source", node -> new SourceId(Fields.string(node)));
        Stance stance = fields.optional("stance", Fields.option(Stance.class));
        Modality modality = fields.optional("modality", Fields.option(Modality.class));
        List<Attestor> attribution = fields.optional("attribution", Fields.list(Attestor::read));
        Quote quote = fields.optional("quote", ClaimBodies::quote);
        String locator = fields.line("locator", Texts.SHORT);
        Integer credibility = fields.optional("credibility", Fields::integer);
        return fields.build(() -> new Filed(
                id,
                new Testimony(
                        source.get(),
                        stance == null ? Stance.SUPPORTS : stance,
                        modality == null ? Modality.ASSERTED : modality,
                        Texts.entries(attribution),
                        quote,
                        locator,
                        credibility)));
    }

    private static Quote quote(JsonNode node) {
        Fields fields = Fields.of(Fields.object(node));
        var exact = fields.required("exact", text -> Texts.lines(Fields.string(text), Texts.NOTE));
        String prefix = fields.lines("prefix", Texts.SHORT);
        String suffix = fields.lines("suffix", Texts.SHORT);
        return fields.build(() -> new Quote(exact.get(), prefix, suffix));
    }

    private static ContentChanges changes(Fields fields) {
        List<String> cleared = fields.cleared("value", "qualifiers", "valid", "validAsStated", "statement");
        var value = fields.optional("value", ValueJson::read);
        SortedMap<QualifierKey, String> qualifiers = fields.optional("qualifiers", Fields.texts(QualifierKey::new));
        Edtf valid = fields.optional("valid", Fields::edtf);
        String validAsStated = fields.line("validAsStated", Texts.SHORT);
        String statement = fields.lines("statement", Texts.STATEMENT);
        return fields.build(() -> new ContentChanges(value, qualifiers, valid, validAsStated, statement, cleared));
    }

    private static @Nullable Basis basis(Fields fields) {
        return fields.optional("basis", node -> {
            Fields inner = Fields.of(Fields.object(node));
            var source = inner.required("source", id -> new SourceId(Fields.string(id)));
            return inner.build(() -> new Basis(source.get()));
        });
    }

    private static List<ReasonCode> reasons(Fields fields) {
        return Texts.entries(fields.optional("reasons", Fields.list(Fields.option(ReasonCode.class))));
    }
}
