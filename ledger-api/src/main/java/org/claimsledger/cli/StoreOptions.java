package org.claimsledger.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.claimsledger.store.StoreLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the ledger is, for every command that opens one itself. */
final class StoreOptions {

    /** A password among the arguments would be shown to everyone on the machine. */
    private static final String PASSWORD = "LEDGER_POSTGRES_PASSWORD";

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

    /** The folder of the ledger, or of this node. */
    Path data() {
        return data;
    }

    /** For commands that begin no ledger. */
    void requireFolder(CommandLine line) {
        if (eventLocation() instanceof StoreLocation.LedgerFolder(Path folder) && !Files.isDirectory(folder)) {
            throw new ParameterException(line, "There is no folder " + folder);
        }
    }

    StoreLocation eventLocation() {
        return StoreLocation.of(store, data, url, user, System.getenv(PASSWORD));
    }
}
