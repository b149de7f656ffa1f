package org.claimsledger.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.Modality;
import org.claimsledger.claim.Stance;
import org.claimsledger.source.EvidenceRef;
import org.claimsledger.source.Reliability;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;

/** What a claim's evidence comes to: what of it lives, for and against, from how many origins. */
final class WeighedClaim {

    /** From the best to the worst; F says that nobody can judge it. */
    private static final List<Reliability> RELIABILITY =
            List.of(Reliability.A, Reliability.B, Reliability.C, Reliability.F, Reliability.D, Reliability.E);

    private static final int CANNOT_BE_JUDGED = 6;

    final SeenClaim claim;
    final String status;
    final Set<String> supporting;
    final Set<String> disputing;
    final Set<String> asserting;
    private final Reliability reliability;
    private final Integer credibility;
    private final KnownWorld world;
    private final Compatible compatible;
    private final List<SeenClaim.Piece> support = new ArrayList<>();
    private final List<SeenClaim.Piece> dispute = new ArrayList<>();

    WeighedClaim(SeenClaim claim) {
        this.claim = claim;
        this.world = claim.world;
        this.compatible = new Compatible(world, world.predicate(claim.content.predicate()));
        for (SeenClaim.Piece piece : claim.evidence) {
            if (!lives(piece)) {
                continue;
            }
            boolean fits = fits(piece);
            if (piece.testimony.stance() == Stance.SUPPORTS) {
                (fits ? support : dispute).add(piece);
            } else if (piece.testimony.stance() == Stance.DISPUTES && fits) {
                dispute.add(piece);
            }
        }
        List<SeenClaim.Piece> assertions = support.stream()
                .filter(piece -> piece.testimony.modality() == Modality.ASSERTED)
                .toList();
        supporting = origins(support);
        disputing = origins(dispute);
        asserting = origins(assertions);
        status = status();
        reliability = support.stream()
                .map(piece -> world.source(piece.testimony.source()).reliability)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(RELIABILITY::indexOf))
                .orElse(null);
        credibility = support.stream()
                .map(piece -> piece.testimony.credibility())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The lower the better; what is not rated is like what cannot be judged. */
    int reliability() {
        return RELIABILITY.indexOf(reliability == null ? Reliability.F : reliability);
    }

    /** The lower the better; what is not rated is like what cannot be judged. */
    int credibility() {
        return credibility == null ? CANNOT_BE_JUDGED : credibility;
    }

    private boolean fits(SeenClaim.Piece piece) {
        return compatible.are(piece.value, claim.content.value());
    }

    private String status() {
        if (!claim.isTheDesksOwn()) {
            return claim.review;
        }
        if (claim.retracted) {
            return "retracted";
        }
        if (support.isEmpty()) {
            return "unsupported";
        }
        if (!dispute.isEmpty()) {
            return "disputed";
        }
        if (asserting.isEmpty()) {
            return "alleged";
        }
        return asserting.size() >= 2 ? "corroborated" : "supported";
    }

    private boolean lives(SeenClaim.Piece piece) {
        SourceId own = piece.testimony.source();
        if (!piece.isTheDesksOwn()
                || piece.withdrawn
                || !world.stands(own)
                || !world.standsFor(own, new EvidenceRef(claim.id, new EvidenceId(piece.id)))) {
            return false;
        }
        for (Attestor attestor : piece.testimony.attribution()) {
            if (attestor instanceof Attestor.BySource by && !world.stands(by.source())) {
                return false;
            }
        }
        return world.originalsOf(own).stream().allMatch(world::stands);
    }

    private Set<String> origins(List<SeenClaim.Piece> pieces) {
        return pieces.stream().map(this::origin).collect(Collectors.toSet());
    }

    /** Who really attests: whoever is named, else whoever the original names on this claim, else who published it. */
    private String origin(SeenClaim.Piece piece) {
        Attestor attestor = piece.attestor() != null
                ? piece.attestor()
                : inherited(List.of(piece.testimony.source()), new HashSet<>());
        return switch (attestor) {
            case null -> world.originOf(piece.testimony.source());
            case Attestor.Named named -> KnownWorld.folded(named.name());
            case Attestor.BySubject by -> KnownWorld.folded(world.nameOf(by.subject()));
            case Attestor.BySource by -> world.originOf(by.source());
        };
    }

    /** The attestor that the nearest original has on this claim; its first one, where it has several. */
    private Attestor inherited(List<SourceId> reprints, Set<SourceId> seen) {
        List<SourceId> originals = new ArrayList<>();
        for (SourceId reprint : reprints) {
            for (SourceId original : world.nextOriginals(reprint)) {
                if (seen.add(original)) {
                    originals.add(original);
                }
            }
        }
        for (SourceId original : originals) {
            for (SeenClaim.Piece piece : claim.evidence) {
                if (piece.testimony.source().equals(original)
                        && piece.attestor() != null
                        && !piece.withdrawn
                        && piece.isTheDesksOwn()) {
                    return piece.attestor();
                }
            }
        }
        return originals.isEmpty() ? null : inherited(originals, seen);
    }

    Reading.OfClaim reading() {
        SortedMap<String, Reading.OfEvidence> evidence = new TreeMap<>();
        for (SeenClaim.Piece piece : claim.evidence) {
            evidence.put(
                    piece.id,
                    new Reading.OfEvidence(
                            piece.reported, piece.withdrawn, lives(piece), piece.value, fits(piece), piece.review));
        }
        Map<String, Set<String>> origins = claim.evidence.stream()
                .collect(
                        Collectors.groupingBy(this::origin, Collectors.mapping(piece -> piece.id, Collectors.toSet())));
        return new Reading.OfClaim(
                claim.revision,
                claim.content,
                status,
                claim.review,
                claim.retracted,
                claim.rank,
                claim.verdict,
                claim.reported(),
                supporting.size(),
                disputing.size(),
                asserting.size(),
                reliability,
                credibility,
                evidence,
                Set.copyOf(origins.values()));
    }
}
