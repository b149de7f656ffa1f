package org.claimsledger.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.store.StoreLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that can open a ledger itself: the options that say where the ledger is, and the command's output. */
abstract class StoreCommand implements Callable<Integer> {

    /** Taken from the environment, because arguments are visible to everyone on the machine. */
    private static final String PASSWORD = "LEDGER_POSTGRES_PASSWORD";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            defaultValue = "${env:LEDGER_DATA:-ledger-data}",
            paramLabel = "FOLDER",
            description = "The ledger's folder, or this node's where the events are in a database (LEDGER_DATA;"
                    + " ledger-data).")
    private Path data = Path.of("ledger-data");

    @Option(
            names = "--store",
            defaultValue = "${env:LEDGER_STORE:-h2}",
            paramLabel = "KIND",
            description = "Where the events are: h2, in the folder, or postgres (LEDGER_STORE; h2).")
    private StoreLocation.Kind store = StoreLocation.Kind.H2;

    @Option(
            names = "--postgres-url",
            defaultValue = "${env:LEDGER_POSTGRES_URL}",
            paramLabel = "URL",
            description = "The database, as in jdbc:postgresql://127.0.0.1:5432/ledger (LEDGER_POSTGRES_URL).")
    private @Nullable String url;

    @Option(
            names = "--postgres-user",
            defaultValue = "${env:LEDGER_POSTGRES_USER}",
            paramLabel = "NAME",
            description = "Who connects (LEDGER_POSTGRES_USER); the password is taken from " + PASSWORD + ".")
    private @Nullable String user;

    /** The folder of the ledger, or of this node where the events are in a database. */
    final Path data() {
        return data;
    }

    final StoreLocation eventLocation() {
        return StoreLocation.of(store, data, url, user, System.getenv(PASSWORD));
    }

    /** Opens a ledger that exists; a missing folder is a wrong option, and none is created. */
    final Ledger openLedger() {
        StoreLocation location = eventLocation();
        if (location instanceof StoreLocation.LedgerFolder(Path folder) && !Files.isDirectory(folder)) {
            throw wrongOption("There is no folder " + folder);
        }
        return Ledger.open(location, InstantSource.system());
    }

    /** Opens the read side; its node folder must be acquired first. */
    final ReadModels openReadModels(Ledger ledger) {
        return ReadModels.open(data.resolve("projections"), ledger.log(), ledger.id());
    }

    final CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }

    final ParameterException wrongOption(String sentence) {
        return new ParameterException(commandLine(), sentence);
    }

    final void println(String line) {
        commandLine().getOut().println(line);
        commandLine().getOut().flush();
    }

    /**
     * Writes bytes to standard output as they are.
     *
     * @throws UncheckedIOException where nobody reads it any more
     */
    static Consumer<byte[]> standardOutput() {
        PrintStream out = System.out;
        return bytes -> {
            out.writeBytes(bytes);
            if (out.checkError()) {
                throw new UncheckedIOException(new IOException("Nobody reads the standard output any more"));
            }
        };
    }
}
