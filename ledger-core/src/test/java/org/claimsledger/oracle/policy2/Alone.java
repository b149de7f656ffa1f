package org.claimsledger.oracle.policy2;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Evidence;
import org.claimsledger.oracle.policy2.Given.Rank;
import org.claimsledger.oracle.policy2.Given.Ranked;
import org.claimsledger.oracle.policy2.Given.Review;
import org.claimsledger.oracle.policy2.Reading.OwnStatus;

/** A claim by itself: R10's last sentence, and what its evidence comes to. */
final class Alone {

    private final Given given;
    private final Claim claim;
    private final OraclePositions positions;
    private final OracleSupport support;

    /** Whatever the desk decided about it, and whatever other claims say of it. */
    private Alone(Given given, Claim claim) {
        this.given = given;
        this.claim = new Claim(
                claim.id(),
                claim.position(),
                claim.value(),
                claim.qualifiers(),
                claim.valid(),
                claim.finality(),
                Review.ACCEPTED,
                null,
                new Ranked(Rank.NORMAL, 0),
                null,
                List.of(),
                List.of(),
                List.of(),
                claim.evidence());
        this.positions = new OraclePositions(given, List.of(this.claim));
        this.support = new OracleSupport(given, positions);
    }

    static Reading.Alone read(Given given, Claim claim) {
        Alone alone = new Alone(given, claim);
        return alone.reading(alone.r10OwnStatus(claim));
    }

    static OwnStatus status(Given given, Claim claim) {
        return new Alone(given, claim).r10OwnStatus(claim);
    }

    /**
     * A claim's own status is made in the same way from its own evidence, with found_false after retracted; corroborated stays
     * the word for two or more origins that assert it.
     */
    private OwnStatus r10OwnStatus(Claim asDecided) {
        if (asDecided.retracted() != null) {
            return OwnStatus.RETRACTED;
        }
        if (asDecided.isFoundFalse()) {
            return OwnStatus.FOUND_FALSE;
        }
        int grade = support.r7Grade(claim);
        if (grade < 2) {
            return grade == 0 ? OwnStatus.UNSUPPORTED : OwnStatus.ALLEGED;
        }
        List<OracleStatement> disputes = support.disputes(claim);
        if (disputes.stream().anyMatch(it -> it.r7Grade() >= 2)) {
            return OwnStatus.DISPUTED;
        }
        boolean denied = !support.denials(claim).isEmpty() && grade < 3;
        if (!disputes.isEmpty() || denied || new Doubts(given).restOnDoubtfulSources(support.r6For(claim))) {
            return OwnStatus.QUESTIONED;
        }
        return OracleSupport.origins(asserting()).size() > 1 ? OwnStatus.CORROBORATED : OwnStatus.SUPPORTED;
    }

    private List<OracleStatement> asserting() {
        return support.r6For(claim).stream().filter(it -> it.r7Grade() >= 2).toList();
    }

    private Reading.Alone reading(OwnStatus status) {
        List<OracleStatement> supporting = support.r6For(claim);
        return new Reading.Alone(
                status,
                OracleSupport.origins(supporting).size(),
                OracleSupport.origins(support.r6Against(claim)).size(),
                OracleSupport.origins(asserting()).size(),
                supporting.isEmpty() ? null : OracleSupport.ratingAt(support.rating(claim)),
                supporting.isEmpty() ? null : OracleSupport.credibilityAt(support.credibility(claim)),
                attested());
    }

    private Map<String, Reading.Attested> attested() {
        Map<String, Reading.Attested> attested = new TreeMap<>();
        for (Evidence evidence : new Sight(given).evidence(claim)) {
            OracleStatement statement = positions.statement(claim, evidence);
            attested.put(
                    evidence.id(),
                    new Reading.Attested(
                            statement.origin(),
                            statement.carrier(),
                            statement.date(),
                            statement.reliability(),
                            statement.credibility(),
                            statement.isProtected(),
                            new Doubts(given).isDoubtful(statement)));
        }
        return attested;
    }
}
