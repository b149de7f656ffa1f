package org.claimsledger.api.claim;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.security.Needs;
import org.claimsledger.token.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that can be recorded about claims. */
@RestController
@RequestMapping(ClaimController.CLAIMS)
final class ClaimController {

    static final String CLAIMS = "/api/v1/claims";

    private static final String CLAIM = "claim";

    private final Writes writes;

    ClaimController(Writes writes) {
        this.writes = writes;
    }

    @Needs(Role.REPORTER)
    @PostMapping
    ResponseEntity<Object> assertClaim(HttpServletRequest body) throws IOException {
        return writes.create("assert_claim", body, CLAIMS);
    }

    @Needs(Role.REPORTER)
    @PostMapping("/{id}/evidence")
    ResponseEntity<Object> attach(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("attach_evidence", body, Map.of(CLAIM, id), "evidence");
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/review")
    ResponseEntity<Object> review(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("review_claim", body, Map.of(CLAIM, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/evidence/{eid}/withdrawal")
    ResponseEntity<Object> withdraw(@PathVariable String id, @PathVariable String eid, HttpServletRequest body)
            throws IOException {
        return writes.change("withdraw_evidence", body, Map.of(CLAIM, id, "evidence", eid), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/revisions")
    ResponseEntity<Object> revise(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("revise_claim", body, Map.of(CLAIM, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/successor")
    ResponseEntity<Object> succeed(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("succeed_claim", body, Map.of("predecessor", id), "successor");
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/retraction")
    ResponseEntity<Object> retract(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("retract_claim", body, Map.of(CLAIM, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/reinstatement")
    ResponseEntity<Object> reinstate(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("reinstate_claim", body, Map.of(CLAIM, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/rank")
    ResponseEntity<Object> rank(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("rank_claim", body, Map.of(CLAIM, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/assessments")
    ResponseEntity<Object> assess(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("assess_claim", body, Map.of(CLAIM, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/relations")
    ResponseEntity<Object> relate(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("relate_claims", body, Map.of(CLAIM, id), null);
    }
}
