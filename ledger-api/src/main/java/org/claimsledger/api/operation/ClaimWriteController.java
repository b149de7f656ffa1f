package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.token.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that can be recorded about claims. */
@RestController
@RequestMapping(ClaimWriteController.CLAIMS)
public final class ClaimWriteController {

    public static final String CLAIMS = "/api/v1/claims";

    private static final String CLAIM = "claim";

    private final OperationRunner runner;

    ClaimWriteController(OperationRunner operationRunner) {
        this.runner = operationRunner;
    }

    @RequiresRole(Role.REPORTER)
    @PostMapping
    ResponseEntity<Object> assertClaim(HttpServletRequest body) throws IOException {
        return runner.create("assert_claim", body, CLAIMS);
    }

    @RequiresRole(Role.REPORTER)
    @PostMapping("/{id}/evidence")
    ResponseEntity<Object> attach(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("attach_evidence", body, Map.of(CLAIM, id), "evidence");
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/review")
    ResponseEntity<Object> review(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("review_claim", body, Map.of(CLAIM, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/evidence/{eid}/withdrawal")
    ResponseEntity<Object> withdraw(@PathVariable String id, @PathVariable String eid, HttpServletRequest body)
            throws IOException {
        return runner.change("withdraw_evidence", body, Map.of(CLAIM, id, "evidence", eid), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/revisions")
    ResponseEntity<Object> revise(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("revise_claim", body, Map.of(CLAIM, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/successor")
    ResponseEntity<Object> succeed(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("succeed_claim", body, Map.of("predecessor", id), "successor");
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/retraction")
    ResponseEntity<Object> retract(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("retract_claim", body, Map.of(CLAIM, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/reinstatement")
    ResponseEntity<Object> reinstate(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("reinstate_claim", body, Map.of(CLAIM, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/rank")
    ResponseEntity<Object> rank(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("rank_claim", body, Map.of(CLAIM, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/assessments")
    ResponseEntity<Object> assess(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("assess_claim", body, Map.of(CLAIM, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/relations")
    ResponseEntity<Object> relate(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("relate_claims", body, Map.of(CLAIM, id), null);
    }
}
