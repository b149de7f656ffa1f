package org.claimsledger.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.run.Health;
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
final class Rebuild implements Callable<Integer> {

    private static final Duration EVERY = Duration.ofMillis(200);

    @Spec
    private @Nullable CommandSpec spec;

    /** One projection or all of them. */
    private static final class Which {

        @Parameters(paramLabel = "NAME", description = "The projection.")
        private @Nullable String name;

        @Option(names = "--all", description = "All projections.")
        private boolean all;
    }

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

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
        StoreLocation events = store.events();
        store.requireFolder(commandLine());
        try (Ledger ledger = Ledger.open(events, InstantSource.system());
                NodeFolder held = NodeFolder.claim(events, store.data());
                Projections projections =
                        Projections.open(store.data().resolve("projections"), ledger.log(), ledger.id())) {
            rebuild(new OwnProjections(projections));
        }
        return CommandLine.ExitCode.OK;
    }

    /** Projections, wherever they are. */
    interface Rebuildable {

        List<Health> health() throws IOException, InterruptedException;

        void rebuild(String name) throws IOException, InterruptedException;
    }

    private record OwnProjections(Projections projections) implements Rebuildable {

        @Override
        public List<Health> health() {
            return projections.health();
        }

        @Override
        public void rebuild(String name) {
            projections.rebuild(name);
        }
    }

    private void rebuild(Rebuildable projections) throws IOException, InterruptedException {
        List<String> names = names(projections.health());
        for (String name : names) {
            Health before = over(name, projections);
            projections.rebuild(name);
            Health after = over(name, projections);
            if (after.generation() == before.generation()) {
                throw new IOException("The rebuild of " + name + " failed, and the tables that there were stay: "
                        + after.rebuildError());
            }
            commandLine().getOut().println(name + ": generation " + after.generation() + " is in use.");
            commandLine().getOut().flush();
        }
    }

    private List<String> names(List<Health> health) {
        List<String> names = new ArrayList<>();
        health.forEach(each -> names.add(each.name()));
        String name = which.name;
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
    private static Health over(String name, Rebuildable projections) throws IOException, InterruptedException {
        Health health = of(name, projections);
        if (health.rebuild() == null) {
            return health;
        }
        try (Bar bar = Bar.events(name, health.rebuild().of())) {
            for (Health.Rebuild rebuild = health.rebuild(); rebuild != null; rebuild = health.rebuild()) {
                bar.stepTo(rebuild.position());
                Thread.sleep(EVERY);
                health = of(name, projections);
            }
        }
        return health;
    }

    private static Health of(String name, Rebuildable projections) throws IOException, InterruptedException {
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
