package org.claimsledger.api.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.claimsledger.api.operate.RefusalMetrics;
import org.claimsledger.api.problem.Problems;
import tools.jackson.databind.json.JsonMapper;

/** What became of the lines of an import, kept in a file until they are asked for. */
final class Results implements Import.Listener, AutoCloseable {

    private final OutputStream out;
    private final JsonMapper json;
    private final RefusalMetrics metrics;
    private long position;
    private long line;

    /** @param position where the ledger ended before the first line */
    Results(Path file, long position, JsonMapper json, RefusalMetrics metrics) throws IOException {
        this.metrics = metrics;
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
        this.position = position;
        this.json = json;
    }

    @Override
    public void heard(LineResult result) throws IOException {
        out.write(json.writeValueAsBytes(result.entries()));
        out.write('\n');
        if (!result.refusals().isEmpty()) {
            metrics.count(Problems.code(result.refusals()));
        }
        line = result.line();
        position = Math.max(position, result.position() == null ? 0 : result.position());
    }

    /** Where the last event stands that came of it, now or when a line was first accepted. */
    long position() {
        return position;
    }

    /** The last line that something became of, 0 before the first. */
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
