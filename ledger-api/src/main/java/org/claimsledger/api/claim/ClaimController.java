package org.claimsledger.api.claim;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.claimsledger.api.body.Writes;
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

    @PostMapping
    ResponseEntity<Map<String, Object>> assertClaim(HttpServletRequest body) throws IOException {
        return writes.create("assert_claim", body, CLAIMS);
    }

    @PostMapping("/{id}/evidence")
    ResponseEntity<Map<String, Object>> attach(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("attach_evidence", body, Map.of(CLAIM, id), "evidence");
    }

    @PostMapping("/{id}/evidence/{eid}/withdrawal")
    ResponseEntity<Map<String, Object>> withdraw(
            @PathVariable String id, @PathVariable String eid, HttpServletRequest body) throws IOException {
        return writes.change("withdraw_evidence", body, Map.of(CLAIM, id, "evidence", eid), null);
    }

    @PostMapping("/{id}/revisions")
    ResponseEntity<Map<String, Object>> revise(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("revise_claim", body, Map.of(CLAIM, id), null);
    }

    @PostMapping("/{id}/successor")
    ResponseEntity<Map<String, Object>> succeed(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("succeed_claim", body, Map.of("predecessor", id), "successor");
    }

    @PostMapping("/{id}/retraction")
    ResponseEntity<Map<String, Object>> retract(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("retract_claim", body, Map.of(CLAIM, id), null);
    }

    @PostMapping("/{id}/reinstatement")
    ResponseEntity<Map<String, Object>> reinstate(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("reinstate_claim", body, Map.of(CLAIM, id), null);
    }

    @PostMapping("/{id}/rank")
    ResponseEntity<Map<String, Object>> rank(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("rank_claim", body, Map.of(CLAIM, id), null);
    }

    @PostMapping("/{id}/assessments")
    ResponseEntity<Map<String, Object>> assess(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("assess_claim", body, Map.of(CLAIM, id), null);
    }

    @PostMapping("/{id}/relations")
    ResponseEntity<Map<String, Object>> relate(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("relate_claims", body, Map.of(CLAIM, id), null);
    }
}
