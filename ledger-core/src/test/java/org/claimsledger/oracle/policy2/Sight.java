package org.claimsledger.oracle.policy2;

import java.util.List;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Evidence;
import org.claimsledger.oracle.policy2.Given.Review;

/** What the viewpoint sees. */
final class Sight {

    private final Given given;

    Sight(Given given) {
        this.given = given;
    }

    List<Evidence> evidence(Claim claim) {
        return claim.evidence().stream()
                .filter(it ->
                        it.position() <= given.view().position() && given.view().sees(it.reported()))
                .toList();
    }

    List<Evidence> liveEvidence(Claim claim) {
        return evidence(claim).stream()
                .filter(it -> it.live() && it.accepted() && !it.withdrawn())
                .toList();
    }

    /** What nobody accepted asks no question; what nothing accepted reports is not there yet. */
    boolean isPresent(Claim claim) {
        return claim.position() <= given.view().position()
                && claim.review() == Review.ACCEPTED
                && evidence(claim).stream().anyMatch(Evidence::accepted);
    }
}
