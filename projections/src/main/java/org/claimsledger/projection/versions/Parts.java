package org.claimsledger.projection.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.Origin;
import org.claimsledger.bestknown.SpeaksFor;
import org.claimsledger.claim.Review;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * What one state of a claim is made of: the positions of the events whose texts it shows, and what was derived of each
 * piece of evidence. The texts themselves are stored once, whatever the number of states.
 *
 * @param content what brought the present content: the assertion or a revision
 * @param review how the claim itself stands with the editors; absent where it never had to wait
 * @param retraction absent where none stands, as the two others
 * @param evidence in order
 * @param relations in order
 */
record Parts(
        long content,
        @Nullable Reviewed review,
        @Nullable Decided retraction,
        @Nullable Decided ranked,
        @Nullable Decided assessed,
        List<Piece> evidence,
        List<Long> relations) {

    /** A decision that stands, and when it was recorded. */
    record Decided(long position, @Nullable Instant at) {}

    /**
     * How a filing stands with the editors.
     *
     * @param position of the last decision, 0 while it waits
     * @param at when that was recorded
     */
    record Reviewed(
            Review.State state, long position, @Nullable Instant at) {

        private static @Nullable Reviewed of(@Nullable Review review, @Nullable Instant at, ClaimHistory history) {
            return review == null ? null : new Reviewed(review.state(), history.positionOf(review.decided()), at);
        }

        private static boolean hasPassed(@Nullable Reviewed review) {
            return review == null || review.state == Review.State.ACCEPTED;
        }
    }

    /**
     * A piece of evidence.
     *
     * @param withdrawal 0 where there is none
     * @param valueAt where the value that it speaks for was given to the claim
     * @param spelled the origin's name as it reads: one that is spelled otherwise is the same origin, but another answer
     * @param derived its name and source, for a basis that a correction made evidence
     * @param review how it stands with the editors; absent where it never had to wait
     */
    record Piece(
            long position,
            long withdrawal,
            boolean live,
            SpeaksFor speaksFor,
            long valueAt,
            Instant reported,
            Origin origin,
            String spelled,
            @Nullable Derived derived,
            @Nullable Reviewed review) {

        Piece(
                long position,
                long withdrawal,
                boolean live,
                SpeaksFor speaksFor,
                long valueAt,
                Instant reported,
                Origin origin,
                @Nullable Derived derived,
                @Nullable Reviewed review) {
            this(position, withdrawal, live, speaksFor, valueAt, reported, origin, origin.name(), derived, review);
        }
    }

    record Derived(EvidenceId id, SourceId source) {}

    static Parts of(ClaimState state, ClaimHistory history) {
        var claim = state.claim();
        List<Piece> pieces = new ArrayList<>(state.evidence().size());
        for (EvidenceState it : state.evidence()) {
            boolean filed = claim.evidence().containsKey(it.id());
            pieces.add(new Piece(
                    it.position(),
                    history.positionOf(it.withdrawal()),
                    it.live(),
                    it.speaksFor(),
                    it.valueAt(),
                    it.reported(),
                    it.origin(),
                    filed ? null : new Derived(it.id(), it.testimony().source()),
                    Reviewed.of(it.review(), it.reviewedAt(), history)));
        }
        return new Parts(
                state.contentAt(),
                Reviewed.of(claim.review(), state.reviewedAt(), history),
                claim.retraction() == null ? null : new Decided(history.positionOf(claim.retraction()), null),
                claim.ranked() == null ? null : new Decided(history.positionOf(claim.ranked()), state.rankedAt()),
                claim.assessed() == null ? null : new Decided(history.positionOf(claim.assessed()), state.assessedAt()),
                pieces,
                claim.relations().stream().map(history::positionOf).toList());
    }

    /** When the first evidence counts as published; of a claim that the desk has made its own, of what it has too. */
    Instant reported() {
        boolean waits = !Reviewed.hasPassed(review);
        return evidence.stream()
                .filter(it -> waits || Reviewed.hasPassed(it.review))
                .map(Piece::reported)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** As a column. */
    byte[] bytes() {
        PartsBytes out = new PartsBytes();
        out.write(content);
        write(review, out);
        write(retraction, out);
        write(ranked, out);
        write(assessed, out);
        out.write(evidence.size());
        for (Piece piece : evidence) {
            out.write(piece.position);
            out.write(piece.withdrawal);
            out.write((piece.live ? 1 : 0)
                    + 2 * piece.speaksFor.ordinal()
                    + (piece.derived == null ? 0 : 8)
                    + (piece.review == null ? 0 : 16));
            out.write(piece.valueAt);
            out.write(piece.reported);
            out.write(piece.origin.name());
            boolean named = piece.origin.equals(Origin.named(piece.origin.name()));
            out.write(named ? "" : piece.origin.key());
            if (piece.derived != null) {
                out.write(piece.derived.id().value());
                out.write(piece.derived.source().value());
            }
            if (piece.review != null) {
                write(piece.review, out);
            }
        }
        out.write(relations.size());
        relations.forEach(out::write);
        return out.bytes();
    }

    static Parts read(byte[] bytes) {
        PartsBytes in = new PartsBytes(bytes);
        long content = in.read();
        Reviewed review = reviewed(in);
        Decided retraction = decided(in);
        Decided ranked = decided(in);
        Decided assessed = decided(in);
        int pieces = (int) in.read();
        List<Piece> evidence = new ArrayList<>(pieces);
        for (int i = 0; i < pieces; i++) {
            evidence.add(piece(in));
        }
        int related = (int) in.read();
        List<Long> relations = new ArrayList<>(related);
        for (int i = 0; i < related; i++) {
            relations.add(in.read());
        }
        return new Parts(content, review, retraction, ranked, assessed, evidence, relations);
    }

    private static Piece piece(PartsBytes in) {
        long position = in.read();
        long withdrawal = in.read();
        long marks = in.read();
        long valueAt = in.read();
        Instant reported = in.readInstant();
        String name = in.readText();
        String key = in.readText();
        Derived derived =
                (marks & 8) == 0 ? null : new Derived(new EvidenceId(in.readText()), new SourceId(in.readText()));
        return new Piece(
                position,
                withdrawal,
                (marks & 1) == 1,
                SpeaksFor.values()[(int) (marks & 6) / 2],
                valueAt,
                reported,
                key.isEmpty() ? Origin.named(name) : new Origin(key, name),
                derived,
                (marks & 16) == 0 ? null : reviewed(in));
    }

    private static void write(@Nullable Reviewed review, PartsBytes out) {
        out.write(review == null ? 0 : 1 + review.state.ordinal());
        if (review != null) {
            out.write(review.position);
            out.write(review.at == null ? Instant.EPOCH : review.at);
        }
    }

    private static @Nullable Reviewed reviewed(PartsBytes in) {
        int state = (int) in.read();
        if (state == 0) {
            return null;
        }
        long position = in.read();
        Instant at = in.readInstant();
        return new Reviewed(Review.State.values()[state - 1], position, at.equals(Instant.EPOCH) ? null : at);
    }

    private static void write(@Nullable Decided decided, PartsBytes out) {
        out.write(decided == null ? 0 : decided.position);
        if (decided != null) {
            out.write(decided.at == null ? Instant.EPOCH : decided.at);
        }
    }

    private static @Nullable Decided decided(PartsBytes in) {
        long position = in.read();
        if (position == 0) {
            return null;
        }
        Instant at = in.readInstant();
        return new Decided(position, at.equals(Instant.EPOCH) ? null : at);
    }
}
