package org.claimsledger.projection.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.bestknown.Attestation;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Decided;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.Statement;
import org.claimsledger.bestknown.ValueAgreement;
import org.claimsledger.claim.Review;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The part of a version that is stored as bytes: the positions of the events whose texts it shows, and the facts that
 * are derived for each piece of evidence. Each text is stored once, however many versions show it.
 *
 * @param content the position of the event that gave the claim its content: the assertion or a revision
 * @param review the state of the claim's review; absent where it never had to wait for an editor
 * @param retraction absent where none stands; likewise the ranking and the assessment
 * @param evidence in order
 * @param relations in order
 */
record VersionPayload(
        long content,
        @Nullable ReviewRef review,
        @Nullable DecisionRef retraction,
        @Nullable DecisionRef ranked,
        @Nullable DecisionRef assessed,
        List<EvidencePayload> evidence,
        List<Long> relations) {

    /** A decision that stands, and when it was recorded. */
    record DecisionRef(long position, @Nullable Instant recordedAt) {

        private static @Nullable DecisionRef of(@Nullable Decided decided) {
            return decided == null ? null : new DecisionRef(decided.position(), decided.at());
        }

        @Nullable
        Decided decided() {
            return recordedAt == null ? null : new Decided(position, recordedAt);
        }
    }

    /**
     * The state of a filing's review.
     *
     * @param position the position of the last decision, 0 while the filing waits
     * @param recordedAt when that decision was recorded
     */
    record ReviewRef(
            Review.ReviewState state,
            long position,
            @Nullable Instant recordedAt) {

        private static @Nullable ReviewRef of(@Nullable Review review, @Nullable Instant at, ClaimHistory history) {
            return review == null ? null : new ReviewRef(review.state(), history.positionOf(review.decided()), at);
        }

        private static boolean hasPassed(@Nullable ReviewRef review) {
            return review == null || review.state == Review.ReviewState.ACCEPTED;
        }
    }

    /**
     * A piece of evidence.
     *
     * @param withdrawal 0 where there is none
     * @param speaksForSameValue whether that is the very value that the claim has
     * @param valueAt the position of the event that gave the claim the value that the evidence was attached to
     * @param attestation who attests it, and when
     * @param originName the name of the origin as it is spelled: another spelling is the same origin in another version
     * @param derived the id and source of a basis that a correction made evidence; absent where it was filed
     * @param review the state of its review; absent where it never had to wait for an editor
     */
    record EvidencePayload(
            long position,
            long withdrawal,
            boolean live,
            ValueAgreement speaksFor,
            boolean speaksForSameValue,
            long valueAt,
            Instant reported,
            Stance stance,
            Modality modality,
            Attestation attestation,
            String originName,
            @Nullable DerivedEvidence derived,
            @Nullable ReviewRef review) {

        EvidencePayload(
                long position,
                long withdrawal,
                boolean live,
                ValueAgreement speaksFor,
                boolean speaksForSameValue,
                long valueAt,
                Instant reported,
                Stance stance,
                Modality modality,
                Attestation attestation,
                @Nullable DerivedEvidence derived,
                @Nullable ReviewRef review) {
            this(
                    position,
                    withdrawal,
                    live,
                    speaksFor,
                    speaksForSameValue,
                    valueAt,
                    reported,
                    stance,
                    modality,
                    attestation,
                    attestation.origin().name(),
                    derived,
                    review);
        }

        /** Whether the desk has made it its own. */
        boolean isAccepted() {
            return ReviewRef.hasPassed(review);
        }

        /** The positions of the events that filed it, took it back and last decided on it. */
        List<Long> ownEvents() {
            return Stream.of(position, withdrawal, review == null ? 0 : review.position)
                    .filter(it -> it != 0)
                    .toList();
        }

        /** It as the policy reads it, with the value that it speaks for. */
        Statement statement(ClaimId claim, Value value) {
            return new Statement(claim, position, stance, modality, value, attestation);
        }
    }

    record DerivedEvidence(EvidenceId id, SourceId source) {}

    static VersionPayload of(ClaimState state, ClaimHistory history) {
        var claim = state.claim();
        List<EvidencePayload> evidencePayloads =
                new ArrayList<>(state.evidence().size());
        for (EvidenceState it : state.evidence()) {
            evidencePayloads.add(new EvidencePayload(
                    it.position(),
                    history.positionOf(it.withdrawal()),
                    it.live(),
                    it.speaksFor(),
                    it.value().equals(claim.content().value()),
                    it.valuePosition(),
                    it.reported(),
                    it.testimony().stance(),
                    it.testimony().modality(),
                    it.attestation(),
                    it.filed()
                            ? null
                            : new DerivedEvidence(it.id(), it.testimony().source()),
                    ReviewRef.of(it.review(), it.reviewedAt(), history)));
        }
        return new VersionPayload(
                state.contentPosition(),
                ReviewRef.of(claim.review(), state.reviewedAt(), history),
                claim.retraction() == null ? null : new DecisionRef(history.positionOf(claim.retraction()), null),
                DecisionRef.of(state.ranked()),
                DecisionRef.of(state.assessed()),
                evidencePayloads,
                claim.relations().stream().map(history::positionOf).toList());
    }

    /** Whether the desk has made the claim its own. */
    boolean isAccepted() {
        return ReviewRef.hasPassed(review);
    }

    VersionPayload showing(List<EvidencePayload> shown, List<Long> shownRelations) {
        return new VersionPayload(content, review, retraction, ranked, assessed, shown, shownRelations);
    }

    /** Adds the positions of all texts that the claim shows. */
    void addTextPositions(long claimNo, Set<Long> positions) {
        positions.add(claimNo);
        positions.add(content);
        addPosition(review, positions);
        for (DecisionRef decision : decisions()) {
            positions.add(decision.position);
        }
        for (EvidencePayload each : evidence) {
            if (each.derived == null) {
                positions.add(each.position);
            }
            if (each.withdrawal != 0) {
                positions.add(each.withdrawal);
            }
            positions.add(each.valueAt);
            addPosition(each.review, positions);
        }
        positions.addAll(relations);
    }

    private static void addPosition(@Nullable ReviewRef review, Set<Long> positions) {
        if (review != null && review.position != 0) {
            positions.add(review.position);
        }
    }

    private List<DecisionRef> decisions() {
        return Stream.of(retraction, ranked, assessed).filter(Objects::nonNull).toList();
    }

    /** Adds the positions of the proposals that had to wait for an editor: of the claim, and of evidence on it. */
    void addProposalPositions(long claimNo, Set<Long> positions) {
        if (review != null) {
            positions.add(claimNo);
        }
        for (EvidencePayload each : evidence) {
            if (each.review != null) {
                positions.add(each.position);
            }
        }
    }

    /** When the first evidence counts as published; for an accepted claim, the first accepted evidence. */
    Instant reported() {
        boolean waits = !ReviewRef.hasPassed(review);
        return evidence.stream()
                .filter(it -> waits || ReviewRef.hasPassed(it.review))
                .map(EvidencePayload::reported)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** The value of the column. */
    byte[] encode() {
        VersionPayloadCodec out = new VersionPayloadCodec();
        out.write(content);
        write(review, out);
        write(retraction, out);
        write(ranked, out);
        write(assessed, out);
        out.write(evidence.size());
        for (EvidencePayload evidencePayload : evidence) {
            out.write(evidencePayload.position);
            out.write(evidencePayload.withdrawal);
            out.write((evidencePayload.live ? 1 : 0)
                    + 2 * evidencePayload.speaksFor.ordinal()
                    + (evidencePayload.derived == null ? 0 : 8)
                    + (evidencePayload.review == null ? 0 : 16)
                    + 32 * evidencePayload.stance.ordinal()
                    + 128 * evidencePayload.modality.ordinal()
                    + (evidencePayload.speaksForSameValue ? 512 : 0));
            out.write(evidencePayload.valueAt);
            out.write(evidencePayload.reported);
            AttestationCodec.write(evidencePayload.attestation, out);
            if (evidencePayload.derived != null) {
                out.write(evidencePayload.derived.id().value());
                out.write(evidencePayload.derived.source().value());
            }
            if (evidencePayload.review != null) {
                write(evidencePayload.review, out);
            }
        }
        out.write(relations.size());
        relations.forEach(out::write);
        return out.bytes();
    }

    static VersionPayload decode(byte[] bytes) {
        VersionPayloadCodec in = new VersionPayloadCodec(bytes);
        long content = in.read();
        ReviewRef review = reviewed(in);
        DecisionRef retraction = decided(in);
        DecisionRef ranked = decided(in);
        DecisionRef assessed = decided(in);
        int pieces = (int) in.read();
        List<EvidencePayload> evidence = new ArrayList<>(pieces);
        for (int i = 0; i < pieces; i++) {
            evidence.add(piece(in));
        }
        int related = (int) in.read();
        List<Long> relations = new ArrayList<>(related);
        for (int i = 0; i < related; i++) {
            relations.add(in.read());
        }
        return new VersionPayload(content, review, retraction, ranked, assessed, evidence, relations);
    }

    private static EvidencePayload piece(VersionPayloadCodec in) {
        long position = in.read();
        long withdrawal = in.read();
        long marks = in.read();
        long valueAt = in.read();
        Instant reported = in.readInstant();
        Attestation attestation = AttestationCodec.read(in);
        DerivedEvidence derivedEvidence = (marks & 8) == 0
                ? null
                : new DerivedEvidence(new EvidenceId(in.readText()), new SourceId(in.readText()));
        return new EvidencePayload(
                position,
                withdrawal,
                (marks & 1) == 1,
                ValueAgreement.values()[(int) (marks & 6) / 2],
                (marks & 512) != 0,
                valueAt,
                reported,
                Stance.values()[(int) (marks >> 5) & 3],
                Modality.values()[(int) (marks >> 7) & 3],
                attestation,
                derivedEvidence,
                (marks & 16) == 0 ? null : reviewed(in));
    }

    private static void write(@Nullable ReviewRef review, VersionPayloadCodec out) {
        out.write(review == null ? 0 : 1 + review.state.ordinal());
        if (review != null) {
            out.write(review.position);
            out.write(review.recordedAt == null ? Instant.EPOCH : review.recordedAt);
        }
    }

    private static @Nullable ReviewRef reviewed(VersionPayloadCodec in) {
        int state = (int) in.read();
        if (state == 0) {
            return null;
        }
        long position = in.read();
        Instant at = in.readInstant();
        return new ReviewRef(Review.ReviewState.values()[state - 1], position, at.equals(Instant.EPOCH) ? null : at);
    }

    private static void write(@Nullable DecisionRef decisionRef, VersionPayloadCodec out) {
        out.write(decisionRef == null ? 0 : decisionRef.position);
        if (decisionRef != null) {
            out.write(decisionRef.recordedAt == null ? Instant.EPOCH : decisionRef.recordedAt);
        }
    }

    private static @Nullable DecisionRef decided(VersionPayloadCodec in) {
        long position = in.read();
        if (position == 0) {
            return null;
        }
        Instant at = in.readInstant();
        return new DecisionRef(position, at.equals(Instant.EPOCH) ? null : at);
    }
}
