package org.claimsledger.ledger;

import java.util.List;
import java.util.Random;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.command.ClaimCommand.AssessClaim;
import org.claimsledger.command.ClaimCommand.RankClaim;
import org.claimsledger.command.ClaimCommand.ReinstateClaim;
import org.claimsledger.command.ClaimCommand.RelateClaims;
import org.claimsledger.command.ClaimCommand.RetractClaim;
import org.claimsledger.command.ClaimCommand.WithdrawRelation;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.PolicyCommand.AdoptPolicy;
import org.claimsledger.command.PredicateCommand.WithdrawDefinition;
import org.claimsledger.command.SourceCommand.WithdrawNotice;
import org.claimsledger.command.SubjectCommand.DiscloseSubject;
import org.claimsledger.command.SubjectCommand.ProtectSubject;
import org.claimsledger.command.SubjectCommand.WithdrawName;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.predicate.PredicateForm;
import org.claimsledger.source.SourceForm;
import org.claimsledger.subject.SubjectForm;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;

/** Commands about a few things, of which many are accepted and many refused; a seed always gives the same ones. */
public final class RandomCommands {

    private final Random random;

    public RandomCommands(long seed) {
        random = new Random(seed);
    }

    public LedgerCommand next() {
        return switch (random.nextInt(19)) {
            case 0 -> SourceForm.registered(source());
            case 1 -> changed(SourceForm.source(source())).register();
            case 2 -> changed(SourceForm.source(source())).amend();
            case 3 -> notice();
            case 4 -> SubjectForm.subject(subject());
            case 5 -> SubjectForm.named(subject(), "name " + random.nextInt(3), null, null);
            case 6 ->
                random.nextBoolean()
                        ? SubjectForm.merged(subject(), subject())
                        : SubjectForm.split(subject(), subject());
            case 7 ->
                PredicateForm.predicate(predicate())
                        .cardinality(random.nextBoolean() ? "one" : "one_per:case")
                        .define();
            case 8 -> filed().file();
            case 9 -> filed().propose();
            case 10 -> filed().attach();
            case 11 -> filed().proposeToAttach();
            case 12 -> ClaimForm.withdrawn(claim(), evidence());
            case 13 -> changes().revise(oneOf(RevisionKind.values()));
            case 14 -> changes().succeed(random.nextBoolean() ? "2013" : "2004", filed());
            case 15 ->
                random.nextBoolean() ? ClaimForm.accepted(claim(), reviewed()) : ClaimForm.refused(claim(), reviewed());
            case 16, 17 -> mistake();
            default -> decision();
        };
    }

    /** Something that was filed by mistake is taken back. */
    private LedgerCommand mistake() {
        return switch (random.nextInt(7)) {
            case 5 -> new ProtectSubject(new SubjectId(subject()), null);
            case 6 -> new DiscloseSubject(new SubjectId(subject()), null);
            case 4 -> new AdoptPolicy(2 + random.nextInt(2), null);
            case 3 -> new WithdrawDefinition(new PredicateKey(predicate()), null);
            case 0 -> new WithdrawNotice(new SourceId(source()), 1 + random.nextInt(2), null);
            case 1 -> new WithdrawName(new SubjectId(subject()), "name " + random.nextInt(3), null);
            default ->
                new WithdrawRelation(new ClaimId(claim()), oneOf(ClaimRelation.values()), new ClaimId(claim()), null);
        };
    }

    private SourceForm changed(SourceForm source) {
        if (random.nextBoolean()) {
            source.url("https://example.org/" + random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            source.from(source());
        }
        if (random.nextInt(4) == 0) {
            source.clear(random.nextBoolean() ? "url" : "lineage");
        }
        return source.title("title " + random.nextInt(2));
    }

    private LedgerCommand notice() {
        NoticeType type = oneOf(NoticeType.RETRACTION, NoticeType.PARTIAL_RETRACTION, NoticeType.REINSTATEMENT);
        return type == NoticeType.RETRACTION || random.nextBoolean()
                ? SourceForm.noticed(source(), type)
                : SourceForm.noticed(source(), type, ref());
    }

    private EvidenceRef ref() {
        return SourceForm.evidence(claim(), evidence());
    }

    private String[] reviewed() {
        return random.nextBoolean() ? new String[0] : new String[] {evidence()};
    }

    private ClaimForm filed() {
        ClaimForm claim = changes()
                .subject(subject())
                .predicate(predicate())
                .source(source())
                .stance(oneOf(Stance.SUPPORTS, Stance.DISPUTES))
                .modality(oneOf(Modality.ASSERTED, Modality.ALLEGED));
        if (random.nextInt(4) == 0) {
            claim.attribution(oneOf(
                    new Attestor.ByName("court"),
                    new Attestor.BySource(new SourceId(source())),
                    new Attestor.BySubject(new SubjectId(subject()))));
        }
        return random.nextInt(5) == 0 ? claim.evidence(evidence()) : claim;
    }

    private ClaimForm changes() {
        ClaimForm claim = ClaimForm.claim(claim());
        if (random.nextInt(3) > 0) {
            claim.value(oneOf(
                    new Value.Flag(random.nextBoolean()),
                    new Value.Text("text " + random.nextInt(3)),
                    new Value.AnotherClaim(new ClaimId(claim())),
                    new Value.AnotherSubject(new SubjectId(subject()))));
        }
        if (random.nextBoolean()) {
            claim.qualifier("case", "case " + random.nextInt(2));
        }
        if (random.nextInt(3) == 0) {
            claim.valid(oneOf("2006~/..", "2005", "/2010"));
        }
        if (random.nextInt(6) == 0) {
            claim.clear(oneOf("valid", "qualifiers", "statement"));
        }
        if (random.nextInt(4) == 0) {
            claim.basis(source());
        }
        return random.nextBoolean() ? claim.statement("statement " + random.nextInt(3)) : claim;
    }

    private LedgerCommand decision() {
        ClaimId claim = new ClaimId(claim());
        Basis basis = random.nextBoolean() ? null : new Basis(new SourceId(source()));
        return switch (random.nextInt(5)) {
            case 0 -> new RetractClaim(claim, List.of(ReasonCode.OTHER), basis, null);
            case 1 -> new ReinstateClaim(claim, List.of(), basis, null);
            case 2 -> new RankClaim(claim, oneOf(Rank.values()), null);
            case 3 -> new AssessClaim(claim, oneOf(Verdict.values()), null);
            default -> new RelateClaims(claim, oneOf(ClaimRelation.values()), new ClaimId(claim()), null);
        };
    }

    private String source() {
        return "s" + random.nextInt(6);
    }

    private String subject() {
        return "p" + random.nextInt(4);
    }

    private String predicate() {
        return "said" + random.nextInt(3);
    }

    private String claim() {
        return "c" + random.nextInt(10);
    }

    private String evidence() {
        return (random.nextInt(10) == 0 ? "r" : "e") + (1 + random.nextInt(4));
    }

    @SafeVarargs
    private <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }
}
