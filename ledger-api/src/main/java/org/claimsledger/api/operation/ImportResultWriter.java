package org.claimsledger.api.operation;

import java.io.IOException;
import org.claimsledger.api.operate.RefusalMetrics;
import org.claimsledger.api.problem.Problems;

/** Writes the results of an import's lines, and counts refusals. */
final class ImportResultWriter implements ImportRun.ResultListener {

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
