package org.claimsledger.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request that is written to the wire by hand, because no well-behaved client would send it. */
public final class RawRequest {

    private final StringBuilder head;

    private RawRequest(String firstLine) {
        this.head = new StringBuilder(firstLine).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    }

    static RawRequest of(String firstLine) {
        return new RawRequest(firstLine);
    }

    static RawRequest importRequest() {
        return of("POST /api/v1/imports")
                .with("Content-Type", "application/x-ndjson")
                .authorized();
    }

    RawRequest authorized() {
        return with("Authorization", "Bearer " + RunningLedger.TOKEN);
    }

    RawRequest with(String header, String value) {
        head.append(header).append(": ").append(value).append("\r\n");
        return this;
    }

    /** Sends head and body, closes the sending side, and then reads the whole answer. */
    String send(URI to, byte[] body) {
        return send(to, body, true);
    }

    /** The same, as if there was more to come. */
    String sendAndWait(URI to, String body) {
        return send(to, body.getBytes(StandardCharsets.UTF_8), false);
    }

    private String send(URI to, byte[] body, boolean end) {
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            if (end) {
                socket.shutdownOutput();
            }
            return dechunked(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Head and body, the pieces of which, where it came in pieces, are put together. */
    public static String dechunked(String answer) {
        int at = answer.indexOf("\r\n\r\n") + 4;
        if (!answer.substring(0, at).contains("Transfer-Encoding: chunked")) {
            return answer;
        }
        StringBuilder whole = new StringBuilder(answer.substring(0, at));
        while (at < answer.length()) {
            int line = answer.indexOf("\r\n", at);
            int length = Integer.parseInt(answer.substring(at, line), 16);
            whole.append(answer, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
        return whole.toString();
    }

    String send(URI to, String body) {
        return send(to, body.getBytes(StandardCharsets.UTF_8));
    }
}
