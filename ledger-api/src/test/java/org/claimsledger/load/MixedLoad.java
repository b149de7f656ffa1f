package org.claimsledger.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.claimsledger.api.MetricsScrape;
import org.claimsledger.crash.Acknowledgements;
import org.claimsledger.crash.RequestGenerator;
import org.claimsledger.crash.ServerProcess;
import org.claimsledger.ledger.Ledger;

/**
 * The program under mixed load over HTTP: writers, readers, importers, followers of the log, and clients that are wrong
 * or go away half-way. Prints samples of its resources and whether they stay the same; at the end everything
 * acknowledged must be in the log. Arguments: a folder that is absent or empty, seconds, the mean pause of a client
 * between two requests in milliseconds, and a seed.
 */
public final class MixedLoad {

    private static final int WRITERS = 8;
    private static final int READERS = 8;
    private static final int IMPORTERS = 2;
    private static final int FOLLOWERS = 2;
    private static final int MISBEHAVING = 2;
    private static final int LINES = 300;
    private static final int SAMPLES = 60;

    private final Path folder;
    private final int pause;
    private final Random random;
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final RequestGenerator requestGenerator = new RequestGenerator("load");
    private final ResourceSamples resourceSamples = new ResourceSamples();
    private final ResourceSamples.Latencies writes = new ResourceSamples.Latencies();
    private final ResourceSamples.Latencies reads = new ResourceSamples.Latencies();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile boolean over;

