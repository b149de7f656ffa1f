package org.claimsledger.crash;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.claimsledger.store.StoreLocation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the serving process, or the PostgreSQL that it writes to, at random under many clients, again and again, and
 * holds what is there against what was acknowledged. Acknowledgements are kept here, outside of the process that gave
 * them. A server whose PostgreSQL was killed has to go on by itself.
 *
 * <p>After each kill: nothing acknowledged is lost or elsewhere, nothing is there twice, positions have no gaps and
 * times rise; what was asked with a key is sent again and gets the first answer; everything that {@code verify} looks
 * at holds. The same ledger then goes on, and after some rounds a fresh one, so that it stays small.
 *
 * <p>Arguments: a folder that is absent or empty, rounds, store ({@code h2} or {@code postgres}), clients, seed.
 */
public final class CrashHarness {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROUNDS_OF_ONE_LEDGER = 25;
    private static final int MOST_RESENT = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Optional<PostgresProcess> postgres;
    private final int clients;
    private final Random random;
    private final Map<KillTarget, Integer> killed = new EnumMap<>(KillTarget.class);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private int ledgers;
    private int silentRounds;
    private long acknowledged;
    private long resent;

    private CrashHarness(Path folder, Optional<PostgresProcess> postgres, int clients, long seed) {
        this.folder = folder;
        this.postgres = postgres;
        this.clients = clients;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[1]);
        System.out.println(run(
                Path.of(arguments[0]),
                rounds,
                StoreKind.valueOf(arguments[2].toUpperCase(java.util.Locale.ROOT)),
                Integer.parseInt(arguments[3]),
                Long.parseLong(arguments[4])));
    }

    /** The store of the ledger that is killed. */
    public enum StoreKind {
        H2,
        POSTGRES
    }

    /** The process that is killed. */
    private enum KillTarget {
        LEDGER("the ledger"),
        LEDGER_AT_ITS_START("the ledger at its start"),
        ONE_OF_POSTGRES("one process of PostgreSQL"),
        ALL_OF_POSTGRES("all of PostgreSQL");

        private final String name;

        KillTarget(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static String run(Path folder, int rounds, StoreKind storeKind, int clients, long seed) throws Exception {
        Files.createDirectories(folder);
        if (storeKind == StoreKind.H2) {
            return run(folder, rounds, storeKind, Optional.empty(), clients, seed);
        }
        delete(folder.resolve("postgres"));
        try (var postgres = PostgresProcess.start(folder.resolve("postgres"))) {
            return run(folder, rounds, storeKind, Optional.of(postgres), clients, seed);
        }
    }

    private static String run(
            Path folder, int rounds, StoreKind storeKind, Optional<PostgresProcess> postgres, int clients, long seed)
            throws Exception {
        var harness = new CrashHarness(folder, postgres, clients, seed);
        try {
            for (int round = 0; round < rounds; round += ROUNDS_OF_ONE_LEDGER) {
                harness.oneLedger(round, Math.min(ROUNDS_OF_ONE_LEDGER, rounds - round));
            }
        } finally {
            harness.http.shutdownNow();
        }
        return "%d kills %s, %s, %d clients, seed %d, %d ledgers: %d things acknowledged in %d rounds, %d sent again: 0 lost, 0 doubled, 0 gaps, tables equal to the plain fold"
                .formatted(
                        rounds,
                        harness.killed,
                        storeKind,
                        clients,
                        seed,
                        harness.ledgers,
                        harness.acknowledged,
                        rounds - harness.silentRounds,
                        harness.resent);
    }

    private void oneLedger(int first, int rounds) throws Exception {
        Path data = folder.resolve("ledger");
        delete(data);
        ledgers++;
        StoreLocation events = postgres.isEmpty()
                ? new StoreLocation.LedgerFolder(data)
                : postgres.get().fresh();
        var ledgerRun = new LedgerRun(data, events, new RequestGenerator("l" + ledgers));
        ledgerRun.setUp();
        for (int round = 0; round < rounds; round++) {
            int before = ledgerRun.acknowledgements.size();
            try {
                ledgerRun.round();
            } catch (AssertionError | Exception e) {
                throw new AssertionError(
                        "round " + (first + round) + "; the ledger is left in " + data + ": " + e.getMessage(), e);
            }
            acknowledged += ledgerRun.acknowledgements.size() - before;
            silentRounds += ledgerRun.acknowledgements.size() == before ? 1 : 0;
            if ((first + round + 1) % 10 == 0) {
                System.out.printf(
                        "%d kills, %d things acknowledged, %d sent again%n", first + round + 1, acknowledged, resent);
            }
        }
        ledgerRun.stop();
    }

    /** One ledger through many kills. */
    private final class LedgerRun {

        private final Path data;
        private final StoreLocation events;
        private final RequestGenerator requestGenerator;
        private final Acknowledgements acknowledgements = new Acknowledgements();
        private final List<RequestGenerator.GeneratedRequest> answered = new CopyOnWriteArrayList<>();
        private final Queue<RequestGenerator.GeneratedRequest> unanswered = new ConcurrentLinkedQueue<>();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        LedgerRun(Path data, StoreLocation events, RequestGenerator requestGenerator) {
            this.data = data;
            this.events = events;
            this.requestGenerator = requestGenerator;
        }

        private ServerProcess start() throws IOException {
            var settings = new ArrayList<String>(List.of("--ledger.data=" + data));
            if (events instanceof StoreLocation.PostgresDatabase postgresDatabase) {
                settings.add("--ledger.store=postgres");
                settings.add("--ledger.postgres.url=" + postgresDatabase.url());
                settings.add("--ledger.postgres.user=" + postgresDatabase.user());
            }
            return ServerProcess.start(folder, settings);
        }

        void setUp() throws Exception {
            ServerProcess server = start().awaitReady(http);
            if (!send(server, requestGenerator.initialImport())) {
                throw new AssertionError("the beginning of a ledger was not acknowledged");
            }
            server.stop();
        }

        void round() throws Exception {
            ServerProcess server = start();
            KillTarget killTarget = chooseTarget();
            killed.merge(killTarget, 1, Integer::sum);
            if (killTarget == KillTarget.LEDGER_AT_ITS_START) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
                server.kill();
            } else {
                server.awaitReady(http);
                resend(server);
                writeUntilKilled(server, killTarget);
            }
            if (failure.get() != null) {
                throw new AssertionError(failure.get().getMessage(), failure.get());
            }
            verifyACopy();
        }

        private KillTarget chooseTarget() {
            if (random.nextInt(10) == 0) {
                return KillTarget.LEDGER_AT_ITS_START;
            }
            return switch (postgres.isEmpty() ? 0 : random.nextInt(3)) {
                case 0 -> KillTarget.LEDGER;
                case 1 -> KillTarget.ONE_OF_POSTGRES;
                default -> KillTarget.ALL_OF_POSTGRES;
            };
        }

        void stop() throws Exception {
            ServerProcess server = start().awaitReady(http);
            resend(server);
            server.stop();
            verifyACopy();
        }

        /** Requests without an answer get one now, and answered ones get the same answer again. */
        private void resend(ServerProcess server) throws InterruptedException {
            for (RequestGenerator.GeneratedRequest generatedRequest = unanswered.poll();
                    generatedRequest != null;
                    generatedRequest = unanswered.poll()) {
                resent++;
                if (!isAnswered(server, generatedRequest)) {
                    throw new AssertionError("no answer to what was sent again: " + generatedRequest);
                }
            }
            for (int i = Math.min(answered.size(), 10); i > 0; i--) {
                resent++;
                send(server, answered.get(random.nextInt(answered.size())));
            }
        }

        /** A database that was killed may be away for a moment more; files may not. */
        private boolean isAnswered(ServerProcess server, RequestGenerator.GeneratedRequest generatedRequest)
                throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!send(server, generatedRequest)) {
                if (events instanceof StoreLocation.LedgerFolder || !server.isAlive() || System.nanoTime() > end) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            return true;
        }

        private void writeUntilKilled(ServerProcess server, KillTarget killTarget) throws Exception {
            var threads = new ArrayList<Thread>();
            var over = new AtomicBoolean();
            int enough = acknowledgements.size() + random.nextInt(1, 400);
            for (int client = 0; client < clients; client++) {
                var own = new Random(random.nextLong());
                threads.add(Thread.ofVirtual().start(() -> write(server, own, over)));
            }
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(100, 2_000));
            while (acknowledgements.size() < enough && System.nanoTime() < end && failure.get() == null) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            try {
                kill(server, killTarget);
            } finally {
                over.set(true);
                for (Thread thread : threads) {
                    thread.join();
                }
            }
            if (killTarget != KillTarget.LEDGER) {
                resend(server);
                server.stop();
            }
        }

        private void kill(ServerProcess server, KillTarget killTarget) throws Exception {
            if (killTarget == KillTarget.LEDGER) {
                server.kill();
                return;
            }
            PostgresProcess database = postgres.orElseThrow();
            if (killTarget == KillTarget.ONE_OF_POSTGRES) {
                database.killOne(random);
                awaitProgress(server);
            } else {
                database.killPostmaster();
                database.startAgain();
                awaitProgress(server);
            }
        }

        /** Waits for more answers than were already on their way. */
        private void awaitProgress(ServerProcess server) throws InterruptedException {
            int more = acknowledgements.size() + 2 * clients;
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (acknowledgements.size() < more && failure.get() == null) {
                if (System.nanoTime() > end || !server.isAlive()) {
                    throw new AssertionError("the server takes nothing after PostgreSQL came back");
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }

        private void write(ServerProcess server, Random own, AtomicBoolean over) {
            try {
                while (server.isAlive() && !over.get()) {
                    RequestGenerator.GeneratedRequest generatedRequest = requestGenerator.next(own);
                    if (!send(server, generatedRequest)) {
                        if (generatedRequest.canBeResent() && unanswered.size() < MOST_RESENT) {
                            unanswered.add(generatedRequest);
                        }
                        TimeUnit.MILLISECONDS.sleep(50);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (AssertionError | RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        }

        /** Whether it was answered. */
        private boolean send(ServerProcess server, RequestGenerator.GeneratedRequest generatedRequest)
                throws InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(generatedRequest.path()))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + ServerProcess.TOKEN)
                    .header("Content-Type", generatedRequest.isImport() ? "application/x-ndjson" : "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(generatedRequest.body()));
            if (!generatedRequest.key().isEmpty()) {
                request.header("Idempotency-Key", generatedRequest.key());
            }
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return generatedRequest.isImport() ? lines(generatedRequest, answer) : single(generatedRequest, answer);
            } catch (IOException | JacksonException e) {
                return false;
            }
        }

        private boolean single(RequestGenerator.GeneratedRequest generatedRequest, HttpResponse<String> answer) {
            JsonNode json = JSON.readTree(answer.body());
            switch (answer.statusCode() / 100) {
                case 2 -> {
                    acknowledgements.add(
                            generatedRequest.tokens().getFirst(),
                            json.path("position").asLong(),
                            json.path("recordedAt").asString(""));
                    recordAnswered(generatedRequest);
                }
                case 4 -> requireExpectedRefusal(json.path("code").asString(""), generatedRequest);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private boolean lines(RequestGenerator.GeneratedRequest generatedRequest, HttpResponse<String> answer) {
            if (answer.statusCode() != 200) {
                return false;
            }
            int line = 0;
            for (String text : answer.body().lines().toList()) {
                JsonNode json = JSON.readTree(text);
                if (!json.has("status")) {
                    return false;
                }
                if (json.path("status").asString("").equals("refused")) {
                    String code = json.path("problem").path("code").asString("");
                    if (code.equals("store_stopped") || code.equals("store_unavailable")) {
                        return false;
                    }
                    requireExpectedRefusal(code, generatedRequest);
                } else {
                    acknowledgements.add(
                            generatedRequest.tokens().get(line),
                            json.path("position").asLong(),
                            "");
                }
                line++;
            }
            if (line == generatedRequest.tokens().size()) {
                recordAnswered(generatedRequest);
                return true;
            }
            return false;
        }

        private void recordAnswered(RequestGenerator.GeneratedRequest generatedRequest) {
            requestGenerator.addAcknowledged(generatedRequest);
            if (generatedRequest.canBeResent()) {
                answered.add(generatedRequest);
            }
        }

        /** Refusals that two clients may earn by themselves: one retracts what the other revises. */
        private static void requireExpectedRefusal(String code, RequestGenerator.GeneratedRequest generatedRequest) {
            if (!List.of(
                            "claim_not_standing",
                            "claim_retracted",
                            "already_retracted",
                            "busy",
                            "claim_ended",
                            "evidence_duplicate",
                            "duplicate_evidence")
                    .contains(code)) {
                throw new AssertionError("refused as " + code + ": " + generatedRequest);
            }
        }

        private void verifyACopy() throws Exception {
            Path copy = folder.resolve("copy");
            delete(copy);
            copy(data, copy);
            LedgerVerifier.requireSound(
                    events instanceof StoreLocation.PostgresDatabase ? events : new StoreLocation.LedgerFolder(copy),
                    copy,
                    acknowledgements);
            delete(copy);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var paths = Files.walk(path)) {
                for (Path each :
                        paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
