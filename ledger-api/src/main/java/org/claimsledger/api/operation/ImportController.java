package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.claimsledger.api.limit.ImportLimiter;
import org.claimsledger.api.limit.MinimumRateInputStream;
import org.claimsledger.api.limit.ShutdownSignal;
import org.claimsledger.api.limit.ShutdownSignal.ServerIsStopping;
import org.claimsledger.api.operate.RefusalMetrics;
import org.claimsledger.api.problem.Problems;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.CallerFinder;
import org.claimsledger.api.security.RequestIdFilter;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.security.ReviewPolicy;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.token.Role;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /imports}: takes a file of operations, and answers with a line of result for each of its lines. */
@RestController
final class ImportController {

    private static final Refusal STOPPING = new Refusal(
            RefusalCode.STOPPING,
            "",
            "The server stops: this line and all after it were not carried out. Send the file again");

    private final Ledger ledger;
    private final ReadModels readModels;
    private final CallerFinder callerFinder;
    private final ReviewPolicy reviewPolicy;
    private final JsonMapper json;
    private final ImportLimiter limiter;
    private final ShutdownSignal shutdown;
    private final RefusalMetrics metrics;

    ImportController(
            Ledger ledger,
            ReadModels readModels,
            CallerFinder callerFinder,
            ReviewPolicy reviewPolicy,
            JsonMapper json,
            ImportLimiter limiter,
            ShutdownSignal shutdown,
            RefusalMetrics metrics) {
        this.ledger = ledger;
        this.readModels = readModels;
        this.callerFinder = callerFinder;
        this.reviewPolicy = reviewPolicy;
        this.json = json;
        this.limiter = limiter;
        this.shutdown = shutdown;
        this.metrics = metrics;
    }

    /**
     * The results are kept until the whole body was read. Most clients read the answer only after they have sent everything;
     * such a client and the server would otherwise wait for each other.
     */
    @RequiresRole(Role.REPORTER)
    @PostMapping("/api/v1/imports")
    void importLines(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        WriteHeaders.requireContentType(request, ResultLineBuffer.NDJSON);
        QueryParameters.of(request);
        try (ResultLineBuffer lines = new ResultLineBuffer(json, ledger.log().head())) {
            run(request, new ImportResultWriter(lines, metrics));
            readModels.awaitShown(lines.position(), OperationRunner.READABLE_TIMEOUT);
            lines.writeTo(response);
        }
    }

    /** An import that runs when the server stops ends between two lines, and reports the first that was not carried out. */
    private void run(HttpServletRequest request, ImportResultWriter results) throws IOException, InterruptedException {
        Caller caller = Caller.authenticated(request);
        try (ImportLimiter.ImportPermit importPermit = limiter.acquire()) {
            new ImportRun(
                            ledger,
                            caller,
                            () -> callerFinder.isStillAdmitted(caller),
                            RequestIdFilter.requestId(request),
                            reviewPolicy)
                    .run(shutdown.endAtShutdown(new MinimumRateInputStream(request.getInputStream())), results);
        } catch (ServerIsStopping stops) {
            results.onResult(ImportLineResult.refused(results.lastLine() + 1, List.of(STOPPING)));
        }
    }

    /** Writes the results of an import's lines, and counts refusals. */
    private static final class ImportResultWriter implements ImportRun.ResultListener {

        private final ResultLineBuffer lines;
        private final RefusalMetrics metrics;
        private long lastLine;

        ImportResultWriter(ResultLineBuffer lines, RefusalMetrics metrics) {
            this.lines = lines;
            this.metrics = metrics;
        }

        @Override
        public void onResult(ImportLineResult result) throws IOException {
            lines.add(result.entries(), result.position());
            if (!result.refusals().isEmpty()) {
                metrics.count(Problems.code(result.refusals()));
            }
            lastLine = result.line();
        }

        /** The number of the last line that has a result; 0 before the first. */
        long lastLine() {
            return lastLine;
        }
    }
}
