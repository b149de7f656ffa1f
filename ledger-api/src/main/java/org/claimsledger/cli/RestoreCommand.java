package org.claimsledger.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.claimsledger.copy.ExportRestorer;
import org.claimsledger.copy.RestoreRefused;
import org.claimsledger.store.Restoration;
import org.claimsledger.store.engine.LedgerStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Turns an export back into a ledger. */
@Command(
        name = "restore",
        description = {
            "Makes a ledger of a whole export: the same events with the same positions, times and bytes.",
            "Every hash is checked on the way. Where anything does not hold, no ledger is left."
        },
        footer = {
            "",
            "Exit code: 0 where the ledger is there, 4 where the export does not hold, 1 where it broke off, 2 for"
                    + " wrong options."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand extends StoreCommand {

    private static final int EXIT_INVALID_EXPORT = 4;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The export, plain or compressed with gzip or zstd; else it is read from standard input.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        Path source = file;
        if (source != null && !Files.isRegularFile(source)) {
            throw wrongOption("There is no file " + source);
        }
        try (Restoration ledger = LedgerStore.restore(eventLocation(), InstantSource.system());
                ConsoleProgress progress = source == null
                        ? ConsoleProgress.events("Restoring", ConsoleProgress.UNKNOWN)
                        : ConsoleProgress.bytes("Restoring", Files.size(source));
                InputStream in = source == null ? System.in : progress.reading(Files.newInputStream(source))) {
            long events = ExportRestorer.run(Compression.decompressed(in), ledger, position -> {
                if (source == null) {
                    progress.stepTo(position);
                }
            });
            println(events + " events restored.");
            return CommandLine.ExitCode.OK;
        } catch (RestoreRefused refused) {
            commandLine().getErr().println(TerminalWriter.escapedLine("Nothing was restored. " + refused.getMessage()));
            commandLine().getErr().flush();
            return EXIT_INVALID_EXPORT;
        }
    }
}
