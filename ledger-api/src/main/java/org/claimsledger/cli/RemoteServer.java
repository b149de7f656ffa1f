package org.claimsledger.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that name a running server, for commands that can go through one. Where a command words them in its own way,
 * its words stand in {@code options.properties}.
 */
final class RemoteServer {

    @Option(names = "--server", paramLabel = "URL", description = "Of a running server, as in http://127.0.0.1:8080.")
    private @Nullable URI server;

    @Option(
            names = "--token",
            defaultValue = "${env:LEDGER_ADMIN_TOKEN}",
            paramLabel = "TOKEN",
            description = "The token that the server wants (LEDGER_ADMIN_TOKEN).")
    private @Nullable String token;

    /** A client of the server; null where none is named, so that the command opens the ledger itself. */
    @Nullable
    ServerClient connect() {
        return server == null ? null : new ServerClient(server, token);
    }
}
