package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The lines of an answer, kept in a file until the headers that come before them are known. */
public final class ResultLineBuffer implements AutoCloseable {

    /** One JSON object a line. */
    public static final String NDJSON = "application/x-ndjson";

    private final JsonMapper json;
    private final Path file;
    private final OutputStream out;
    private long position;

    /** @param position the position of the last event so far */
    public ResultLineBuffer(JsonMapper json, long position) throws IOException {
        this.json = json;
        this.position = position;
        this.file = Files.createTempFile("claims-ledger-results", ".ndjson");
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
    }

    /** @param recorded the position of the event that the line tells of; absent where nothing was recorded */
    public void add(Object line, @Nullable Long recorded) throws IOException {
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
        position = recorded == null ? position : Math.max(position, recorded);
    }

    /** The last position that any line tells of. */
    public long position() {
        return position;
    }

    public void writeTo(HttpServletResponse response) throws IOException {
        out.close();
        response.setContentType(NDJSON);
        response.setHeader(WriteHeaders.LEDGER_POSITION, Long.toString(position));
        Files.copy(file, response.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
