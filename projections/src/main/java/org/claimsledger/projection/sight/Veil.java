package org.claimsledger.projection.sight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.Origin;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.Basis;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Attached;
import org.claimsledger.claim.ClaimEvent.ClaimRetracted;
import org.claimsledger.claim.ClaimEvent.ClaimReviewed;
import org.claimsledger.claim.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.claim.Review;
import org.claimsledger.claim.Testimony;
import org.claimsledger.source.Lineage;
import org.claimsledger.source.Notice;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.source.StandIn;
import org.claimsledger.subject.Naming;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of whatever is read what a caller may not see of protected sources: everything but their kind, their rating and
 * their standing. Ids become stand-ins; what is counted stays as it was counted.
 */
public final class Veil {

    /** For the ledger's own use: all that there is, by its own names. */
    public static final Veil NONE = new Veil(Sight.WHOLE, new NoProtections());

    /** When something was reported, of which it may not be told: while a source was not protected, its dates counted. */
    private static final Instant UNTOLD = Instant.MAX;

    private final Sight sight;
    private final Protections protections;

    private Veil(Sight sight, Protections protections) {
        this.sight = sight;
        this.protections = protections;
    }

    /** @param protections as they are now, whatever date is read */
    public static Veil of(Sight sight, Protections protections) {
        return new Veil(sight, protections);
    }

    /** Whether it hides anything from anybody. */
    public boolean hides() {
        return sight == Sight.VEILED && !protections.areNone();
    }

    /** The source that a caller means by this name; absent where it is not one that they may know. */
    public @Nullable SourceId meant(SourceId named) {
        SourceId behind = StandIn.registered(named).isEmpty() ? null : protections.source(named);
        if (behind != null) {
            return behind;
        }
        return isHidden(named) ? null : named;
    }

    /** The sources that are kept from this caller, and that everybody could still know as of that position. */
    public List<SourceId> hiddenAfter(long position) {
        return hides() ? protections.protectedAfter(position) : List.of();
    }

    /** Whether the source is protected now; of the ledger's own readings none is. */
    public boolean isProtected(SourceId source) {
        return !protections.areNone() && protections.standIn(source) != null;
    }

    public boolean isHidden(SourceId source) {
        return hides() && protections.standIn(source) != null;
    }

    /** What the source is called before this caller. */
    public SourceId id(SourceId source) {
        SourceId standIn = hides() ? protections.standIn(source) : null;
        return standIn == null ? source : standIn;
    }

    /** It says whether it is protected now, whatever date it was read at. */
    public Source source(Source source) {
        return this == NONE
                ? source
                : new Source(
                        id(source.id()),
                        source.revision(),
                        details(source.id(), source.details()),
                        source.retracted(),
                        source.endedEvidence(),
                        isProtected(source.id()));
    }

    /** @param source whose they are */
    SourceDetails details(SourceId source, SourceDetails details) {
        boolean hidden = isHidden(source);
        return new SourceDetails(
                details.kind(),
                hidden ? null : details.title(),
                hidden ? null : details.publisher(),
                hidden ? null : details.authors(),
                hidden ? null : details.url(),
                hidden ? null : details.language(),
                hidden ? null : details.published(),
                hidden ? null : details.retrievedAt(),
                hidden ? null : details.contentSha256(),
                details.reliability(),
                hidden ? null : lineage(details.lineage()),
                hidden ? null : details.note());
    }

    private @Nullable List<Lineage> lineage(@Nullable List<Lineage> lineage) {
        return lineage == null
                ? null
                : lineage.stream()
                        .map(it -> it.source() == null ? it : new Lineage(it.relation(), id(it.source()), null))
                        .toList();
    }

    /** @param source whose publisher gave it */
    public Notice notice(SourceId source, Notice notice) {
        return isHidden(source)
                ? new Notice(notice.type(), null, null, notice.reasons(), notice.evidence(), null)
                : notice;
    }

    public Subject subject(Subject subject) {
        return hides()
                ? new Subject(
                        subject.id(),
                        subject.revision(),
                        subject.details(),
                        subject.namings().stream().map(this::naming).toList(),
                        subject.mergedInto(),
                        subject.absorbed(),
                        subject.comparisons())
                : subject;
    }

    Naming naming(Naming naming) {
        SourceId source = naming.source();
        return new Naming(naming.name(), naming.language(), source == null ? null : id(source));
    }

    /** Of what a protected source says there is left how it bears on the claim. */
    Testimony testimony(Testimony testimony) {
        boolean hidden = isHidden(testimony.source());
        return new Testimony(
                id(testimony.source()),
                testimony.stance(),
                testimony.modality(),
                hidden
                        ? List.of()
                        : testimony.attribution().stream().map(this::attestor).toList(),
                hidden ? null : testimony.quote(),
                hidden ? null : testimony.locator(),
                testimony.credibility());
    }

    private Attestor attestor(Attestor attestor) {
        return switch (attestor) {
            case Attestor.BySource by -> new Attestor.BySource(id(by.source()));
            case Attestor.Named named -> named;
            case Attestor.BySubject by -> by;
        };
    }

    boolean isHidden(@Nullable Basis basis) {
        return basis != null && isHidden(basis.source());
    }

    @Nullable
    Basis basis(@Nullable Basis basis) {
        return basis == null ? null : new Basis(id(basis.source()));
    }

    /** @param claim which it is an event of, as it is recorded; absent where there is none */
    EvidenceWithdrawn withdrawal(EvidenceWithdrawn withdrawal, @Nullable Claim claim) {
        Attached held = claim == null ? null : claim.evidence().get(withdrawal.evidence());
        return withdrawal(withdrawal, held != null && isHidden(held.testimony().source()));
    }

