package org.claimsledger.cli;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.store.NodeFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Rebuilds tables of the read side, in the ledger's folder or in a server that has it open. */
@Command(
        name = "rebuild",
        description = {
            "Makes the tables of a projection anew from the log.",
            "A server goes on answering from the old ones until the new ones are complete."
        },
        footer = {"", "Exit code: 0 where the new tables are in use, 1 where it broke off, 2 for wrong options."},
        mixinStandardHelpOptions = true)
final class RebuildCommand extends StoreCommand {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    /** One projection or all of them. */
    private static final class ProjectionChoice {

        @Parameters(paramLabel = "NAME", description = "The projection.")
        private @Nullable String name;

        @Option(names = "--all", description = "All projections.")
        private boolean all;
    }

    @ArgGroup(multiplicity = "1")
    private ProjectionChoice choice = new ProjectionChoice();

    @Mixin
    private RemoteServer server = new RemoteServer();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (ServerClient client = server.connect()) {
            if (client != null) {
                rebuild(new RemoteProjections(client));
                return CommandLine.ExitCode.OK;
            }
        }
        try (Ledger ledger = openLedger();
                NodeFolder nodeFolder = NodeFolder.acquire(eventLocation(), data());
                ReadModels readModels = openReadModels(ledger)) {
            rebuild(new LocalProjections(readModels));
        }
        return CommandLine.ExitCode.OK;
    }

    /** Projections in this process or in a server. */
    interface RebuildableProjections {

        List<ProjectionHealth> health() throws IOException, InterruptedException;

        void rebuild(String name) throws IOException, InterruptedException;
    }

    private record LocalProjections(ReadModels projections) implements RebuildableProjections {

        @Override
        public List<ProjectionHealth> health() {
            return projections.health();
        }

        @Override
        public void rebuild(String name) {
            projections.rebuild(name);
        }
    }

    private void rebuild(RebuildableProjections projections) throws IOException, InterruptedException {
        List<String> names = names(projections.health());
        for (String name : names) {
            ProjectionHealth before = awaitIdle(name, projections);
            projections.rebuild(name);
            ProjectionHealth after = awaitIdle(name, projections);
            if (after.generation() == before.generation()) {
                throw new IOException("The rebuild of " + name + " failed, and the tables that there were stay: "
                        + after.rebuildError());
            }
            println(name + ": generation " + after.generation() + " is in use.");
        }
    }

    private List<String> names(List<ProjectionHealth> projections) {
        List<String> names = new ArrayList<>();
        projections.forEach(projection -> names.add(projection.name()));
        String name = choice.name;
        if (name == null) {
            return names;
        }
        if (!names.contains(name)) {
            throw wrongOption("There is no projection " + name + ", only " + String.join(", ", names));
        }
        return List.of(name);
    }

    /** Waits until no tables of a projection are being built, and shows the progress until then. */
    private static ProjectionHealth awaitIdle(String name, RebuildableProjections projections)
            throws IOException, InterruptedException {
        ProjectionHealth health = healthOf(name, projections);
        if (health.rebuild() == null) {
            return health;
        }
        try (ConsoleProgress progress =
                ConsoleProgress.events(name, health.rebuild().total())) {
            for (ProjectionHealth.RebuildProgress rebuild = health.rebuild();
                    rebuild != null;
                    rebuild = health.rebuild()) {
                progress.stepTo(rebuild.position());
                Thread.sleep(POLL_INTERVAL);
                health = healthOf(name, projections);
            }
        }
        return health;
    }

    private static ProjectionHealth healthOf(String name, RebuildableProjections projections)
            throws IOException, InterruptedException {
        return projections.health().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("There is no projection " + name));
    }

    /** The projections of a server that has the ledger open. */
    private record RemoteProjections(ServerClient client) implements RebuildCommand.RebuildableProjections {

        private static final String PATH = "/projections";

        @Override
        public List<ProjectionHealth> health() throws IOException, InterruptedException {
            List<ProjectionHealth> projections = new ArrayList<>();
            send(client.request(PATH).GET(), 200).path("items").forEach(item -> projections.add(health(item)));
            return projections;
        }

        @Override
        public void rebuild(String name) throws IOException, InterruptedException {
            send(client.request(PATH + "/" + name + "/rebuild").POST(HttpRequest.BodyPublishers.noBody()), 202);
        }

        private JsonNode send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw ServerClient.unexpected(response, response.body());
            }
            try {
                return ServerClient.JSON.readTree(response.body());
            } catch (JacksonException e) {
                throw new IOException("The server's answer cannot be read: " + response.body(), e);
            }
        }

        private static ProjectionHealth health(JsonNode json) {
            return new ProjectionHealth(
                    json.path("name").stringValue(""),
                    json.path("position").longValue(),
                    json.path("lag").longValue(),
                    ServerClient.text(json.path("lastError")),
                    json.path("generation").intValue(),
                    rebuildProgress(json.path("rebuild")),
                    ServerClient.text(json.path("rebuildError")));
        }

        private static ProjectionHealth.@Nullable RebuildProgress rebuildProgress(JsonNode json) {
            return json.isObject()
                    ? new ProjectionHealth.RebuildProgress(
                            Instant.parse(json.path("since").stringValue()),
                            json.path("position").longValue(),
                            json.path("of").longValue())
                    : null;
        }
    }
}
