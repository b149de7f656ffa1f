package org.claimsledger.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.claimsledger.api.operation.ImportRun;
import org.claimsledger.api.security.Caller;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.value.Ids;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a file of commands, into the ledger itself or through a server that has it open. */
@Command(
        name = "import",
        description = {
            "Imports a file of commands (NDJSON, one command a line).",
            "A file sent twice changes nothing: lines that were accepted before are duplicates."
        },
        footer = {
            "",
            "Exit code: 0 where every line is in the ledger now, 3 where lines were refused, 1 where it broke off, 2"
                    + " for wrong options."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand extends StoreCommand {

    private static final int EXIT_SOME_REFUSED = 3;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private @Nullable Path file;

    @Mixin
    private RemoteServer server = new RemoteServer();

    @Option(names = "--actor", defaultValue = "admin", description = "Who is recorded as having done it (admin).")
    private String actor = "admin";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path source = file;
        if (source == null || !Files.isRegularFile(source)) {
            throw wrongOption("There is no file " + source);
        }
        ImportSummary summary = new ImportSummary(commandLine().getOut());
        try (ConsoleProgress progress = ConsoleProgress.bytes("Importing", Files.size(source));
                InputStream in = progress.reading(new BufferedInputStream(Files.newInputStream(source)))) {
            run(in, summary);
        }
        summary.print();
        return summary.anyRefused() ? EXIT_SOME_REFUSED : CommandLine.ExitCode.OK;
    }

    private void run(InputStream in, ImportSummary summary) throws IOException, InterruptedException {
        try (ServerClient client = server.connect()) {
            if (client != null) {
                new RemoteImport(client).run(in, summary);
                return;
            }
        }
        try (Ledger ledger = Ledger.open(eventLocation(), InstantSource.system())) {
            new ImportRun(ledger, Caller.owner(actor), Ids.newId()).run(in, summary::add);
        }
    }
}
