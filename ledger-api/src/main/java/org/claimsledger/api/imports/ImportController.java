package org.claimsledger.api.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.Callers;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.security.RequestNames;
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

    static final String NDJSON = "application/x-ndjson";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final Projections projections;
    private final Callers callers;

    private final JsonMapper json;

    ImportController(Ledger ledger, Projections projections, Callers callers, JsonMapper json) {
        this.json = json;
        this.callers = callers;
        this.ledger = ledger;
        this.projections = projections;
    }

    /**
     * The results are kept in a file until the whole body was read: a client that reads the answer only after it has sent
     * everything, as most do, would otherwise wait for us while we wait for it.
     */
    @Needs(Role.REPORTER)
    @PostMapping("/api/v1/imports")
    void importLines(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        Writes.requireType(request, NDJSON);
        Query.of(request);
        Caller caller = Caller.known(request);
        Path results = Files.createTempFile("claims-ledger-import", ".ndjson");
        try {
            long[] last = {ledger.log().head()};
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(results))) {
                new Import(ledger, caller, () -> callers.areStillIn(caller), RequestNames.of(request))
                        .run(request.getInputStream(), result -> {
                            out.write(json.writeValueAsBytes(result.entries()));
                            out.write('\n');
                            Long position = result.position();
                            last[0] = position == null ? last[0] : Math.max(last[0], position);
                        });
            }
            projections.awaitShown(last[0], PATIENCE);
            response.setContentType(NDJSON);
            response.setHeader(Writes.LEDGER_POSITION, Long.toString(last[0]));
            Files.copy(results, response.getOutputStream());
        } finally {
            Files.deleteIfExists(results);
        }
    }
}
