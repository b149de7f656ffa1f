package org.claimsledger.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that is killed while it takes names: each acknowledged name is found again, by the index that was there. */
class SearchCrashTest {

    private static final int CLIENTS = 4;

    @TempDir
    Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void everyNameThatWasAcknowledgedIsFoundAfterAKill() throws Exception {
        List<String> settings = List.of("--ledger.data=" + folder.resolve("ledger"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < 2; round++) {
                ServerProcess server = ServerProcess.start(folder, settings).awaitReady(client);
                try {
                    assertIsFound(server, client);
                    killUnderClients(server, client, round);
                } finally {
                    server.kill();
                }
            }
            ServerProcess server = ServerProcess.start(folder, settings).awaitReady(client);
            try {
                assertThat(acknowledged).hasSizeGreaterThan(20);
                assertIsFound(server, client);
                assertThat(get(server, client, "/projections/search")
                                .path("generation")
                                .intValue())
                        .isEqualTo(1);
            } finally {
                server.stop();
            }
        }
    }

    private void killUnderClients(ServerProcess server, HttpClient client, int round) throws Exception {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            clients.add(Thread.ofVirtual().start(() -> write(server, client, "r" + round + "c" + number)));
        }
        TimeUnit.SECONDS.sleep(2 + 3L * round);
        server.kill();
        for (Thread each : clients) {
            each.join();
        }
    }

    private void write(ServerProcess server, HttpClient client, String who) {
        for (int i = 0; ; i++) {
            String id = who + "n" + i;
            try {
                HttpRequest request = HttpRequest.newBuilder(server.uri("/subjects"))
                        .header("Authorization", "Bearer " + ServerProcess.TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"id\":\"%s\",\"kind\":\"person\",\"name\":\"Name of %s\"}".formatted(id, id)))
                        .build();
                if (client.send(request, BodyHandlers.ofString()).statusCode() == 201) {
                    acknowledged.add(id);
                }
            } catch (Exception killed) {
                return;
            }
        }
    }

    private void assertIsFound(ServerProcess server, HttpClient client) throws Exception {
        for (String id : acknowledged) {
            JsonNode items = get(server, client, "/subjects?q=Name+of+" + id).path("items");
            assertThat(items.at("/0/id").stringValue("")).isEqualTo(id);
        }
    }

    private static JsonNode get(ServerProcess server, HttpClient client, String path) throws Exception {
        return new JsonMapper()
                .readTree(client.send(HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.ofString())
                        .body());
    }
}
