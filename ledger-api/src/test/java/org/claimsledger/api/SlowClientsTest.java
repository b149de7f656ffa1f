package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are slow or go away keep nobody waiting. Timeouts are shorter here than in production. */
@Timeout(120)
class SlowClientsTest {

    @TempDir
    Path folder;

    private final List<Socket> sockets = new ArrayList<>();
    private RunningLedger ledger;

    @BeforeEach
    void start() {
        ledger = RunningLedger.in(
                folder,
                "--ledger.rate=0",
                "--server.tomcat.keep-alive-timeout=2s",
                "--server.tomcat.connection-timeout=2s",
                "--server.tomcat.max-connections=600",
                "--server.tomcat.max-keep-alive-requests=-1");
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        ledger.close();
    }

    private Socket open(String text) throws IOException {
        Socket socket = new Socket(ledger.base().getHost(), ledger.base().getPort());
        sockets.add(socket);
        send(socket, text);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Whether the server has ended the connection, with or without an answer. */
    private static boolean isEnded(Socket socket) {
        try {
            socket.setSoTimeout(1);
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // the answer does not matter here
            }
            return true;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Sends a piece now and then, so that the connection is never silent, until the server ends it. */
    private static void trickleUntilEnded(Socket socket, String piece) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    try {
                        send(socket, piece);
                        return isEnded(socket);
                    } catch (IOException broken) {
                        return true;
                    }
                });
    }

    @Test
    void manyThatSendTheHeadOfARequestByteByByteAreEndedAndOthersAreServedMeanwhile() throws IOException {
        for (int i = 0; i < 500; i++) {
            open("GET /api/v1/claims HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        }

        assertThat(ledger.get("/claims").status()).isEqualTo(200);
        trickleUntilEnded(sockets.getFirst(), "x");
        await().atMost(Duration.ofSeconds(30)).until(() -> sockets.stream().allMatch(SlowClientsTest::isEnded));
        assertThat(ledger.get("/claims").status()).isEqualTo(200);
    }

    @Test
    void aConnectionThatSendsOnlyEmptyLinesIsClosed() throws IOException {
        trickleUntilEnded(open("\r\n"), "\r\n");
    }

    @Test
    void aConnectionInUseStaysOpen() throws Exception {
        Socket socket = open("");
        String request = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        byte[] buffer = new byte[1 << 16];
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < end) {
            send(socket, request);
            assertThat(socket.getInputStream().read(buffer)).isPositive();
        }
    }

    @Test
    void aBodyThatDoesNotComeIsGivenUpAndNothingOfItIsRecorded() throws IOException {
        String answer = RawRequest.of("POST /api/v1/subjects")
                .authorized()
                .with("Content-Type", "application/json")
                .with("Content-Length", "100")
                .sendAndWait(ledger.base(), "{\"id\":\"half\",\"kind\":\"person\",\"name\":\"N\"}");

        assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"body_too_slow\"");
        assertThat(ledger.get("/subjects/half").status()).isEqualTo(404);
        assertThat(ledger.head()).isZero();
    }

    @Test
    void anImportThatComesNoFurtherKeepsTheLinesThatCame() throws IOException {
        String answer =
                RawRequest.importRequest().with("Content-Length", "1000").sendAndWait(ledger.base(), """
                    {"op":"register_subject","id":"whole","kind":"person","name":"Whole"}
                    {"op":"register_subject","id":"half","kind":"per\
                    """);

        assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"body_too_slow\"");
        assertThat(ledger.get("/subjects/whole").status()).isEqualTo(200);
        assertThat(ledger.get("/subjects/half").status()).isEqualTo(404);
    }

    @Test
    void writersThatSendNoBodyTakeNobodysTurn() throws IOException {
        for (int i = 0; i < 300; i++) {
            open("POST /api/v1/subjects HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + RunningLedger.TOKEN
                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{");
        }

        assertThat(ledger.post("/subjects", "{\"kind\":\"person\",\"name\":\"Quick\"}")
                        .status())
                .isEqualTo(201);
    }
}
