package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.claimsledger.cli.ProgramRunner.ProgramResult;
import org.claimsledger.crash.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ImportIntoAStoppingServerTest {

    private static final int LINES = 20_000;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private ServerProcess server;

    private void start() throws Exception {
        server = ServerProcess.start(folder, List.of("--ledger.data=" + folder.resolve("ledger")))
                .awaitReady(http);
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.kill();
        http.shutdownNow();
    }

    private ProgramResult send(Path file) {
        return ProgramRunner.run("import", file, "--server", server.base(), "--token", ServerProcess.TOKEN);
    }

    @Test
    void theCommandSaysThatItBrokeOffAndTheFileIsSentAgain() throws Exception {
        Path file = Files.write(
                folder.resolve("many.ndjson"),
                IntStream.range(0, LINES)
                        .mapToObj(i -> "{\"op\":\"register_subject\",\"id\":\"p-" + i
                                + "\",\"kind\":\"person\",\"name\":\"Person\"}")
                        .toList());
        start();
        CompletableFuture<ProgramResult> first = CompletableFuture.supplyAsync(() -> send(file));
        await().atMost(Duration.ofMinutes(1)).until(this::isUnderWay);

        server.stop();

        assertThat(first.get().text()).contains("The server stopped at line", "send the file again");
        assertThat(first.get().exit()).isEqualTo(1);
        start();
        ProgramResult second = send(file);
        assertThat(second.exit()).as(second.text()).isZero();
        assertThat(second.text()).doesNotContain(" 0 duplicates").contains(" 0 refused");
        assertThat(get("/subjects/p-" + (LINES - 1))).isEqualTo(200);
    }

    private boolean isUnderWay() throws IOException, InterruptedException {
        return get("/subjects/p-600") == 200;
    }

    private int get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(server.uri(path)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
