package org.claimsledger.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.store.NodeFolder;
import org.claimsledger.store.StoreLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes tables of the read side anew, in the ledger's folder or in a server that has it open. */
@Command(
        name = "rebuild",
        description = {
            "Makes the tables of a projection anew from the log.",
            "A server goes on answering from the old ones until the new ones are complete."
        },
        footer = {"", "Exit code: 0 where the new tables are in use, 1 where it broke off, 2 for wrong options."},
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    @Spec
    private @Nullable CommandSpec spec;

    /** One projection or all of them. */
    private static final class ProjectionChoice {

        @Parameters(paramLabel = "NAME", description = "The projection.")
        private @Nullable String name;

        @Option(names = "--all", description = "All projections.")
        private boolean all;
    }

    @ArgGroup(multiplicity = "1")
    private ProjectionChoice projectionChoice = new ProjectionChoice();

    @Option(names = "--server", paramLabel = "URL", description = "In a running server, as in http://127.0.0.1:8080.")
    private @Nullable URI server;

    @Option(
            names = "--token",
            defaultValue = "${env:LEDGER_ADMIN_TOKEN}",
            paramLabel = "TOKEN",
            description = "The token that the server wants (LEDGER_ADMIN_TOKEN).")
    private @Nullable String token;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        URI there = server;
        if (there != null) {
            try (RemoteProjections remote = new RemoteProjections(there, token)) {
                rebuild(remote);
            }
            return CommandLine.ExitCode.OK;
        }
        StoreLocation events = store.eventLocation();
        store.requireFolder(commandLine());
        try (Ledger ledger = Ledger.open(events, InstantSource.system());
                NodeFolder held = NodeFolder.acquire(events, store.data());
                ReadModels readModels =
                        ReadModels.open(store.data().resolve("projections"), ledger.log(), ledger.id())) {
            rebuild(new LocalProjections(readModels));
        }
        return CommandLine.ExitCode.OK;
    }

    /** Projections, wherever they are. */
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
            commandLine().getOut().println(name + ": generation " + after.generation() + " is in use.");
            commandLine().getOut().flush();
        }
    }

    private List<String> names(List<ProjectionHealth> projectionHealth) {
        List<String> names = new ArrayList<>();
        projectionHealth.forEach(each -> names.add(each.name()));
        String name = projectionChoice.name;
        if (name == null) {
            return names;
        }
        if (!names.contains(name)) {
            throw new ParameterException(
                    commandLine(), "There is no projection " + name + ", only " + String.join(", ", names));
        }
        return List.of(name);
    }

    /** As it stands once no tables are in the making; shows how far they are until then. */
    private static ProjectionHealth awaitIdle(String name, RebuildableProjections projections)
            throws IOException, InterruptedException {
        ProjectionHealth projectionHealth = healthOf(name, projections);
        if (projectionHealth.rebuild() == null) {
            return projectionHealth;
        }
        try (ConsoleProgress consoleProgress =
                ConsoleProgress.events(name, projectionHealth.rebuild().total())) {
            for (ProjectionHealth.RebuildProgress rebuildProgress = projectionHealth.rebuild();
                    rebuildProgress != null;
                    rebuildProgress = projectionHealth.rebuild()) {
                consoleProgress.stepTo(rebuildProgress.position());
                Thread.sleep(POLL_INTERVAL);
                projectionHealth = healthOf(name, projections);
            }
        }
        return projectionHealth;
    }

    private static ProjectionHealth healthOf(String name, RebuildableProjections projections)
            throws IOException, InterruptedException {
        return projections.health().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("There is no projection " + name));
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("started past picocli");
        }
        return spec.commandLine();
    }
}