    private MixedLoad(Path folder, int pause, long seed) {
        this.folder = folder;
        this.pause = pause;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println(run(
                Path.of(arguments[0]),
                Duration.ofSeconds(Long.parseLong(arguments[1])),
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3])));
        System.exit(0);
    }

    /** The result of the run; fails if anything acknowledged is missing, or if there was an unexpected answer. */
    static String run(Path folder, Duration length, int pause, long seed) throws Exception {
        Files.createDirectories(folder);
        MixedLoad load = new MixedLoad(folder, pause, seed);
        try {
            return load.run(length);
        } finally {
            load.http.shutdownNow();
        }
    }

    private String run(Duration length) throws Exception {
        ServerProcess server = ServerProcess.start(
                        folder,
                        List.of(
                                "--ledger.data=" + folder.resolve("ledger"),
                                "--logging.level.org.claimsledger.requests=warn"),
                        List.of("-Xmx512m"))
                .awaitReady(http);
        try {
            LoadClient loadClient = new LoadClient(http, server, acknowledgements);
            loadClient.write(requestGenerator.initialImport());
            work(server, loadClient, length);
            server.stop();
        } finally {
            server.kill();
        }
        try (Ledger ledger = Ledger.open(folder.resolve("ledger"), InstantSource.system())) {
            acknowledgements.requireIn(ledger.log());
        }
        return "%s%n%d things acknowledged, 0 lost; answers: %s"
                .formatted(resourceSamples.verdict(), acknowledgements.size(), answers);
    }

    private interface ClientStep {
        void run(Random own) throws IOException, InterruptedException;
    }

    private void work(ServerProcess server, LoadClient loadClient, Duration length) throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            begin(clients, all, WRITERS, own -> write(loadClient, requestGenerator.next(own)));
            begin(clients, all, READERS, own -> read(loadClient, own));
            begin(clients, all, IMPORTERS, own -> write(loadClient, requestGenerator.importOf(own, LINES)));
            begin(clients, all, FOLLOWERS, own -> follow(server, own));
            begin(clients, all, MISBEHAVING, own -> misbehave(loadClient, server, own));
            try {
                sampleRegularly(server, length);
            } finally {
                over = true;
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void begin(ExecutorService clients, List<Future<?>> all, int number, ClientStep clientStep) {
        for (int i = 0; i < number; i++) {
            Random own = new Random(random.nextLong());
            all.add(clients.submit(() -> {
                while (!over) {
                    clientStep.run(own);
                    TimeUnit.MILLISECONDS.sleep(own.nextInt(2 * pause + 1));
                }
                return null;
            }));
        }
    }

    private void write(LoadClient loadClient, RequestGenerator.GeneratedRequest generatedRequest)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        LoadClient.CompleteAnswer completeAnswer = loadClient.write(generatedRequest);
        writes.add(System.nanoTime() - began);
        if (completeAnswer.status() / 100 == 2) {
            requestGenerator.addAcknowledged(generatedRequest);
        }
        count("write", completeAnswer);
    }

    private void read(LoadClient loadClient, Random own) throws IOException, InterruptedException {
        String claim = requestGenerator.claim(own);
        String path =
                switch (own.nextInt(9)) {
                    case 0 -> "/claims?limit=50";
                    case 1 -> "/claims?subject=subj-" + own.nextInt(5) + "&limit=20";
                    case 2 -> "/claims?q=" + RequestGenerator.TOKEN + "load-" + own.nextInt(10_000);
                    case 3 -> "/subjects?limit=20";
                    case 4 -> "/state?limit=20";
                    case 5 -> "/claims/" + claim + "/history";
                    case 6 -> "/claims/" + claim + "/versions";
                    case 7 -> "/projections";
                    default -> "/claims/" + claim;
                };
        long began = System.nanoTime();
        LoadClient.CompleteAnswer completeAnswer = loadClient.read(path);
        reads.add(System.nanoTime() - began);
        count("read", completeAnswer);
    }

    /** Follows the log for a while, and goes away in the middle. */
    private void follow(ServerProcess server, Random own) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/events?after=" + own.nextInt(1_000)))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream events = response.body()) {
            events.readNBytes(own.nextInt(200_000));
        }
        answers.computeIfAbsent("follow " + response.statusCode(), none -> new LongAdder())
                .increment();
    }

    private void misbehave(LoadClient loadClient, ServerProcess server, Random own)
            throws IOException, InterruptedException {
        switch (own.nextInt(3)) {
            case 0 -> count("rude", loadClient.read("/claims?limit=" + own.nextInt(500, 2_000) + "x"));
            case 1 ->
                count(
                        "rude",
                        loadClient.write(new RequestGenerator.GeneratedRequest(
                                "/claims", "{\"a\":".repeat(own.nextInt(1, 200)), "", List.of(""), List.of(), false)));
            default -> AbortingClient.sendAndAbort(server, own);
        }
    }

    /** The statuses that mixed load may get; anything else is a fault. */
    private void count(String what, LoadClient.CompleteAnswer completeAnswer) {
        String key = what + " " + completeAnswer.status();
        if (completeAnswer.status() >= 500
                && !completeAnswer.code().equals("overloaded")
                && !completeAnswer.code().equals("not_ready")) {
            throw new AssertionError(key + ": " + completeAnswer.text());
        }
        answers.computeIfAbsent(key, none -> new LongAdder()).increment();
    }

    private void sampleRegularly(ServerProcess server, Duration length) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long between = Math.max(1_000, length.toMillis() / SAMPLES);
        for (long next = between; next <= length.toMillis(); next += between) {
            TimeUnit.MILLISECONDS.sleep(Math.max(0, next - (System.nanoTime() - began) / 1_000_000));
            ResourceSamples.ResourceSample resourceSample = sample(server, (System.nanoTime() - began) / 1_000_000_000);
            resourceSamples.add(resourceSample);
            System.out.println(resourceSample + "  writes " + writes.summary() + "  reads " + reads.summary());
        }
    }

    private ResourceSamples.ResourceSample sample(ServerProcess server, long second)
            throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start()
                .waitFor();
        HttpRequest request = HttpRequest.newBuilder(server.base().resolve("/metrics"))
                .header("Authorization", "Bearer " + ServerProcess.TOKEN)
                .build();
        MetricsScrape metrics = MetricsScrape.of(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        double heap = metrics.series().entrySet().stream()
                .filter(series -> series.getKey().startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return new ResourceSamples.ResourceSample(
                second,
                ResourceSamples.mebibytes(heap),
                metrics.value("jvm_threads_live_threads"),
                metrics.value("process_files_open_files"),
                metrics.value("ledger_position"));
    }
}
