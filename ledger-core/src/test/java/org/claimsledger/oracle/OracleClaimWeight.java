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
import org.claimsledger.event.Attestor;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.SourceId;

/** What a claim's evidence comes to: what of it lives, for and against, from how many origins. */
final class OracleClaimWeight {

    /** From the best to the worst; F says that nobody can judge it. */
    private static final List<Reliability> RELIABILITY =
            List.of(Reliability.A, Reliability.B, Reliability.C, Reliability.F, Reliability.D, Reliability.E);

    private static final int CANNOT_BE_JUDGED = 6;

    final OracleClaim claim;
    final String status;
    final Set<String> supporting;
    final Set<String> disputing;
    final Set<String> asserting;
    private final Reliability reliability;
    private final Integer credibility;
    private final OracleWorld world;
    private final OracleCompatibility oracleCompatibility;
    private final List<OracleClaim.OracleEvidence> support = new ArrayList<>();
    private final List<OracleClaim.OracleEvidence> dispute = new ArrayList<>();

    OracleClaimWeight(OracleClaim claim) {
        this.claim = claim;
        this.world = claim.world;
        this.oracleCompatibility = new OracleCompatibility(world, world.predicate(claim.content.predicate()));
        for (OracleClaim.OracleEvidence oracleEvidence : claim.evidence) {
            if (!isLive(oracleEvidence)) {
                continue;
            }
            boolean fits = fits(oracleEvidence);
            if (oracleEvidence.testimony.stance() == Stance.SUPPORTS) {
                (fits ? support : dispute).add(oracleEvidence);
            } else if (oracleEvidence.testimony.stance() == Stance.DISPUTES && fits) {
                dispute.add(oracleEvidence);
            }
        }
        List<OracleClaim.OracleEvidence> assertions = support.stream()
                .filter(oracleEvidence -> oracleEvidence.testimony.modality() == Modality.ASSERTED)
                .toList();
        supporting = origins(support);
        disputing = origins(dispute);
        asserting = origins(assertions);
        status = status();
        reliability = support.stream()
                .map(oracleEvidence -> world.source(oracleEvidence.testimony.source()).reliability)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(RELIABILITY::indexOf))
                .orElse(null);
        credibility = support.stream()
                .map(oracleEvidence -> oracleEvidence.testimony.credibility())
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

    private boolean fits(OracleClaim.OracleEvidence oracleEvidence) {
        return oracleCompatibility.are(oracleEvidence.value, claim.content.value());
    }

    private String status() {
        if (!claim.isAccepted()) {
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

    private boolean isLive(OracleClaim.OracleEvidence oracleEvidence) {
        SourceId own = oracleEvidence.testimony.source();
        if (!oracleEvidence.isAccepted()
                || oracleEvidence.withdrawn
                || !world.stands(own)
                || !world.standsFor(own, new EvidenceRef(claim.id, new EvidenceId(oracleEvidence.id)))) {
            return false;
        }
        for (Attestor attestor : oracleEvidence.testimony.attribution()) {
            if (attestor instanceof Attestor.BySource by && !world.stands(by.source())) {
                return false;
            }
        }
        return world.originalsOf(own).stream().allMatch(world::stands);
    }

    private Set<String> origins(List<OracleClaim.OracleEvidence> oracleEvidences) {
        return oracleEvidences.stream().map(this::origin).collect(Collectors.toSet());
    }

    /** Who really attests: whoever is named, else whoever the original names on this claim, else who published it. */
    private String origin(OracleClaim.OracleEvidence oracleEvidence) {
        Attestor attestor = oracleEvidence.attestor() != null
                ? oracleEvidence.attestor()
                : inherited(List.of(oracleEvidence.testimony.source()), new HashSet<>());
        return switch (attestor) {
            case null -> world.originOf(oracleEvidence.testimony.source());
            case Attestor.ByName byName -> OracleWorld.folded(byName.name());
            case Attestor.BySubject by -> OracleWorld.folded(world.nameOf(by.subject()));
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
            for (OracleClaim.OracleEvidence oracleEvidence : claim.evidence) {
                if (oracleEvidence.testimony.source().equals(original)
                        && oracleEvidence.attestor() != null
                        && !oracleEvidence.withdrawn
                        && oracleEvidence.isAccepted()) {
                    return oracleEvidence.attestor();
                }
            }
        }
        return originals.isEmpty() ? null : inherited(originals, seen);
    }

    OracleReading.ClaimReading reading() {
        SortedMap<String, OracleReading.EvidenceReading> evidence = new TreeMap<>();
        for (OracleClaim.OracleEvidence oracleEvidence : claim.evidence) {
            evidence.put(
                    oracleEvidence.id,
                    new OracleReading.EvidenceReading(
                            oracleEvidence.reported,
                            oracleEvidence.withdrawn,
                            isLive(oracleEvidence),
                            oracleEvidence.value,
                            fits(oracleEvidence),
                            oracleEvidence.review));
        }
        Map<String, Set<String>> origins = claim.evidence.stream()
                .collect(Collectors.groupingBy(
                        this::origin, Collectors.mapping(oracleEvidence -> oracleEvidence.id, Collectors.toSet())));
        return new OracleReading.ClaimReading(
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
