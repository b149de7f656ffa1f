package org.claimsledger.api.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.claimsledger.api.body.ResultLines;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.limit.ImportDoor;
import org.claimsledger.api.limit.ServerStops;
import org.claimsledger.api.limit.SteadyInput;
import org.claimsledger.api.limit.Stopping;
import org.claimsledger.api.operate.RefusalMetrics;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.Callers;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.security.RequestNames;
import org.claimsledger.api.security.ReviewGate;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.Projections;
import org.claimsledger.token.Role;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /imports}: a file in, a line of result for each of its lines out. */
@RestController
final class ImportController {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Refusal STOPS = new Refusal(
            RefusalCode.STOPPING,
            "",
            "The server stops: this line and all after it were not carried out. Send the file again");

    private final Ledger ledger;
    private final Projections projections;
    private final Callers callers;
    private final ReviewGate gate;
    private final JsonMapper json;
    private final ImportDoor door;
    private final Stopping stopping;
    private final RefusalMetrics metrics;

    ImportController(
            Ledger ledger,
            Projections projections,
            Callers callers,
            ReviewGate gate,
            JsonMapper json,
            ImportDoor door,
            Stopping stopping,
            RefusalMetrics metrics) {
        this.ledger = ledger;
        this.projections = projections;
        this.callers = callers;
        this.gate = gate;
        this.json = json;
        this.door = door;
        this.stopping = stopping;
        this.metrics = metrics;
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
        try (ResultLines lines = new ResultLines(json, ledger.log().head())) {
            carryOut(request, new Results(lines, metrics));
            projections.awaitShown(lines.position(), PATIENCE);
            lines.answer(response);
        }
    }

    /** An import that is under way when the server is to stop ends between two lines, and says with which of them. */
    private void carryOut(HttpServletRequest request, Results results) throws IOException, InterruptedException {
        Caller caller = Caller.known(request);
        try (ImportDoor.Turn turn = door.await()) {
            new Import(ledger, caller, () -> callers.areStillIn(caller), RequestNames.of(request), gate)
                    .run(stopping.endingWithServer(new SteadyInput(request.getInputStream())), results);
        } catch (ServerStops stops) {
            results.heard(LineResult.refused(results.line() + 1, List.of(STOPS)));
        }
    }
}
