package org.claimsledger.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimsledger.api.RawRequest;
import org.claimsledger.crash.Acknowledgements;
import org.claimsledger.crash.RequestGenerator;
import org.claimsledger.crash.ServerProcess;
import org.claimsledger.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program gets a {@code SIGTERM} while it is working. */
@Timeout(180)
class StopTest {

    private static final int WRITERS = 32;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private ServerProcess server;

    @BeforeEach
    void start() throws Exception {
        server = ServerProcess.start(folder, List.of("--ledger.data=" + folder.resolve("ledger")))
                .awaitReady(http);
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.kill();
        clients.shutdownNow();
        http.shutdownNow();
    }

    private Ledger reopened() {
        return Ledger.open(folder.resolve("ledger"), InstantSource.system());
    }

    @Test
    void everyWriteThatWasTakenIsAnsweredAndEveryAnswerHolds() throws Exception {
        LoadClient loadClient = new LoadClient(http, server, acknowledgements);
        RequestGenerator requestGenerator = new RequestGenerator("stop");
        assertThat(loadClient.write(requestGenerator.initialImport()).status()).isEqualTo(200);
        CountDownLatch atWork = new CountDownLatch(10 * WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Random own = new Random(i);
            writers.add(clients.submit(() -> writeUntilItStops(loadClient, requestGenerator, own, atWork)));
        }
        atWork.await();

        server.stop();

        for (Future<?> writer : writers) {
            writer.get();
        }
        try (Ledger ledger = reopened()) {
            acknowledgements.requireNothingElseIn(ledger.log());
            assertThat(ledger.log().head()).isGreaterThan(10 * WRITERS);
        }
        assertThat(server.output()).doesNotContain("ERROR");
    }

    private Void writeUntilItStops(
            LoadClient loadClient, RequestGenerator requestGenerator, Random own, CountDownLatch atWork)
            throws InterruptedException {
        while (true) {
            try {
                RequestGenerator.GeneratedRequest generatedRequest = requestGenerator.next(own);
                LoadClient.CompleteAnswer completeAnswer = loadClient.write(generatedRequest);
                if (completeAnswer.status() / 100 == 2) {
                    requestGenerator.addAcknowledged(generatedRequest);
                    atWork.countDown();
                }
            } catch (IOException refused) {
                return null;
            }
        }
    }

    @Test
    void anImportEndsBetweenTwoLinesAndSaysSo() throws Exception {
        List<JsonNode> results;
        try (Socket socket = new Socket(server.base().getHost(), server.base().getPort())) {
            OutputStream out = socket.getOutputStream();
            write(
                    out,
                    "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + ServerProcess.TOKEN
                            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
            Future<?> sending = clients.submit(() -> sendWithoutEnd(out));
            LoadClient loadClient = new LoadClient(http, server, acknowledgements);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> loadClient.read("/subjects?limit=1&asOf=@1000").status() == 200);
            Future<?> stopping = clients.submit(() -> {
                server.stop();
                return null;
            });
            results = results(socket);
            stopping.get();
            sending.get();
        }

        JsonNode last = results.getLast();
        assertThat(last.path("status").stringValue()).isEqualTo("refused");
        assertThat(last.at("/problem/code").stringValue()).isEqualTo("stopping");
        List<JsonNode> carriedOut = results.subList(0, results.size() - 1);
        assertThat(carriedOut).hasSizeGreaterThan(500).allSatisfy(result -> assertThat(
                        result.path("status").stringValue())
                .isEqualTo("accepted"));
        assertThat(last.path("line").longValue()).isEqualTo(carriedOut.size() + 1L);
        try (Ledger ledger = reopened()) {
            assertThat(ledger.log().head()).isEqualTo(carriedOut.size());
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static Void sendWithoutEnd(OutputStream out) {
        try {
            for (int i = 0; ; i++) {
                String line = "{\"op\":\"register_subject\",\"kind\":\"person\",\"name\":\"Person " + i + "\"}\n";
                write(out, Integer.toHexString(line.length()) + "\r\n" + line + "\r\n");
            }
        } catch (IOException ended) {
            return null;
        }
    }

    /** The lines of JSON in the answer, which ends with the connection, since the server stops. */
    private static List<JsonNode> results(Socket socket) throws IOException {
        String answer =
                RawRequest.dechunked(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        assertThat(answer).startsWith("HTTP/1.1 200");
        return answer.lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> (JsonNode) JSON.readTree(line))
                .toList();
    }
}
