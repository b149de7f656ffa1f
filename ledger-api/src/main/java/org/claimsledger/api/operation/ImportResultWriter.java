package org.claimsledger.api.operation;

import java.io.IOException;
import org.claimsledger.api.operate.RefusalMetrics;
import org.claimsledger.api.problem.Problems;

/** What became of the lines of an import. */
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

    /** The last line that something became of, 0 before the first. */
    long lastLine() {
        return lastLine;
    }
}
