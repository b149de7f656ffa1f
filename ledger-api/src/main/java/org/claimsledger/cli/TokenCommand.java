package org.claimsledger.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.claimsledger.api.viewpoint.ClockParameters;
import org.claimsledger.cli.TokenAdministration.LocalTokens;
import org.claimsledger.cli.TokenAdministration.RemoteTokens;
import org.claimsledger.cli.TokenAdministration.TokenRow;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.token.Role;
import org.claimsledger.token.TokenRegistry;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates, lists and revokes tokens. */
@Command(
        name = "token",
        description = "Makes, lists and revokes the tokens by which others get in.",
        footer = {"", "Exit code: 0 where it is done, 1 where it is not, 2 for wrong options."},
        subcommands = {TokenCommand.CreateToken.class, TokenCommand.ListTokens.class, TokenCommand.RevokeToken.class},
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class TokenCommand {

    private static final String ROW_FORMAT = "%-24s  %-8s  %-20s  %-20s  %-10s  %s";

    /** A command upon the tokens of a running server or of a ledger that is opened here. */
    abstract static class TokenSubcommand extends StoreCommand {

        @Mixin
        private RemoteServer server = new RemoteServer();

        @Override
        public final Integer call() throws Exception {
            PrintWriter out = commandLine().getOut();
            try (TokenAdministration tokens = open()) {
                run(tokens, out);
            }
            out.flush();
            return CommandLine.ExitCode.OK;
        }

        abstract void run(TokenAdministration tokens, PrintWriter out) throws Exception;

        private TokenAdministration open() {
            ServerClient client = server.connect();
            if (client != null) {
                return new RemoteTokens(client);
            }
            Ledger ledger = openLedger();
            try {
                return new LocalTokens(ledger, TokenRegistry.open(eventLocation(), InstantSource.system()));
            } catch (RuntimeException refused) {
                ledger.close();
                throw refused;
            }
        }
    }

    /** Creates a token. */
    @Command(
            name = "create",
            description = "Makes a token and prints its secret, which is kept nowhere and never shown again.",
            mixinStandardHelpOptions = true)
    static final class CreateToken extends TokenSubcommand {

        @Parameters(
                paramLabel = "NAME",
                description =
                        "The name under which everything is recorded that is done with it. It is never given again.")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "What it may do: ${COMPLETION-CANDIDATES}.")
        private Role role = Role.READER;

        @Option(
                names = "--expires",
                paramLabel = "DATE",
                description = "Its last day, UTC, or the instant from which on it is not taken (in a year).")
        private @Nullable String expires;

        @Override
        void run(TokenAdministration tokens, PrintWriter out) throws Exception {
            TokenAdministration.CreatedToken created = tokens.create(name, role, expiry());
            out.println("The token " + name + " (" + role.lowerCaseName() + ") is taken until " + created.expires()
                    + ". It is not shown again:");
            out.println(created.secret());
        }

        private @Nullable Instant expiry() {
            try {
                return expires == null ? null : ClockParameters.instant("--expires", expires);
            } catch (Refused wrong) {
                throw wrongOption(wrong.first().detail());
            }
        }
    }

    /** Lists all tokens. */
    @Command(
            name = "list",
            description = "Lists all tokens, with those that have expired or were revoked.",
            mixinStandardHelpOptions = true)
    static final class ListTokens extends TokenSubcommand {

        @Override
        void run(TokenAdministration tokens, PrintWriter out) throws Exception {
            out.println(ROW_FORMAT.formatted("NAME", "ROLE", "CREATED", "EXPIRES", "LAST USED", "REVOKED"));
            for (TokenRow row : tokens.list()) {
                out.println(TerminalWriter.escapedLine(ROW_FORMAT
                        .formatted(
                                row.name(),
                                row.role(),
                                seconds(row.created()),
                                seconds(row.expires()),
                                row.lastUsed() == null ? "never" : row.lastUsed(),
                                row.revoked() == null ? "" : seconds(row.revoked()))
                        .stripTrailing()));
            }
        }

        private static String seconds(String instant) {
            return instant.replaceFirst("\\.\\d+Z$", "Z");
        }
    }

    /** Revokes a token. */
    @Command(name = "revoke", description = "Ends a token, at once and for good.", mixinStandardHelpOptions = true)
    static final class RevokeToken extends TokenSubcommand {

        @Parameters(paramLabel = "NAME", description = "The token's name, or its id.")
        private String name = "";

        @Override
        void run(TokenAdministration tokens, PrintWriter out) throws Exception {
            List<TokenRow> matching = tokens.list().stream()
                    .filter(row -> row.name().equals(name) || row.id().equals(name))
                    .toList();
            if (matching.isEmpty()) {
                throw wrongOption("There is no token " + name);
            }
            tokens.revoke(matching.getFirst().id());
            out.println("The token " + matching.getFirst().name() + " is not taken any more.");
        }
    }
}
