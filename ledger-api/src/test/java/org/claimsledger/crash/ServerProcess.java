package org.claimsledger.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.claimsledger.cli.ClaimsLedger;

/** The program itself, started as {@code serve} in a process of its own, on the classes that the harness runs on. */
public final class ServerProcess {

    public static final String TOKEN = "a-token-of-the-harness";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final URI base;

    private ServerProcess(Process process, Path output, URI base) {
        this.process = process;
        this.output = output;
        this.base = base;
    }

    /**
     * Starts it and does not wait.
     *
     * @param work where its output goes
     * @param settings further options, each such as {@code --name=value}
     */
    public static ServerProcess start(Path work, List<String> settings) throws IOException {
        return start(work, settings, List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    }

    /** @param java the options of Java itself */
    public static ServerProcess start(Path work, List<String> settings, List<String> java) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return start(work, settings, java, List.of("-cp", classes, ClaimsLedger.class.getName()));
    }

    /** Starts the packaged jar. */
    public static ServerProcess packaged(Path work, Path jar, List<String> settings) throws IOException {
        return start(work, settings, List.of("-Xmx512m"), List.of("-jar", jar.toString()));
    }

    private static ServerProcess start(Path work, List<String> settings, List<String> java, List<String> program)
            throws IOException {
        int port = freePort();
        Path output = work.resolve("server.log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.addAll(program);
        command.addAll(List.of(
                "serve",
                "--server.port=" + port,
                "--ledger.admin-token=" + TOKEN,
                "--ledger.rate=0",
                "--logging.level.root=warn"));
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ServerProcess(process, output, URI.create("http://127.0.0.1:" + port + "/api/v1"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Returns when it answers; fails with its output where it ends instead. */
    public ServerProcess awaitReady(HttpClient client) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                HttpRequest request = HttpRequest.newBuilder(uri("/subjects?limit=1"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
                if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException e) {
                // It is not there yet.
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("the server did not start:\n" + Files.readString(output));
    }

    public URI uri(String path) {
        return URI.create(base + path);
    }

    /** The address at which it listens. */
    public URI base() {
        return base.resolve("/");
    }

    /** The id of the process. */
    public long pid() {
        return process.pid();
    }

    /** What it has printed and logged so far. */
    public String output() throws IOException {
        return Files.readString(output);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it as {@code SIGTERM} does. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not stop");
        }
    }
}
