package org.claimsledger.api.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.claimsledger.api.body.ResultLines;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.security.RequestNames;
import org.claimsledger.api.security.ReviewGate;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.Projections;
import org.claimsledger.token.Role;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /imports}: a file in, a line of result for each of its lines out. */
@RestController
final class ImportController {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final Projections projections;
    private final ReviewGate gate;
    private final JsonMapper json;

    ImportController(Ledger ledger, Projections projections, ReviewGate gate, JsonMapper json) {
        this.ledger = ledger;
        this.projections = projections;
        this.gate = gate;
        this.json = json;
    }

    /**
     * The results are kept until the whole body was read: a client that reads the answer only after it has sent everything,
     * as most do, would otherwise wait for us while we wait for it.
     */
    @Needs(Role.REPORTER)
    @PostMapping("/api/v1/imports")
    void importLines(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        Writes.requireType(request, ResultLines.NDJSON);
        Query.of(request);
        try (ResultLines results = new ResultLines(json, ledger.log().head())) {
            new Import(ledger, Caller.known(request), RequestNames.of(request), gate)
                    .run(request.getInputStream(), result -> results.add(result.entries(), result.position()));
            projections.awaitShown(results.position(), PATIENCE);
            results.answer(response);
        }
    }
}
