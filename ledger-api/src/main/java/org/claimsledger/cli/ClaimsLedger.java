package org.claimsledger.cli;

import java.net.BindException;
import java.util.ResourceBundle;
import org.claimsledger.api.security.IdentityProviderRefused;
import org.claimsledger.cli.ExportSource.ExportRefused;
import org.claimsledger.copy.RestoreRefused;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.token.TokenRegistry.TokenStorageRefused;
import org.claimsledger.value.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one jar, with a command for each task. */
@Command(
        name = "claims-ledger",
        description = "A ledger in which every assertion about the world is an immutable event with its source.",
        mixinStandardHelpOptions = true,
        version = "claims-ledger 0.1",
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            RestoreCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            TokenCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class ClaimsLedger {

    private ClaimsLedger() {}

    public static void main(String[] args) {
        VirtualThreadParallelism.raiseAboveProcessorCount();
        int exit = commandLine().execute(args);
        if (exit != ServeCommand.RUNNING) {
            System.exit(exit);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new ClaimsLedger())
                .setOut(TerminalWriter.printWriter(System.out))
                .setErr(TerminalWriter.printWriter(System.err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setResourceBundle(ResourceBundle.getBundle("org.claimsledger.cli.options"))
                .setExecutionExceptionHandler((fault, line, parsed) -> {
                    line.getErr().println(TerminalWriter.escapedLine(messageFor(fault)));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** The sentence for the terminal: a refusal's own message, and a failure with its type. */
    private static String messageFor(Throwable fault) {
        Throwable cause = readableCause(fault);
        return hasReadableMessage(cause) ? String.valueOf(cause.getMessage()) : cause.toString();
    }

    private static boolean hasReadableMessage(Throwable fault) {
        return fault instanceof StoreRefused
                || fault instanceof ExportRefused
                || fault instanceof RestoreRefused
                || fault instanceof TokenStorageRefused
                || fault instanceof IdentityProviderRefused
                || fault instanceof Refused;
    }

    /** Whether the operator can fix it: a folder or setting that is refused, or a port that is taken. */
    static boolean isOperatorError(Throwable fault) {
        Throwable reason = readableCause(fault);
        return hasReadableMessage(reason) || reason instanceof BindException;
    }

    private static Throwable readableCause(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && !hasReadableMessage(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /**
     * How many carrier threads run the virtual ones. Java starts one for each processor, and a virtual thread keeps its carrier
     * until it blocks, so that a few long reads would delay every short request. With more carriers, the operating system
     * shares the processors among them.
     */
    private static final class VirtualThreadParallelism {

        private static final String SETTING = "jdk.virtualThreadScheduler.parallelism";
        private static final int MINIMUM = 32;
        private static final int PER_PROCESSOR = 4;

        private VirtualThreadParallelism() {}

        /** Must be called before the first virtual thread is created. A number that the user has set stays. */
        static void raiseAboveProcessorCount() {
            if (System.getProperty(SETTING) == null) {
                int processors = Runtime.getRuntime().availableProcessors();
                System.setProperty(SETTING, Integer.toString(Math.max(MINIMUM, PER_PROCESSOR * processors)));
            }
        }
    }
}
