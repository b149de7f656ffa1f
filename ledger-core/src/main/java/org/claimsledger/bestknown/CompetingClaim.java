package org.claimsledger.bestknown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The policy's view of a claim that answers a question and that the desk has made its own.
 *
 * @param position its place among all claims
 * @param status its own, from its own evidence
 * @param weight the weight of its own evidence
 * @param reported when its first evidence counts as published
 * @param statements its live evidence, mentions left out
 * @param relations of it and to it
 * @param retraction the desk's, while it stands
 * @param ranking the desk's, where it ranked the claim
 * @param assessment the last one, where somebody checked the claim
 * @param annulments by claims that can answer
 * @param denials by claims which say that it is not so
 */
public record CompetingClaim(
        ClaimId claim,
        long position,
        ClaimContent content,
        ClaimStatus status,
        EvidenceWeight weight,
        Instant reported,
        List<Statement> statements,
        List<ClaimsRelated> relations,
        @Nullable ClaimRetracted retraction,
        @Nullable Ranking ranking,
        @Nullable Assessment assessment,
        List<Annulment> annulments,
        List<Denial> denials) {

    public CompetingClaim {
        if (!status.isAccepted()) {
            throw new IllegalArgumentException(claim + " is " + status + " and answers no question");
        }
        statements = List.copyOf(statements);
        relations = List.copyOf(relations);
        annulments = List.copyOf(annulments);
        denials = List.copyOf(denials);
    }

    /** A decision of the desk about the answers to a question. */
    public record Ranking(
            Rank rank, Decided decided, @Nullable String reason) {}

    /** The result of checking the claim. */
    public record Assessment(
            Verdict verdict, Decided decided, @Nullable String rationale) {}

    /**
     * What another claim annuls.
     *
     * @param from the day from which it is void; absent where it always was
     */
    public record Annulment(ClaimId by, @Nullable LocalDate from) {

        boolean hasHappenedBy(LocalDate day) {
            return from == null || !day.isBefore(from);
        }
    }

    /**
     * A claim which says that this one is not so.
     *
     * @param by whose word it is
     * @param date when it was said; absent where that may not be told
     */
    public record Denial(ClaimId claim, String by, @Nullable DateSpan date) {}

    /** The claim as it is at a viewpoint, by itself: no other claim annuls or denies it. */
    public static CompetingClaim of(ClaimState state) {
        Claim claim = state.claim();
        Decided ranked = state.ranked();
        Decided assessed = state.assessed();
        return new CompetingClaim(
                claim.id(),
                state.position(),
                claim.content(),
                state.status(),
                state.weight(),
                state.reported(),
                statements(state),
                claim.relations(),
                claim.retraction(),
                claim.ranked() == null || ranked == null
                        ? null
                        : new Ranking(
                                claim.ranked().rank(), ranked, claim.ranked().reason()),
                claim.assessed() == null || assessed == null
                        ? null
                        : new Assessment(
                                claim.assessed().verdict(),
                                assessed,
                                claim.assessed().rationale()),
                List.of(),
                List.of());
    }

    /** The claim with its evidence alone, whatever the desk decided about it. */
    static CompetingClaim undecided(ClaimState state) {
        return new CompetingClaim(
                state.claim().id(),
                state.position(),
                state.claim().content(),
                ClaimStatus.SUPPORTED,
                EvidenceWeight.NONE,
                state.reported(),
                statements(state),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static List<Statement> statements(ClaimState state) {
        List<Statement> statements = new ArrayList<>(state.evidence().size());
        for (EvidenceState each : state.evidence()) {
            if (each.live() && each.testimony().stance() != Stance.MENTIONS) {
                statements.add(each.statementOn(state.claim().id()));
            }
        }
        return statements;
    }

    /** This claim, with what other claims say of it. */
    public CompetingClaim with(List<Annulment> otherAnnulments, List<Denial> otherDenials) {
        return otherAnnulments.isEmpty() && otherDenials.isEmpty()
                ? this
                : with(reported, otherAnnulments, otherDenials);
    }

    /** This claim without the date on which it was reported; the end of time stands in its place. */
    public CompetingClaim withoutReportDate() {
        return with(Instant.MAX, annulments, denials);
    }

    private CompetingClaim with(Instant otherReported, List<Annulment> otherAnnulments, List<Denial> otherDenials) {
        return new CompetingClaim(
                claim,
                position,
                content,
                status,
                weight,
                otherReported,
                statements,
                relations,
                retraction,
                ranking,
                assessment,
                otherAnnulments,
                otherDenials);
    }

    public Value value() {
        return content.value();
    }

    /** Whether its value is this other claim. */
    public boolean hasValue(ClaimId other) {
        return value() instanceof Value.AnotherClaim it && it.claim().equals(other);
    }

    public @Nullable Edtf valid() {
        return content.valid();
    }

    public @Nullable String statement() {
        return content.statement();
    }

    Rank rank() {
        return ranking == null ? Rank.NORMAL : ranking.rank();
    }

    boolean isVerified() {
        return assessment != null && assessment.verdict() == Verdict.VERIFIED;
    }

    boolean isFoundFalse() {
        return assessment != null && assessment.verdict() == Verdict.FALSE;
    }

    boolean isRetracted() {
        return retraction != null;
    }

    /** Whether the desk took it back for nothing but errors of its own. */
    boolean wasTheDesksOwnError() {
        return retraction != null && ReasonCode.onlyDesksOwnErrors(retraction.reasons());
    }

    /** Whether what is said on it can support an answer. */
    boolean carriesSupport() {
        return !isRetracted() && rank() != Rank.DEPRECATED && !isFoundFalse();
    }

    /** Whether the desk recorded this relation from this claim to the other one. */
    boolean isRecordedAs(ClaimRelation relation, CompetingClaim other) {
        return relations.stream()
                .anyMatch(it -> it.relation() == relation
                        && it.claim().equals(claim)
                        && it.other().equals(other.claim));
    }

    /** The relation that the desk recorded between the values of two claims, in whichever direction; the last one stands. */
    @Nullable
    ValueRelation recordedRelationTo(CompetingClaim other) {
        ValueRelation recorded = null;
        for (ClaimsRelated it : relations) {
            if (it.other().equals(other.claim) || it.claim().equals(other.claim)) {
                recorded = switch (it.relation()) {
                    case SAME_AS -> ValueRelation.SAME;
                    case CONTRADICTS -> ValueRelation.EXCLUDES;
                    case SUPERSEDES, ANNULS, PART_OF -> recorded;
                };
            }
        }
        return recorded;
    }
}
