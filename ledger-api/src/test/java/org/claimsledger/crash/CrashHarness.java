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
 * <p>After each kill: nothing acknowledged is lost or elsewhere, nothing is there twice, positions have no gaps and times
 * rise; what was asked with a key is sent again and gets the first answer; everything that {@code verify} looks at holds.
 * The same ledger then goes on, and after some rounds a fresh one, so that it stays small.
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
    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
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
                Store.valueOf(arguments[2].toUpperCase(java.util.Locale.ROOT)),
                Integer.parseInt(arguments[3]),
                Long.parseLong(arguments[4])));
    }

    /** Where the ledger that is killed has its events. */
    public enum Store {
        H2,
        POSTGRES
    }

    /** What is killed. */
    private enum Victim {
        LEDGER("the ledger"),
        LEDGER_AT_ITS_START("the ledger at its start"),
        ONE_OF_POSTGRES("one process of PostgreSQL"),
        ALL_OF_POSTGRES("all of PostgreSQL");

        private final String name;

        Victim(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static String run(Path folder, int rounds, Store store, int clients, long seed) throws Exception {
        Files.createDirectories(folder);
        if (store == Store.H2) {
            return run(folder, rounds, store, Optional.empty(), clients, seed);
        }
        delete(folder.resolve("postgres"));
        try (var postgres = PostgresProcess.start(folder.resolve("postgres"))) {
            return run(folder, rounds, store, Optional.of(postgres), clients, seed);
        }
    }

    private static String run(
            Path folder, int rounds, Store store, Optional<PostgresProcess> postgres, int clients, long seed)
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
                        store,
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
                ? new StoreLocation.Folder(data)
                : postgres.get().fresh();
        var run = new Run(data, events, new Requests("l" + ledgers));
        run.foundation();
        for (int round = 0; round < rounds; round++) {
            int before = run.told.size();
            try {
                run.round();
            } catch (AssertionError | Exception e) {
                throw new AssertionError(
                        "round " + (first + round) + "; the ledger is left in " + data + ": " + e.getMessage(), e);
            }
            acknowledged += run.told.size() - before;
            silentRounds += run.told.size() == before ? 1 : 0;
            if ((first + round + 1) % 10 == 0) {
                System.out.printf(
                        "%d kills, %d things acknowledged, %d sent again%n", first + round + 1, acknowledged, resent);
            }
        }
        run.stop();
    }

    /** One ledger through many kills. */
    private final class Run {

        private final Path data;
        private final StoreLocation events;
        private final Requests requests;
        private final Acknowledgements told = new Acknowledgements();
        private final List<Requests.Asked> answered = new CopyOnWriteArrayList<>();
        private final Queue<Requests.Asked> open = new ConcurrentLinkedQueue<>();
        private final AtomicReference<Throwable> wrong = new AtomicReference<>();

        Run(Path data, StoreLocation events, Requests requests) {
            this.data = data;
            this.events = events;
            this.requests = requests;
        }

        private ServerProcess start() throws IOException {
            var settings = new ArrayList<String>(List.of("--ledger.data=" + data));
            if (events instanceof StoreLocation.Database database) {
                settings.add("--ledger.store=postgres");
                settings.add("--ledger.postgres.url=" + database.url());
                settings.add("--ledger.postgres.user=" + database.user());
            }
            return ServerProcess.start(folder, settings);
        }

        void foundation() throws Exception {
            ServerProcess server = start().answering(http);
            if (!ask(server, requests.foundation())) {
                throw new AssertionError("the beginning of a ledger was not acknowledged");
            }
            server.stop();
        }

        void round() throws Exception {
            ServerProcess server = start();
            Victim victim = victim();
            killed.merge(victim, 1, Integer::sum);
            if (victim == Victim.LEDGER_AT_ITS_START) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
                server.kill();
            } else {
                server.answering(http);
                resend(server);
                writeUntilKilled(server, victim);
            }
            if (wrong.get() != null) {
                throw new AssertionError(wrong.get().getMessage(), wrong.get());
            }
            verifyACopy();
        }

        private Victim victim() {
            if (random.nextInt(10) == 0) {
                return Victim.LEDGER_AT_ITS_START;
            }
            return switch (postgres.isEmpty() ? 0 : random.nextInt(3)) {
                case 0 -> Victim.LEDGER;
                case 1 -> Victim.ONE_OF_POSTGRES;
                default -> Victim.ALL_OF_POSTGRES;
            };
        }

        void stop() throws Exception {
            ServerProcess server = start().answering(http);
            resend(server);
            server.stop();
            verifyACopy();
        }

        /** What has no answer yet gets one now, and what had one gets the same. */
        private void resend(ServerProcess server) throws InterruptedException {
            for (Requests.Asked asked = open.poll(); asked != null; asked = open.poll()) {
                resent++;
                if (!isAnswered(server, asked)) {
                    throw new AssertionError("no answer to what was sent again: " + asked);
                }
            }
            for (int i = Math.min(answered.size(), 10); i > 0; i--) {
                resent++;
                ask(server, answered.get(random.nextInt(answered.size())));
            }
        }

        /** A database that was killed may be away for a moment more; files may not. */
        private boolean isAnswered(ServerProcess server, Requests.Asked asked) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!ask(server, asked)) {
                if (events instanceof StoreLocation.Folder || !server.isAlive() || System.nanoTime() > end) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            return true;
        }

        private void writeUntilKilled(ServerProcess server, Victim victim) throws Exception {
            var threads = new ArrayList<Thread>();
            var over = new AtomicBoolean();
            int enough = told.size() + random.nextInt(1, 400);
            for (int client = 0; client < clients; client++) {
                var own = new Random(random.nextLong());
                threads.add(Thread.ofVirtual().start(() -> write(server, own, over)));
            }
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(100, 2_000));
            while (told.size() < enough && System.nanoTime() < end && wrong.get() == null) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            try {
                kill(server, victim);
            } finally {
                over.set(true);
                for (Thread thread : threads) {
                    thread.join();
                }
            }
            if (victim != Victim.LEDGER) {
                resend(server);
                server.stop();
            }
        }

        private void kill(ServerProcess server, Victim victim) throws Exception {
            if (victim == Victim.LEDGER) {
                server.kill();
                return;
            }
            PostgresProcess database = postgres.orElseThrow();
            if (victim == Victim.ONE_OF_POSTGRES) {
                database.killOne(random);
                goesOn(server);
            } else {
                database.killFirst();
                database.startAgain();
                goesOn(server);
            }
        }

        /** Answers that were on their way are not enough. */
        private void goesOn(ServerProcess server) throws InterruptedException {
            int more = told.size() + 2 * clients;
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (told.size() < more && wrong.get() == null) {
                if (System.nanoTime() > end || !server.isAlive()) {
                    throw new AssertionError("the server takes nothing after PostgreSQL came back");
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }

        private void write(ServerProcess server, Random own, AtomicBoolean over) {
            try {
                while (server.isAlive() && !over.get()) {
                    Requests.Asked asked = requests.next(own);
                    if (!ask(server, asked)) {
                        if (asked.canBeResent() && open.size() < MOST_RESENT) {
                            open.add(asked);
                        }
                        TimeUnit.MILLISECONDS.sleep(50);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (AssertionError | RuntimeException e) {
                wrong.compareAndSet(null, e);
            }
        }

        /** Whether it was answered. */
        private boolean ask(ServerProcess server, Requests.Asked asked) throws InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(asked.path()))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + ServerProcess.TOKEN)
                    .header("Content-Type", asked.isImport() ? "application/x-ndjson" : "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(asked.body()));
            if (!asked.key().isEmpty()) {
                request.header("Idempotency-Key", asked.key());
            }
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return asked.isImport() ? lines(asked, answer) : single(asked, answer);
            } catch (IOException | JacksonException e) {
                return false;
            }
        }

        private boolean single(Requests.Asked asked, HttpResponse<String> answer) {
            JsonNode json = JSON.readTree(answer.body());
            switch (answer.statusCode() / 100) {
                case 2 -> {
                    told.add(
                            asked.tokens().getFirst(),
                            json.path("position").asLong(),
                            json.path("recordedAt").asString(""));
                    remember(asked);
                }
                case 4 -> requireFair(json.path("code").asString(""), asked);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private boolean lines(Requests.Asked asked, HttpResponse<String> answer) {
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
                    requireFair(code, asked);
                } else {
                    told.add(asked.tokens().get(line), json.path("position").asLong(), "");
                }
                line++;
            }
            if (line == asked.tokens().size()) {
                remember(asked);
                return true;
            }
            return false;
        }

        private void remember(Requests.Asked asked) {
            requests.acknowledged(asked);
            if (asked.canBeResent()) {
                answered.add(asked);
            }
        }

        /** Refusals that two clients may earn by themselves: one retracts what the other revises. */
        private static void requireFair(String code, Requests.Asked asked) {
            if (!List.of(
                            "claim_not_standing",
                            "claim_retracted",
                            "already_retracted",
                            "busy",
                            "claim_ended",
                            "evidence_duplicate",
                            "duplicate_evidence")
                    .contains(code)) {
                throw new AssertionError("refused as " + code + ": " + asked);
            }
        }

        private void verifyACopy() throws Exception {
            Path copy = folder.resolve("copy");
            delete(copy);
            copy(data, copy);
            Verified.everything(
                    events instanceof StoreLocation.Database ? events : new StoreLocation.Folder(copy), copy, told);
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
