package org.claimsledger.api.imports;

import java.io.IOException;
import org.claimsledger.api.body.ResultLines;
import org.claimsledger.api.operate.RefusalMetrics;
import org.claimsledger.api.problem.Problems;

/** What became of the lines of an import. */
final class Results implements Import.Listener {

    private final ResultLines lines;
    private final RefusalMetrics metrics;
    private long line;

    Results(ResultLines lines, RefusalMetrics metrics) {
        this.lines = lines;
        this.metrics = metrics;
    }

    @Override
    public void heard(LineResult result) throws IOException {
        lines.add(result.entries(), result.position());
        if (!result.refusals().isEmpty()) {
            metrics.count(Problems.code(result.refusals()));
        }
        line = result.line();
    }

    /** The last line that something became of, 0 before the first. */
    long line() {
        return line;
    }
}
