package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.claimsledger.crash.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged jar. Its classes are found in another way than those of tests, which once made a library that looks for
 * its parts fail, and only in the threads that make tables anew.
 */
@Timeout(300)
class PackagedJarIT {

    private static final Path JAR = Path.of("target/claims-ledger.jar").toAbsolutePath();

    /** One read from each table and from the index. */
    private static final List<String> QUESTIONS = List.of(
            "/claims?limit=500&validOn=2026-01-01",
            "/claims?limit=500&validOn=2026-01-01&asOf=@300&publishedBy=2012-12-31",
            "/claims?q=murder&limit=500&validOn=2026-01-01",
            "/subjects?limit=500&validOn=2026-01-01",
            "/subjects?q=alijew&validOn=2026-01-01",
            "/subjects/rakhat-aliev/dossier?validOn=2026-01-01",
            "/sources?q=verdict&validOn=2026-01-01",
            "/predicates?limit=500&validOn=2026-01-01",
            "/state?limit=500&validOn=2026-01-01",
            "/claims/otembaev-sentence/history?validOn=2026-01-01",
            "/claims/otembaev-sentence/versions?validOn=2026-01-01");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private String data;
    private ServerProcess server;

    @BeforeEach
    void loadTheSample() throws Exception {
        data = folder.resolve("ledger").toString();
        serve("--sample");
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.kill();
        http.shutdownNow();
    }

    @Test
    void tablesThatAreMadeAnewWhileItServesAndInTheFolderGiveTheSameAnswers() throws Exception {
        Map<String, String> before = answers();

        String server = this.server.base().toString();
        assertThat(run("rebuild", "--all", "--server", server, "--token", ServerProcess.TOKEN))
                .contains(inUse(2));
        assertThat(answers()).isEqualTo(before);

        this.server.stop();
        assertThat(run("rebuild", "--all", "--data", data)).contains(inUse(3));
        assertThat(run("verify", "--data", data)).contains("everything holds.");
        serve();
        assertThat(answers()).isEqualTo(before);
    }

    private static String[] inUse(int generation) {
        return Stream.of("directory", "claims", "search")
                .map(name -> name + ": generation " + generation + " is in use.")
                .toArray(String[]::new);
    }

    @Test
    void tablesThatAreGoneAreMadeAtTheNextStartAndGiveTheSameAnswers() throws Exception {
        Map<String, String> before = answers();
        server.stop();
        assertThat(FileSystemUtils.deleteRecursively(Path.of(data, "projections")))
                .isTrue();

        serve();
        assertThat(answers()).isEqualTo(before);
    }

    private void serve(String... more) throws Exception {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("--ledger.data=" + data);
        server = ServerProcess.packaged(folder, JAR, settings).awaitReady(http);
        await().atMost(Duration.ofMinutes(1)).until(() -> server.output().contains("The claims ledger is running."));
        assertThat(answer("/projections")).doesNotContain("\"running\":false");
    }

    private Map<String, String> answers() throws IOException, InterruptedException {
        Map<String, String> answers = new TreeMap<>();
        for (String question : QUESTIONS) {
            String answer = answer(question);
            assertThat(answer).as(question).contains("\"items\":[{");
            answers.put(question, answer);
        }
        return answers;
    }

    private String answer(String question) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(server.uri(question)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", question, answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** The output of a command of the jar, which must succeed. */
    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended && process.exitValue() == 0).as(text).isTrue();
        return text;
    }
}
