package org.claimsledger.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.claimsledger.command.ClaimCommand.AssertClaim;
import org.claimsledger.command.ClaimCommand.AttachEvidence;
import org.claimsledger.command.ClaimCommand.ReviewClaim;
import org.claimsledger.command.ClaimCommand.ReviseClaim;
import org.claimsledger.command.ClaimCommand.SucceedClaim;
import org.claimsledger.command.ClaimCommand.WithdrawEvidence;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ContentChanges;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Finality;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;

/**
 * A claim for tests, and the commands that file, revise or succeed it. Without anything said it is that {@code aliev}
 * is {@code wanted}, on the word of {@code rferl}.
 */
public final class ClaimForm {

    private final ClaimId id;
    private String subject = "aliev";
    private String predicate = "wanted";
    private Value value;
    private TreeMap<QualifierKey, Qualifier> qualifiers;
    private Edtf valid;
    private String validAsStated;
    private String statement;
    private Finality finality;
    private final List<String> cleared = new ArrayList<>();
    private Basis basis;
    private String reason;

    private EvidenceId evidence;
    private String source = "rferl";
    private Stance stance = Stance.SUPPORTS;
    private Modality modality = Modality.ASSERTED;
    private List<Attestor> attribution = List.of();
    private Integer credibility;
    private Edtf saidOn;

    private ClaimForm(String id) {
        this.id = new ClaimId(id);
    }

    public static ClaimForm claim(String id) {
        return new ClaimForm(id);
    }

    /** The claim with nothing changed. */
    public static AssertClaim filed(String id) {
        return claim(id).file();
    }

    public static WithdrawEvidence withdrawn(String claim, String evidence) {
        return new WithdrawEvidence(new ClaimId(claim), new EvidenceId(evidence), null, List.of(), null);
    }

    /** Of these pieces of evidence; of the claim itself where none is named. */
    public static ReviewClaim accepted(String claim, String... evidence) {
        return reviewed(claim, ReviewDecision.ACCEPTED, evidence);
    }

    /** Of these pieces of evidence; of the claim, with all that waits on it, where none is named. */
    public static ReviewClaim refused(String claim, String... evidence) {
        return reviewed(claim, ReviewDecision.REFUSED, evidence);
    }

    private static ReviewClaim reviewed(String claim, ReviewDecision reviewDecision, String... evidence) {
        return new ReviewClaim(
                new ClaimId(claim),
                reviewDecision,
                List.of(evidence).stream().map(EvidenceId::new).toList(),
                null);
    }

    public ClaimForm subject(String is) {
        subject = is;
        return this;
    }

    public ClaimForm predicate(String is) {
        predicate = is;
        return this;
    }

    public ClaimForm value(Value is) {
        value = is;
        return this;
    }

    public ClaimForm text(String is) {
        return value(new Value.Text(is));
    }

    public ClaimForm about(String claim) {
        return value(new Value.AnotherClaim(new ClaimId(claim)));
    }

    public ClaimForm qualifier(String key, String is) {
        noQualifiers();
        qualifiers.put(new QualifierKey(key), Refused.at("/qualifiers/" + key, () -> new Qualifier.Text(is)));
        return this;
    }

    public ClaimForm qualifierSubject(String key, String subject) {
        noQualifiers();
        qualifiers.put(new QualifierKey(key), new Qualifier.AnotherSubject(new SubjectId(subject)));
        return this;
    }

    public ClaimForm finality(Finality is) {
        finality = is;
        return this;
    }

    public ClaimForm noQualifiers() {
        qualifiers = qualifiers == null ? new TreeMap<>() : qualifiers;
        return this;
    }

    public ClaimForm valid(String is) {
        valid = Edtf.parse(is);
        return this;
    }

    public ClaimForm validAsStated(String is) {
        validAsStated = is;
        return this;
    }

    public ClaimForm statement(String is) {
        statement = is;
        return this;
    }

    public ClaimForm clear(String... fields) {
        cleared.addAll(List.of(fields));
        return this;
    }

    public ClaimForm basis(String is) {
        basis = new Basis(new SourceId(is));
        return this;
    }

    public ClaimForm because(String is) {
        reason = is;
        return this;
    }

    public ClaimForm evidence(String is) {
        evidence = new EvidenceId(is);
        return this;
    }

    public ClaimForm source(String is) {
        source = is;
        return this;
    }

    public ClaimForm stance(Stance is) {
        stance = is;
        return this;
    }

    public ClaimForm modality(Modality is) {
        modality = is;
        return this;
    }

    public ClaimForm attribution(Attestor... are) {
        attribution = List.of(are);
        return this;
    }

    public ClaimForm attribution(String... names) {
        attribution =
                List.of(names).stream().<Attestor>map(Attestor.ByName::new).toList();
        return this;
    }

    public ClaimForm credibility(int is) {
        credibility = is;
        return this;
    }

    /** The date of the attestor's own words. */
    public ClaimForm saidOn(String is) {
        saidOn = Edtf.parse(is);
        return this;
    }

    public ClaimContent content() {
        return new ClaimContent(
                new SubjectId(subject),
                new PredicateKey(predicate),
                value == null ? new Value.Flag(true) : value,
                qualifiers,
                valid,
                validAsStated,
                statement,
                finality);
    }

    public Testimony testimony() {
        return new Testimony(new SourceId(source), stance, modality, attribution, null, null, credibility, saidOn);
    }

    public AssertClaim file() {
        return new AssertClaim(id, content(), evidence, testimony());
    }

    public AttachEvidence attach() {
        return new AttachEvidence(id, evidence, testimony());
    }

    /** The same as {@link #file}, by somebody whose filings wait for an editor. */
    public AssertClaim propose() {
        return file().asProposal();
    }

    /** The same as {@link #attach}, by somebody whose filings wait for an editor. */
    public AttachEvidence proposeToAttach() {
        return attach().asProposal();
    }

    public ContentChanges changes() {
        return new ContentChanges(value, qualifiers, valid, validAsStated, statement, finality, cleared);
    }

    public ReviseClaim revise(RevisionKind kind) {
        return new ReviseClaim(id, kind, changes(), basis, reason);
    }

    public SucceedClaim succeed(String ended, ClaimForm successor) {
        return new SucceedClaim(id, Edtf.parse(ended), basis, reason, successor.file());
    }
}
