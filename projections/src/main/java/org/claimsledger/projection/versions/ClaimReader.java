package org.claimsledger.projection.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Attached;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimAssessed;
import org.claimsledger.claim.ClaimEvent.ClaimRanked;
import org.claimsledger.claim.ClaimEvent.ClaimRetracted;
import org.claimsledger.claim.ClaimEvent.ClaimReviewed;
import org.claimsledger.claim.ClaimEvent.ClaimsRelated;
import org.claimsledger.claim.ClaimEvent.EvidenceAttached;
import org.claimsledger.claim.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.Modality;
import org.claimsledger.claim.Review;
import org.claimsledger.claim.Stance;
import org.claimsledger.claim.Testimony;
import org.claimsledger.ledger.Provenance;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.versions.Parts.Decided;
import org.claimsledger.projection.versions.Parts.Derived;
import org.claimsledger.projection.versions.Parts.Piece;
import org.claimsledger.projection.versions.Parts.Reviewed;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** Reads claims from a viewpoint: one seek for the rectangle, then its texts by their positions. */
final class ClaimReader {

    private static final String AT = "select " + RectangleRow.COLUMNS + """

        from claim_version
        where claim_no = ? and reported_to > ? and recorded_to > ? and reported_from <= ? and recorded_from <= ?
        order by claim_no, reported_to, recorded_to
        limit 1
        """;

    private final Session session;
    private final Texts texts;
    private final Moment moment;
    private final Undated leftOut;

    ClaimReader(Session session, Moment moment, Undated leftOut) {
        this.leftOut = leftOut;
        this.session = session;
        this.texts = new Texts(session);
        this.moment = moment;
    }

    /** The number of the claim; 0 where it was not asserted by then. */
    long number(ClaimId id) throws SQLException {
        try (ResultSet row = session.prepared("""
            select claim_no from claim where id = ?
            """, id.value()).executeQuery()) {
            return row.next() && row.getLong(1) <= moment.asOf() ? row.getLong(1) : 0;
        }
    }

    /** Absent where it was not recorded, or not reported, by then. */
    @Nullable
    RectangleRow rectangle(long claimNo) throws SQLException {
        if (leftOut.has(claimNo)) {
            return null;
        }
        long by = moment.publishedByMicros();
        try (ResultSet row = session.prepared(AT, claimNo, by, moment.asOf(), by, moment.asOf())
                .executeQuery()) {
            return row.next() ? RectangleRow.read(row) : null;
        }
    }

    ClaimAt claim(RectangleRow row) throws SQLException {
        Rectangle rectangle = row.rectangle();
        Parts parts = rectangle.parts();
        ClaimAsserted asserted = texts.read(row.claimNo(), ClaimAsserted.class);
        Map<Long, Content> contents = new LinkedHashMap<>();
        contents.put(row.claimNo(), asserted.content());
        Map<Long, Provenance> filings = new LinkedHashMap<>();
        Review review = review(parts.review(), row.claimNo(), filings);
        Decided retraction = parts.retraction();
        Decided ranked = parts.ranked();
        Decided assessed = parts.assessed();
        Map<EvidenceId, Attached> filed = new LinkedHashMap<>();
        List<EvidenceState> evidence = new ArrayList<>(parts.evidence().size());
        for (Piece piece : parts.evidence()) {
            EvidenceState state = evidence(
                    piece,
                    row.claimNo(),
                    asserted,
                    value(piece.valueAt(), row.claimNo(), contents),
                    review(piece.review(), piece.position(), filings));
            evidence.add(state);
            if (piece.derived() == null) {
                filed.put(state.id(), new Attached(state.id(), state.testimony(), state.withdrawal(), state.review()));
            }
        }
        Claim claim = new Claim(
                asserted.claim(),
                rectangle.revision(),
                content(parts.content(), row.claimNo(), contents),
                filed,
                review,
                retraction == null ? null : texts.read(retraction.position(), ClaimRetracted.class),
                ranked == null ? null : texts.read(ranked.position(), ClaimRanked.class),
                assessed == null ? null : texts.read(assessed.position(), ClaimAssessed.class),
                relations(parts));
        ClaimState state = new ClaimState(
                row.claimNo(),
                claim,
                parts.content(),
                evidence,
                parts.reported(),
                rectangle.status(),
                rectangle.weight(),
                parts.review() == null ? null : parts.review().at(),
                ranked == null ? null : ranked.at(),
                assessed == null ? null : assessed.at());
        return new ClaimAt(state, row.recordedFrom(), filings);
    }

    private Content content(long position, long claimNo, Map<Long, Content> known) throws SQLException {
        Content content = known.get(position);
        if (content == null) {
            content = texts.content(claimNo, position);
            known.put(position, content);
        }
        return content;
    }

    private Value value(long position, long claimNo, Map<Long, Content> known) throws SQLException {
        return content(position, claimNo, known).value();
    }

    /** @param filed where what is reviewed was filed; its provenance is noted */
    private @Nullable Review review(@Nullable Reviewed review, long filed, Map<Long, Provenance> filings)
            throws SQLException {
        if (review == null) {
            return null;
        }
        if (!filings.containsKey(filed)) {
            filings.put(filed, provenance(filed));
        }
        return new Review(review.position() == 0 ? null : texts.read(review.position(), ClaimReviewed.class));
    }

    private Provenance provenance(long filed) throws SQLException {
        try (ResultSet row = session.prepared("""
            select actor, batch from claim_filing where position = ?
            """, filed).executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("nothing that waited was filed at position " + filed);
            }
            return new Provenance(row.getString(1), row.getString(2));
        }
    }

    private EvidenceState evidence(
            Piece piece, long claimNo, ClaimAsserted asserted, Value value, @Nullable Review review)
            throws SQLException {
        EvidenceId id;
        Testimony testimony;
        Derived derived = piece.derived();
        if (derived != null) {
            id = derived.id();
            testimony =
                    new Testimony(derived.source(), Stance.SUPPORTS, Modality.ASSERTED, List.of(), null, null, null);
        } else if (piece.position() == claimNo) {
            id = asserted.evidence();
            testimony = asserted.testimony();
        } else {
            EvidenceAttached attached = texts.read(piece.position(), EvidenceAttached.class);
            id = attached.evidence();
            testimony = attached.testimony();
        }
        return new EvidenceState(
                id,
                piece.position(),
                testimony,
                piece.reported(),
                piece.withdrawal() == 0 ? null : texts.read(piece.withdrawal(), EvidenceWithdrawn.class),
                piece.live(),
                value,
                piece.valueAt(),
                piece.speaksFor(),
                piece.origin(),
                review,
                piece.review() == null ? null : piece.review().at());
    }

    private List<ClaimsRelated> relations(Parts parts) throws SQLException {
        List<ClaimsRelated> relations = new ArrayList<>();
        for (long position : parts.relations()) {
            relations.add(texts.read(position, ClaimsRelated.class));
        }
        return relations;
    }
}
