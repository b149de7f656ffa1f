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
import org.claimsledger.api.Scrape;
import org.claimsledger.crash.Acknowledgements;
import org.claimsledger.crash.Requests;
import org.claimsledger.crash.ServerProcess;
import org.claimsledger.ledger.Ledger;

/**
 * The program under mixed load over HTTP: writers, readers, importers, followers of the log, and clients that are wrong or
 * go away half-way. Prints what it takes up, look after look, and whether that stays the same; at the end everything that
 * was acknowledged has to be in the log. Arguments: a folder that is absent or empty, seconds, the mean pause of a client
 * between two requests in milliseconds, and a seed.
 */
public final class MixedLoad {

    private static final int WRITERS = 8;
    private static final int READERS = 8;
    private static final int IMPORTERS = 2;
    private static final int FOLLOWERS = 2;
    private static final int RUDE = 2;
    private static final int LINES = 300;
    private static final int LOOKS = 60;

    private final Path folder;
    private final int pause;
    private final Random random;
    private final Acknowledgements told = new Acknowledgements();
    private final Requests requests = new Requests("load");
    private final Samples samples = new Samples();
    private final Samples.Latencies writes = new Samples.Latencies();
    private final Samples.Latencies reads = new Samples.Latencies();
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

    /** What it came to; fails where something that was acknowledged is not there, or an answer was none of the expected. */
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
                .answering(http);
        try {
            Client client = new Client(http, server, told);
            client.write(requests.foundation());
            work(server, client, length);
            server.stop();
        } finally {
            server.kill();
        }
        try (Ledger ledger = Ledger.open(folder.resolve("ledger"), InstantSource.system())) {
            told.requireIn(ledger.log());
        }
        return "%s%n%d things acknowledged, 0 lost; answers: %s".formatted(samples.verdict(), told.size(), answers);
    }

    private interface Work {
        void once(Random own) throws IOException, InterruptedException;
    }

    private void work(ServerProcess server, Client client, Duration length) throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            begin(clients, all, WRITERS, own -> write(client, requests.next(own)));
            begin(clients, all, READERS, own -> read(client, own));
            begin(clients, all, IMPORTERS, own -> write(client, requests.lines(own, LINES)));
            begin(clients, all, FOLLOWERS, own -> follow(server, own));
            begin(clients, all, RUDE, own -> beRude(client, server, own));
            try {
                look(server, length);
            } finally {
                over = true;
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void begin(ExecutorService clients, List<Future<?>> all, int number, Work work) {
        for (int i = 0; i < number; i++) {
            Random own = new Random(random.nextLong());
            all.add(clients.submit(() -> {
                while (!over) {
                    work.once(own);
                    TimeUnit.MILLISECONDS.sleep(own.nextInt(2 * pause + 1));
                }
                return null;
            }));
        }
    }

    private void write(Client client, Requests.Asked asked) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Client.Answer answer = client.write(asked);
        writes.add(System.nanoTime() - began);
        if (answer.status() / 100 == 2) {
            requests.acknowledged(asked);
        }
        count("write", answer);
    }

    private void read(Client client, Random own) throws IOException, InterruptedException {
        String claim = requests.claim(own);
        String path =
                switch (own.nextInt(9)) {
                    case 0 -> "/claims?limit=50";
                    case 1 -> "/claims?subject=subj-" + own.nextInt(5) + "&limit=20";
                    case 2 -> "/claims?q=" + Requests.TOKEN + "load-" + own.nextInt(10_000);
                    case 3 -> "/subjects?limit=20";
                    case 4 -> "/state?limit=20";
                    case 5 -> "/claims/" + claim + "/history";
                    case 6 -> "/claims/" + claim + "/versions";
                    case 7 -> "/projections";
                    default -> "/claims/" + claim;
                };
        long began = System.nanoTime();
        Client.Answer answer = client.read(path);
        reads.add(System.nanoTime() - began);
        count("read", answer);
    }

    /** Listens for a while, and goes away in the middle. */
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

    private void beRude(Client client, ServerProcess server, Random own) throws IOException, InterruptedException {
        switch (own.nextInt(3)) {
            case 0 -> count("rude", client.read("/claims?limit=" + own.nextInt(500, 2_000) + "x"));
            case 1 ->
                count(
                        "rude",
                        client.write(new Requests.Asked(
                                "/claims", "{\"a\":".repeat(own.nextInt(1, 200)), "", List.of(""), List.of(), false)));
            default -> RudeSocket.sendAndGo(server, own);
        }
    }

    /** What mixed load may be answered with; anything else is a fault. */
    private void count(String what, Client.Answer answer) {
        String key = what + " " + answer.status();
        if (answer.status() >= 500
                && !answer.code().equals("overloaded")
                && !answer.code().equals("not_ready")) {
            throw new AssertionError(key + ": " + answer.text());
        }
        answers.computeIfAbsent(key, none -> new LongAdder()).increment();
    }

    private void look(ServerProcess server, Duration length) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long between = Math.max(1_000, length.toMillis() / LOOKS);
        for (long next = between; next <= length.toMillis(); next += between) {
            TimeUnit.MILLISECONDS.sleep(Math.max(0, next - (System.nanoTime() - began) / 1_000_000));
            Samples.Sample sample = sample(server, (System.nanoTime() - began) / 1_000_000_000);
            samples.add(sample);
            System.out.println(sample + "  writes " + writes.told() + "  reads " + reads.told());
        }
    }

    private Samples.Sample sample(ServerProcess server, long second) throws IOException, InterruptedException {
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
        Scrape metrics = Scrape.of(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        double heap = metrics.series().entrySet().stream()
                .filter(series -> series.getKey().startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return new Samples.Sample(
                second,
                Samples.mebibytes(heap),
                metrics.value("jvm_threads_live_threads"),
                metrics.value("process_files_open_files"),
                metrics.value("ledger_position"));
    }
}
