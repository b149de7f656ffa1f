package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.cli.ClaimsLedger;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.engine.PostgresForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Servers on one PostgreSQL, over HTTP; one of them is a process that is killed. */
class NodesTest {

    private static final String PREDICATE = """
        {"op":"define_predicate","key":"sentenced","valueKinds":["quantity"],"unit":"a","cardinality":"one_per:case"}\
        """;
    private static final String SOURCE = """
        {"op":"register_source","id":"report","kind":"news_report","title":"A report"}\
        """;
    private static final String SUBJECT = """
        {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
        """;

    @TempDir
    Path folder;

    private final PostgresDatabase postgresDatabase = PostgresForTests.newDatabase();

    @Test
    void whatANodeAcknowledgedIsReadOnAnotherAfterItWasKilledAndTheOtherGoesOn() throws Exception {
        try (RunningLedger here = RunningLedger.onDatabase(postgresDatabase, folder.resolve("here"));
                NodeProcess there = NodeProcess.start(postgresDatabase, folder.resolve("there"))) {
            assertThat(here.importLines(PREDICATE, SOURCE, SUBJECT).lines())
                    .allSatisfy(line ->
                            assertThat(line.path("status").stringValue()).isEqualTo("accepted"));
            long position = 0;
            for (int i = 0; i < 20; i++) {
                position = there.post("/claims", claim("there-" + i));
            }
            there.kill();

            Answer last = here.get("/claims/there-19?asOf=@" + position);
            assertThat(last.status()).isEqualTo(200);
            assertThat(last.json().at("/subject/name").stringValue()).isEqualTo("The Accused");
            Answer made = here.post("/claims", claim("here"));
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.json().path("position").longValue()).isEqualTo(position + 1);
            assertThat(here.get("/claims?limit=100").json().path("items").size())
                    .isEqualTo(21);
            assertThat(here.post("/claims", claim("there-7")).code()).isEqualTo("id_taken");
        }
    }

    @Test
    void whatOneNodeTookIsKnownToTheDecisionsOfAnotherAtOnce() {
        try (RunningLedger here = RunningLedger.onDatabase(postgresDatabase, folder.resolve("here"));
                RunningLedger there = RunningLedger.onDatabase(postgresDatabase, folder.resolve("there"))) {
            here.importLines(PREDICATE, SOURCE, SUBJECT);
            for (int i = 0; i < 20; i++) {
                Answer made = (i % 2 == 0 ? here : there).post("/claims", claim("c" + i));
                assertThat(made.status()).isEqualTo(201);
                RunningLedger other = i % 2 == 0 ? there : here;
                assertThat(other.post("/claims/c" + i + "/retraction", "{\"reasons\":[\"duplicate\"]}")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aFolderBelongsToOneNodeAndNotToALedgerOnFiles() throws Exception {
        try (RunningLedger files = RunningLedger.in(folder.resolve("files"))) {
            assertThat(files.head()).isZero();
        }
        assertThatThrownBy(() -> RunningLedger.onDatabase(postgresDatabase, folder.resolve("files")))
                .hasRootCauseInstanceOf(StoreRefused.class)
                .rootCause()
                .hasMessageContaining("holds a ledger of its own");
        try (RunningLedger node = RunningLedger.onDatabase(postgresDatabase, folder.resolve("node"))) {
            assertThat(node.head()).isZero();
            assertThatThrownBy(() -> RunningLedger.onDatabase(postgresDatabase, folder.resolve("node")))
                    .rootCause()
                    .hasMessageContaining("another node");
            assertThatThrownBy(() -> RunningLedger.in(folder.resolve("node")))
                    .hasRootCauseInstanceOf(StoreRefused.class);
        }
        assertThat(Files.exists(folder.resolve("node/projections/claims.mark"))).isTrue();
        assertThat(Files.exists(folder.resolve("node/events.mv.db"))).isFalse();
    }

    private static String claim(String id) {
        return """
            {"id":"%1$s","subject":"the-accused","predicate":"sentenced","value":{"quantity":{"amount":20,"unit":"a"}},\
            "qualifiers":{"case":"%1$s"},"statement":"Twenty years in the case %1$s.","evidence":{"source":"report"}}\
            """.formatted(id);
    }

    /** A server in a process of its own. */
    private record NodeProcess(Process process, URI base, HttpClient client) implements AutoCloseable {

        static NodeProcess start(PostgresDatabase postgresDatabase, Path folder) throws IOException {
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    ClaimsLedger.class.getName(),
                    "serve",
                    "--server.port=0");
            builder.environment().put("LEDGER_DATA", folder.toString());
            builder.environment().put("LEDGER_STORE", "postgres");
            builder.environment().put("LEDGER_POSTGRES_URL", postgresDatabase.url());
            builder.environment().put("LEDGER_POSTGRES_USER", String.valueOf(postgresDatabase.user()));
            builder.environment().put("LEDGER_ADMIN_TOKEN", RunningLedger.TOKEN);
            Process process = builder.redirectErrorStream(true).start();
            return new NodeProcess(process, base(process.inputReader()), HttpClient.newHttpClient());
        }

        private static URI base(BufferedReader out) throws IOException {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.strip().startsWith("Start here")) {
                    Thread.ofVirtual().start(() -> out.lines().forEach(rest -> {}));
                    return URI.create(
                            line.strip().substring("Start here".length()).strip());
                }
            }
            throw new IOException("The server did not start");
        }

        /** The position that the answer acknowledges. */
        long post(String path, String body) throws Exception {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                            .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return JsonMapper.shared().readTree(answer.body()).path("position").longValue();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() {
            process.destroyForcibly();
            client.close();
        }
    }
}
