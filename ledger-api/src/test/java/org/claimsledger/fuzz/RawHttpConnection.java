package org.claimsledger.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connection that is kept as long as the server keeps it, on which requests are written byte by byte. */
final class RawHttpConnection implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_MILLIS = 30_000;

    private final URI to;
    private Socket socket;

    RawHttpConnection(URI to) {
        this.to = to;
    }

    /** An answer: its status, its headers by their names in lower case, and its body. */
    record RawAnswer(int status, Map<String, String> headers, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    /** Sends one request, and reads the answer to its end. */
    RawAnswer send(byte[] request) throws IOException {
        boolean isFresh = socket == null;
        try {
            return sendOnce(request);
        } catch (IOException closed) {
            close();
            if (isFresh) {
                throw closed;
            }
            return sendOnce(request);
        }
    }

    private RawAnswer sendOnce(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket(to.getHost(), to.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        String[] first = line(in).split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        RawAnswer rawAnswer = new RawAnswer(
                Integer.parseInt(first[1]), headers, new String(body(in, headers), StandardCharsets.UTF_8));
        if ("close".equals(headers.get("connection"))) {
            close();
        }
        return rawAnswer;
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        if (!headers.containsKey("transfer-encoding")) {
            return headers.containsKey("connection") ? in.readAllBytes() : new byte[0];
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = chunk(in); length > 0; length = chunk(in)) {
            body.write(in.readNBytes(length));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the answer broke off after " + line);
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            socket = null;
        }
    }
}
