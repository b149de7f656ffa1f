package org.claimsledger.cli;

import java.net.BindException;
import org.claimsledger.api.security.oidc.IdentityProviderRefused;
import org.claimsledger.copy.RestoreRefused;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.token.TokensRefused;
import org.claimsledger.value.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one jar, one command a task. */
@Command(
        name = "claims-ledger",
        description = "A ledger in which every assertion about the world is an immutable event with its source.",
        mixinStandardHelpOptions = true,
        version = "claims-ledger 0.1",
        subcommands = {
            Serve.class,
            ImportFile.class,
            Export.class,
            RestoreFile.class,
            ReplayLog.class,
            Verify.class,
            Rebuild.class,
            TokenCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class ClaimsLedger {

    private ClaimsLedger() {}

    public static void main(String[] args) {
        Carriers.moreThanProcessors();
        int exit = commandLine().execute(args);
        if (exit != Serve.RUNNING) {
            System.exit(exit);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new ClaimsLedger())
                .setOut(Terminal.on(System.out))
                .setErr(Terminal.on(System.err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((fault, line, parsed) -> {
                    line.getErr().println(Terminal.line(sentence(fault)));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** What a person at a terminal needs to know; the refusal of a folder says it in one sentence. */
    private static String sentence(Throwable fault) {
        Throwable cause = reason(fault);
        return isSentence(cause) ? String.valueOf(cause.getMessage()) : cause.toString();
    }

    private static boolean isSentence(Throwable fault) {
        return fault instanceof StoreRefused
                || fault instanceof ExportRefused
                || fault instanceof RestoreRefused
                || fault instanceof TokensRefused
                || fault instanceof IdentityProviderRefused
                || fault instanceof Refused;
    }

    /** Whether whoever started it can put it right: a folder or a setting that is refused, or a port that is taken. */
    static boolean isForTheStarter(Throwable fault) {
        Throwable reason = reason(fault);
        return isSentence(reason) || reason instanceof BindException;
    }

    private static Throwable reason(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && !isSentence(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
