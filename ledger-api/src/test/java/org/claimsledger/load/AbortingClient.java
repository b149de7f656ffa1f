package org.claimsledger.load;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.claimsledger.crash.ServerProcess;

/** A client that goes away in the middle of a request. */
final class AbortingClient {

    private AbortingClient() {}

    static void sendAndAbort(ServerProcess server, Random random) {
        String whole = "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + ServerProcess.TOKEN
                + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 10000\r\n\r\n"
                + "{\"op\":\"register_subject\",\"kind\":\"person\",\"name\":\"Nobody\"}\n{\"op\":";
        try (Socket socket = new Socket(server.base().getHost(), server.base().getPort())) {
            socket.getOutputStream()
                    .write(whole.substring(0, random.nextInt(1, whole.length())).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException ended) {
            // the server had closed the connection
        }
    }
}
