package org.claimsledger.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.claimsledger.api.operation.ImportRun;
import org.claimsledger.api.security.Caller;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.value.Ids;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
final class ImportCommand implements Callable<Integer> {

    private static final int EXIT_SOME_REFUSED = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private @Nullable Path file;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Send it to a running server, as in http://127.0.0.1:8080.")
    private @Nullable URI server;

    @Option(
            names = "--token",
            defaultValue = "${env:LEDGER_ADMIN_TOKEN}",
            paramLabel = "TOKEN",
            description = "The token that the server wants (LEDGER_ADMIN_TOKEN).")
    private @Nullable String token;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--actor", defaultValue = "admin", description = "Who is recorded as having done it (admin).")
    private String actor = "admin";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path source = file;
        if (source == null || !Files.isRegularFile(source)) {
            throw new ParameterException(commandLine(), "There is no file " + source);
        }
        ImportSummary importSummary = new ImportSummary(commandLine().getOut());
        try (ConsoleProgress consoleProgress = ConsoleProgress.bytes("Importing", Files.size(source));
                InputStream in = new ProgressInputStream(
                        new BufferedInputStream(Files.newInputStream(source)), consoleProgress)) {
            if (server != null) {
                new RemoteImport(server, token).run(in, importSummary);
            } else {
                try (Ledger ledger = Ledger.open(store.eventLocation(), InstantSource.system())) {
                    new ImportRun(ledger, Caller.owner(actor), Ids.newId()).run(in, importSummary::add);
                }
            }
        }
        importSummary.print();
        return importSummary.anyRefused() ? EXIT_SOME_REFUSED : CommandLine.ExitCode.OK;
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("started past picocli");
        }
        return spec.commandLine();
    }
}
