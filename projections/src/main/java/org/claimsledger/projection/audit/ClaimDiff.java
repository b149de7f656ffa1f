package org.claimsledger.projection.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.EvidenceWeight;
import org.claimsledger.bestknown.ValueAgreement;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.claim.Review;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.Rank;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/** The differences between two states of a claim, field by field. */
public final class ClaimDiff {

    private ClaimDiff() {}

    /**
     * The differences between the claims, and between the facts derived from their evidence: status, origins, standing.
     * Without a state before, all fields that have a value.
     */
    public static List<FieldChange> between(@Nullable ClaimState before, ClaimState after) {
        FieldDifferences fieldDifferences = new FieldDifferences();
        claim(fieldDifferences, before == null ? null : before.claim(), after.claim());
        fieldDifferences.field("/status", before == null ? null : before.status(), after.status());
        fieldDifferences.fields(
                "/origins", before == null ? null : OriginCounts.of(before.weight()), OriginCounts.of(after.weight()));
        Map<EvidenceId, EvidenceStanding> standingsBefore = before == null ? Map.of() : EvidenceStanding.of(before);
        Map<EvidenceId, EvidenceStanding> standingsAfter = EvidenceStanding.of(after);
        Set<EvidenceId> ids = new LinkedHashSet<>(standingsBefore.keySet());
        ids.addAll(standingsAfter.keySet());
        for (EvidenceId id : ids) {
            fieldDifferences.fields("/evidence/" + id, standingsBefore.get(id), standingsAfter.get(id));
        }
        return fieldDifferences.changes();
    }

    private record OriginCounts(int supporting, int disputing) {

        static OriginCounts of(EvidenceWeight evidenceWeight) {
            return new OriginCounts(evidenceWeight.supporting(), evidenceWeight.disputing());
        }
    }

    private record EvidenceStanding(boolean live, ValueAgreement speaksFor, String origin) {

        static Map<EvidenceId, EvidenceStanding> of(ClaimState state) {
            Map<EvidenceId, EvidenceStanding> all = new LinkedHashMap<>();
            for (EvidenceState it : state.evidence()) {
                all.put(
                        it.id(),
                        new EvidenceStanding(
                                it.live(), it.speaksFor(), it.origin().name()));
            }
            return all;
        }
    }

    private static void claim(FieldDifferences fieldDifferences, @Nullable Claim before, Claim after) {
        content(fieldDifferences, before == null ? null : before.content(), after.content());
        fieldDifferences.field("/review", before == null ? null : state(before.review()), state(after.review()));
        fieldDifferences.field("/rank", before == null ? null : before.rank(), rank(before, after));
        fieldDifferences.field("/verdict", before == null ? null : before.verdict(), after.verdict());
        fieldDifferences.fields("/assessment", before == null ? null : assessment(before), assessment(after));
        fieldDifferences.field("/retraction", before == null ? null : retraction(before), retraction(after));
        evidence(fieldDifferences, before == null ? Map.of() : before.evidence(), after.evidence());
        fieldDifferences.entries("/relations", before == null ? List.of() : before.relations(), after.relations());
    }

    private static void content(FieldDifferences fieldDifferences, @Nullable ClaimContent before, ClaimContent after) {
        fieldDifferences.field("/subject", before == null ? null : before.subject(), after.subject());
        fieldDifferences.field("/predicate", before == null ? null : before.predicate(), after.predicate());
        fieldDifferences.field("/value", before == null ? null : before.value(), after.value());
        fieldDifferences.entries("/qualifiers", before == null ? Map.of() : before.qualifiers(), after.qualifiers());
        fieldDifferences.field("/valid", before == null ? null : before.valid(), after.valid());
        fieldDifferences.field("/validAsStated", before == null ? null : before.validAsStated(), after.validAsStated());
        fieldDifferences.field("/statement", before == null ? null : before.statement(), after.statement());
        fieldDifferences.field("/finality", before == null ? null : before.finality(), after.finality());
    }

    private static void evidence(
            FieldDifferences fieldDifferences, Map<EvidenceId, Evidence> before, Map<EvidenceId, Evidence> after) {
        Set<EvidenceId> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (EvidenceId id : ids) {
            Evidence earlier = before.get(id);
            Evidence later = after.get(id);
            String path = "/evidence/" + id;
            fieldDifferences.field(
                    path, earlier == null ? null : earlier.testimony(), later == null ? null : later.testimony());
            if (later != null) {
                fieldDifferences.field(
                        path + "/withdrawn",
                        earlier != null && earlier.withdrawal() != null,
                        later.withdrawal() != null);
                fieldDifferences.field(
                        path + "/review", earlier == null ? null : state(earlier.review()), state(later.review()));
            }
        }
    }

    private static Review.@Nullable ReviewState state(@Nullable Review review) {
        return review == null ? null : review.state();
    }

    /** The rank to compare; absent for the rank with which a claim begins, which is no difference. */
    private static @Nullable Rank rank(@Nullable Claim before, Claim after) {
        return before == null && after.rank() == Rank.NORMAL ? null : after.rank();
    }

    /** Whose assessment it is, which the verdict alone does not say. */
    private record AssessmentOrigin(
            @Nullable Basis basis,
            @Nullable Attestor assessor,
            @Nullable Edtf assessedOn) {}

    private static @Nullable AssessmentOrigin assessment(Claim claim) {
        ClaimAssessed assessed = claim.assessed();
        return assessed == null
                ? null
                : new AssessmentOrigin(assessed.basis(), assessed.assessor(), assessed.assessedOn());
    }

    /** A retraction without its claim. */
    private record RetractionGrounds(
            List<ReasonCode> reasons,
            @Nullable Basis basis,
            @Nullable String note) {}

    private static @Nullable RetractionGrounds retraction(Claim claim) {
        ClaimRetracted retraction = claim.retraction();
        return retraction == null
                ? null
                : new RetractionGrounds(retraction.reasons(), retraction.basis(), retraction.note());
    }
}
