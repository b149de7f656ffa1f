package org.claimsledger.cli;

import java.net.URI;
import java.time.InstantSource;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.token.TokenRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose tokens: a running server's, or those of a ledger that is opened here. */
final class TokenOptions {

    @Option(names = "--server", paramLabel = "URL", description = "Of a running server, as in http://127.0.0.1:8080.")
    private @Nullable URI server;

    @Option(
            names = "--token",
            defaultValue = "${env:LEDGER_ADMIN_TOKEN}",
            paramLabel = "TOKEN",
            description = "The admin's token, which the server wants (LEDGER_ADMIN_TOKEN).")
    private @Nullable String token;

    @Mixin
    private StoreOptions store = new StoreOptions();

    TokenAdministration open(CommandLine line) {
        URI there = server;
        if (there != null) {
            return new RemoteTokens(there, token);
        }
        store.requireFolder(line);
        Ledger ledger = Ledger.open(store.eventLocation(), InstantSource.system());
        try {
            return new LocalTokens(ledger, TokenRegistry.open(store.eventLocation(), InstantSource.system()));
        } catch (RuntimeException refused) {
            ledger.close();
            throw refused;
        }
    }
}
