package org.claimsledger.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.claimsledger.copy.EventLine;
import org.claimsledger.copy.UnreadableLine;
import org.claimsledger.ledger.SideBySide;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Lines from a running server, which goes on serving meanwhile. */
final class ServerExport implements ExportSource {

    private static final int FRAME = 1 << 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final @Nullable String token;

    ServerExport(URI server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    /** Some whole lines, and the last of them. */
    private record Lines(byte[] bytes, long count, byte[] last) {}

    @Override
    public long head() {
        return Bar.UNKNOWN;
    }

    /** An event that the file has already is asked for once more, to see that it is the same. */
    @Override
    public void lines(long after, @Nullable StoredEvent last, Compression compression, Consumer<Frame> to)
            throws IOException, InterruptedException {
        try (InputStream in = new BufferedInputStream(open(last == null ? after : after - 1), 1 << 16)) {
            if (last != null) {
                requireSame(last, line(in));
            }
            SideBySide.run(() -> next(in), lines -> frame(lines, compression), to);
        }
    }

    private InputStream open(long after) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/export?after=" + after))
                .header("Authorization", "Bearer " + (token == null ? "" : token))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            try (InputStream problem = response.body()) {
                throw new IOException("The server answered " + response.statusCode() + ": "
                        + new String(problem.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return response.body();
    }

    private static void requireSame(StoredEvent last, byte @Nullable [] line) {
        if (line == null || !Arrays.equals(EventLine.read(line).event().hash(), last.hash())) {
            throw ExportSource.anotherLedger(last.position());
        }
    }

    private static byte @Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                return null;
            }
            line.write(read);
        }
        return line.toByteArray();
    }

    private static @Nullable Lines next(InputStream in) {
        try {
            ByteArrayOutputStream lines = new ByteArrayOutputStream(FRAME + (1 << 16));
            byte[] last = new byte[0];
            long count = 0;
            while (lines.size() < FRAME) {
                byte[] line = line(in);
                if (line == null) {
                    break;
                }
                lines.writeBytes(line);
                lines.write('\n');
                last = line;
                count++;
            }
            return count == 0 ? null : new Lines(lines.toByteArray(), count, last);
        } catch (IOException broken) {
            throw new UncheckedIOException("The server broke off", broken);
        }
    }

    private static Frame frame(Lines lines, Compression compression) {
        try {
            EventLine last = EventLine.read(lines.last());
            return new Frame(compression.frame(lines.bytes()), last.event().position(), lines.count(), last.head());
        } catch (UnreadableLine unreadable) {
            throw new ExportRefused("What answers there is no ledger that this program can export.");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
