package org.claimsledger.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.claimsledger.api.viewpoint.ClockParameters;
import org.claimsledger.cli.TokenAdministration.TokenRow;
import org.claimsledger.token.Role;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands out the tokens by which others get in, and takes them back. */
@Command(
        name = "token",
        description = "Makes, lists and revokes the tokens by which others get in.",
        footer = {"", "Exit code: 0 where it is done, 1 where it is not, 2 for wrong options."},
        subcommands = {TokenCommand.CreateToken.class, TokenCommand.ListTokens.class, TokenCommand.RevokeToken.class},
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class TokenCommand {

    private static final String ROW_FORMAT = "%-24s  %-8s  %-20s  %-20s  %-10s  %s";

    /** What each of them can be told, and how it ends. */
    abstract static class TokenSubcommand implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Mixin
        private TokenOptions place = new TokenOptions();

        @Override
        public final Integer call() throws Exception {
            CommandLine line = commandLine();
            try (TokenAdministration desk = place.open(line)) {
                run(desk, line.getOut());
            }
            line.getOut().flush();
            return CommandLine.ExitCode.OK;
        }

        abstract void run(TokenAdministration desk, PrintWriter out) throws Exception;

        CommandLine commandLine() {
            if (spec == null) {
                throw new IllegalStateException("started past picocli");
            }
            return spec.commandLine();
        }
    }

    /** A new token. */
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
        void run(TokenAdministration desk, PrintWriter out) throws Exception {
            TokenAdministration.CreatedToken createdToken = desk.create(name, role, until());
            out.println("The token " + name + " (" + role.lowerCaseName() + ") is taken until " + createdToken.expires()
                    + ". It is not shown again:");
            out.println(createdToken.secret());
        }

        private @Nullable Instant until() {
            try {
                return expires == null ? null : ClockParameters.instant("--expires", expires);
            } catch (Refused wrong) {
                throw new ParameterException(commandLine(), wrong.first().detail());
            }
        }
    }

    /** All tokens. */
    @Command(
            name = "list",
            description = "Lists all tokens, with those that have expired or were revoked.",
            mixinStandardHelpOptions = true)
    static final class ListTokens extends TokenSubcommand {

        @Override
        void run(TokenAdministration desk, PrintWriter out) throws Exception {
            out.println(ROW_FORMAT.formatted("NAME", "ROLE", "CREATED", "EXPIRES", "LAST USED", "REVOKED"));
            for (TokenRow tokenRow : desk.list()) {
                out.println(TerminalWriter.escapedLine(ROW_FORMAT
                        .formatted(
                                tokenRow.name(),
                                tokenRow.role(),
                                seconds(tokenRow.created()),
                                seconds(tokenRow.expires()),
                                tokenRow.lastUsed() == null ? "never" : tokenRow.lastUsed(),
                                tokenRow.revoked() == null ? "" : seconds(tokenRow.revoked()))
                        .stripTrailing()));
            }
        }

        private static String seconds(String instant) {
            return instant.replaceFirst("\\.\\d+Z$", "Z");
        }
    }

    /** The end of a token. */
    @Command(name = "revoke", description = "Ends a token, at once and for good.", mixinStandardHelpOptions = true)
    static final class RevokeToken extends TokenSubcommand {

        @Parameters(paramLabel = "NAME", description = "The token's name, or its id.")
        private String name = "";

        @Override
        void run(TokenAdministration desk, PrintWriter out) throws Exception {
            List<TokenRow> named = desk.list().stream()
                    .filter(tokenRow ->
                            tokenRow.name().equals(name) || tokenRow.id().equals(name))
                    .toList();
            if (named.isEmpty()) {
                throw new ParameterException(commandLine(), "There is no token " + name);
            }
            desk.revoke(named.getFirst().id());
            out.println("The token " + named.getFirst().name() + " is not taken any more.");
        }
    }
}
