package org.claimsledger.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.bestknown.ValueAgreement;
import org.claimsledger.claim.Review;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.Finality;
import org.claimsledger.event.Provenance;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Quote;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A claim, read from a viewpoint.
 *
 * @param match the texts in which a search found it
 */
public record ClaimView(
        ClaimId id,
        long revision,
        SubjectRef subject,
        PredicateRef predicate,
        Value value,
        Map<QualifierKey, Qualifier> qualifiers,
        @Nullable Edtf valid,
        @Nullable String validAsStated,
        InForce inForce,
        @Nullable String statement,
        @Nullable Finality finality,
        ClaimStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReviewView review,
        Rank rank,
        @Nullable Verdict verdict,
        @Nullable AssessmentView assessment,
        List<EvidenceView> evidence,
        OriginsView origins,
        @Nullable GroundsView retraction,
        List<RelationView> relations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TextMatchesView match,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ViewpointView viewpoint) {

    /** This view with the texts in which it was found. */
    ClaimView withMatch(TextMatchesView fields) {
        return new ClaimView(
                id,
                revision,
                subject,
                predicate,
                value,
                qualifiers,
                valid,
                validAsStated,
                inForce,
                statement,
                finality,
                status,
                review,
                rank,
                verdict,
                assessment,
                evidence,
                origins,
                retraction,
                relations,
                fields,
                viewpoint);
    }

    /**
     * The subject that the claim is read under.
     *
     * @param recordedAs the subject that it was filed under, where that was merged into this one
     */
    public record SubjectRef(
            SubjectId id,
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SubjectId recordedAs) {}

    /** The predicate and its label. */
    public record PredicateRef(PredicateKey key, String label) {}

    /**
     * A source in short, for evidence.
     *
     * @param id of the source; for callers who may not know a protected one, its stand-in, without anything else
     */
    public record SourceRef(
            SourceId id,
            @Nullable String title,
            @Nullable String publisher,
            @Nullable SubjectId publisherSubject,
            @Nullable Edtf published,
            @JsonProperty("protected") boolean isProtected) {}

    /** The independent origins of live evidence, on either side. */
    public record OriginsView(int supporting, int disputing) {}

    /**
     * A piece of evidence.
     *
     * @param review the decision of the editors; absent where it never had to wait
     * @param live whether it counts: it is accepted and not withdrawn, and every source that it rests on stands
     * @param speaksFor the claim's value at this viewpoint, or another one
     * @param speaksForValue the other value; absent where it speaks for the claim's
     * @param origin who really attests it
     */
    public record EvidenceView(
            EvidenceId id,
            SourceRef source,
            Stance stance,
            Modality modality,
            List<Attestor> attribution,
            @Nullable Quote quote,
            @Nullable String locator,
            @Nullable Integer credibility,
            @Nullable Edtf saidOn,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ReviewView review,

            boolean live,
            ValueAgreement speaksFor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Value speaksForValue,

            String origin,
            @Nullable GroundsView withdrawal) {}

    /**
     * The decision of the editors on a filing; absent where it never had to wait.
     *
     * @param batch the request that it was filed with
     * @param decidedAt the time of the last decision; absent while it waits
     */
    public record ReviewView(
            Review.ReviewState state,
            String batch,
            @Nullable String decidedAt,
            @Nullable String reason) {

        static @Nullable ReviewView of(
                @Nullable Review review, @Nullable Instant decidedAt, @Nullable Provenance filedBy) {
            if (review == null || filedBy == null) {
                return null;
            }
            ClaimReviewed decided = review.decided();
            return new ReviewView(
                    review.state(),
                    filedBy.request(),
                    decidedAt == null ? null : Rfc3339.format(decidedAt),
                    decided == null ? null : decided.reason());
        }
    }

    /**
     * The last assessment, whose outcome is the verdict.
     *
     * @param assessor who checked the claim; absent where it was the desk
     * @param assessedOn when it was checked, in the world
     */
    public record AssessmentView(
            @Nullable Attestor assessor,
            @Nullable Edtf assessedOn,
            @Nullable SourceId basis,
            @Nullable String rationale) {}

    /** The grounds of a retraction or a withdrawal. */
    public record GroundsView(
            List<ReasonCode> reasons,
            @Nullable SourceId basis,
            @Nullable String note) {}

    /** A relation to another claim. */
    public record RelationView(
            ClaimId claim,
            ClaimRelation relation,
            ClaimId other,
            @Nullable String reason) {}
}