    private EvidenceWithdrawn withdrawal(EvidenceWithdrawn withdrawal, boolean ofWhatIsHidden) {
        return new EvidenceWithdrawn(
                withdrawal.claim(),
                withdrawal.evidence(),
                basis(withdrawal.basis()),
                withdrawal.reasons(),
                ofWhatIsHidden || isHidden(withdrawal.basis()) ? null : withdrawal.note());
    }

    ClaimRetracted retraction(ClaimRetracted retraction) {
        return new ClaimRetracted(
                retraction.claim(),
                retraction.reasons(),
                basis(retraction.basis()),
                isHidden(retraction.basis()) ? null : retraction.note());
    }

    /** A reason that is given for evidence of a protected source may tell of it. */
    ClaimReviewed reviewed(ClaimReviewed reviewed, @Nullable Claim claim) {
        boolean told = claim != null
                && reviewed.evidence().stream()
                        .map(claim.evidence()::get)
                        .allMatch(held ->
                                held != null && !isHidden(held.testimony().source()));
        return new ClaimReviewed(
                reviewed.claim(), reviewed.decision(), reviewed.evidence(), told ? reviewed.reason() : null);
    }

    private @Nullable Review review(@Nullable Review review, Claim claim) {
        ClaimReviewed decided = review == null ? null : review.decided();
        return decided == null ? review : new Review(reviewed(decided, claim));
    }

    public Claim claim(Claim claim) {
        if (!hides()) {
            return claim;
        }
        Map<EvidenceId, Attached> evidence = new LinkedHashMap<>();
        claim.evidence().forEach((id, held) -> {
            EvidenceWithdrawn withdrawal = held.withdrawal();
            evidence.put(
                    id,
                    new Attached(
                            held.id(),
                            testimony(held.testimony()),
                            withdrawal == null ? null : withdrawal(withdrawal, claim),
                            review(held.review(), claim)));
        });
        ClaimRetracted retraction = claim.retraction();
        return new Claim(
                claim.id(),
                claim.revision(),
                claim.content(),
                evidence,
                review(claim.review(), claim),
                retraction == null ? null : retraction(retraction),
                claim.ranked(),
                claim.assessed(),
                claim.relations());
    }

    /** @param asOf the position that it was read at */
    public ClaimState state(ClaimState state, long asOf) {
        return hides()
                ? new ClaimState(
                        state.position(),
                        claim(state.claim()),
                        state.contentAt(),
                        state.evidence().stream()
                                .map(it -> evidence(it, state.claim(), asOf))
                                .toList(),
                        hiddenAfter(asOf).isEmpty() || !touches(state, asOf) ? state.reported() : UNTOLD,
                        state.status(),
                        state.weight(),
                        state.reviewedAt(),
                        state.rankedAt(),
                        state.assessedAt())
                : state;
    }

    private EvidenceState evidence(EvidenceState held, Claim claim, long asOf) {
        EvidenceWithdrawn withdrawal = held.withdrawal();
        SourceId behind = originBehind(held.testimony(), asOf);
        return new EvidenceState(
                held.id(),
                held.position(),
                testimony(held.testimony()),
                hiddenAfter(asOf).contains(held.testimony().source()) ? UNTOLD : held.reported(),
                withdrawal == null
                        ? null
                        : withdrawal(withdrawal, isHidden(held.testimony().source())),
                held.live(),
                held.value(),
                held.valueAt(),
                held.speaksFor(),
                behind == null ? held.origin() : Origin.named(id(behind).value()),
                review(held.review(), claim),
                held.reviewedAt());
    }

    /** Whether any evidence rests on what is hidden, or anything was decided on it. */
    public boolean touches(ClaimState state, long asOf) {
        ClaimRetracted retraction = state.claim().retraction();
        return hides()
                && (retraction != null && isHidden(retraction.basis())
                        || state.evidence().stream().anyMatch(it -> touches(it, asOf)));
    }

    private boolean touches(EvidenceState held, long asOf) {
        EvidenceWithdrawn withdrawal = held.withdrawal();
        return originBehind(held.testimony(), asOf) != null
                || firstHidden(held.testimony().source(), asOf) != null
                || withdrawal != null && isHidden(withdrawal.basis())
                || held.testimony().attribution().stream()
                        .anyMatch(it -> it instanceof Attestor.BySource by && isHidden(by.source()));
    }

    /** The hidden source that the origin of the evidence was found through; absent where there is none. */
    private @Nullable SourceId originBehind(Testimony testimony, long asOf) {
        if (isHidden(testimony.source())) {
            return testimony.source();
        }
        return switch (testimony.attestor()) {
            case null -> firstHidden(testimony.source(), asOf);
            case Attestor.BySource by -> firstHidden(by.source(), asOf);
            case Attestor.Named named -> null;
            case Attestor.BySubject by -> null;
        };
    }

    /** The nearest that is hidden of a source and of what it echoes, however far back. */
    private @Nullable SourceId firstHidden(SourceId source, long asOf) {
        Set<SourceId> seen = new LinkedHashSet<>(Set.of(source));
        List<SourceId> open = new ArrayList<>(seen);
        for (int i = 0; i < open.size(); i++) {
            if (isHidden(open.get(i))) {
                return open.get(i);
            }
            for (SourceId next : protections.echoed(open.get(i), asOf)) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return null;
    }

    /** Texts that are left of a list. */
    List<String> cleared(SourceId source, List<String> cleared) {
        return isHidden(source)
                ? Texts.entries(cleared).stream().filter("reliability"::equals).toList()
                : cleared;
    }
}
