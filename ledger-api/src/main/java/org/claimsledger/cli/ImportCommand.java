package org.claimsledger.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.claimsledger.api.operation.ImportLineResult.LineStatus;
import org.claimsledger.api.operation.ImportRun;
import org.claimsledger.api.security.Caller;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.value.Ids;
import org.claimsledger.value.RefusalCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

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
                send(in, client, summary);
                return;
            }
        }
        try (Ledger ledger = Ledger.open(eventLocation(), InstantSource.system())) {
            new ImportRun(ledger, Caller.owner(actor), Ids.newId()).run(in, summary::add);
        }
    }

    /** Sends the file to a server that has the ledger open. */
    private static void send(InputStream file, ServerClient client, ImportSummary summary)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = client.request("/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> file));
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            if (response.statusCode() != 200) {
                throw ServerClient.unexpected(response, lines.readLine());
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(ServerClient.JSON.readTree(line), summary);
            }
        }
    }

    private static void add(JsonNode result, ImportSummary summary) throws IOException {
        JsonNode problem = result.path("problem");
        if (problem.path("code").asString("").equals(RefusalCode.STOPPING.code())) {
            throw new IOException("The server stopped at line "
                    + result.path("line").longValue() + "; send the file again when it is back");
        }
        summary.add(
                result.path("line").longValue(),
                LineStatus.valueOf(result.path("status").stringValue().toUpperCase(Locale.ROOT)),
                problem.path("code").stringValue(""),
                problem.path("pointer").stringValue(""),
                problem.path("detail").stringValue(""));
    }
}
