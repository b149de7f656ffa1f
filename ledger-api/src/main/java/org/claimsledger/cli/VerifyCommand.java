package org.claimsledger.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.TableVerification;
import org.claimsledger.store.NodeFolder;
import org.claimsledger.verify.LogVerification;
import org.claimsledger.verify.LogVerification.Fault;
import org.claimsledger.verify.LogVerification.KeptHash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks a ledger: its log, its index of tags, its tables and its search index. */
@Command(
        name = "verify",
        description = {
            "Reads a ledger's folder again, which no server may have open: every event's place, time, hash and form,"
                    + " the",
            "index of tags both ways, what the tables say against a replay of the events, and what can be searched for",
            "against the tables.",
            "Where all of it holds it ends with the last event's position and hash; keep them, and --expect them later."
        },
        footer = {"", "Exit code: 0 where everything holds, 4 where something does not, 1 where it broke off."},
        mixinStandardHelpOptions = true)
final class VerifyCommand extends StoreCommand {

    private static final int EXIT_FAULTS_FOUND = 4;
    private static final int MAX_FAULTS_SHOWN = 10;

    @Option(
            names = "--expect",
            paramLabel = "POSITION:HASH",
            description = "An event's hash that was kept elsewhere: a folder put back to an older state lacks it.")
    private @Nullable String expect;

    @Option(names = "--no-tables", description = "Leave out the read side, which can be made anew.")
    private boolean noTables;

    @Option(names = "--quiet", description = "Say nothing but what does not hold, as cron wants it.")
    private boolean quiet;

    /** Shows the first faults as they are found and counts all. */
    private static final class FaultPrinter implements Consumer<Fault> {

        private final PrintWriter out;
        private long count;

        FaultPrinter(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void accept(Fault fault) {
            if (count++ < MAX_FAULTS_SHOWN) {
                out.println(TerminalWriter.escapedLine(
                        (fault.position() == 0 ? "" : "@" + fault.position() + " ") + fault.what()));
                out.flush();
            }
        }
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        KeptHash keptHash = expectedHash();
        PrintWriter out = commandLine().getOut();
        FaultPrinter faults = new FaultPrinter(out);
        try (Ledger ledger = openLedger()) {
            LogVerification.VerifiedLog log = verifyLog(ledger, keptHash, faults);
            String summary = log.events() + " events";
            if (!noTables) {
                summary += " and " + verifyTables(ledger, faults) + " claims";
            }
            if (faults.count > 0 || !quiet) {
                out.println(summary + " read; "
                        + (faults.count == 0 ? "everything holds." : "faults: " + faults.count + "."));
            }
            if (faults.count == 0 && !quiet) {
                out.println(log.events() + ":" + HexFormat.of().formatHex(log.hash()));
            }
            out.flush();
        }
        return faults.count == 0 ? CommandLine.ExitCode.OK : EXIT_FAULTS_FOUND;
    }

    private @Nullable KeptHash expectedHash() {
        if (expect == null) {
            return null;
        }
        String[] parts = expect.split(":", 2);
        try {
            KeptHash keptHash =
                    new KeptHash(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1]));
            if (keptHash.position() > 0) {
                return keptHash;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException refusedBelow) {
            // refused below, like a position of 0
        }
        throw wrongOption("--expect is a position, a colon and a hash, as verify prints them");
    }

    private LogVerification.VerifiedLog verifyLog(Ledger ledger, @Nullable KeptHash keptHash, FaultPrinter faults) {
        try (ConsoleProgress progress = progress("Events", ledger.log().head())) {
            return LogVerification.run(ledger.log(), ledger.tagIndex(), keptHash, faults, progress::stepTo);
        }
    }

    private long verifyTables(Ledger ledger, FaultPrinter faults) throws InterruptedException, IOException {
        long head = ledger.log().head();
        try (NodeFolder nodeFolder = NodeFolder.acquire(eventLocation(), data());
                ReadModels readModels = openReadModels(ledger)) {
            readModels.catchUp(head, Duration.ofSeconds(2), done -> {});
            CompleteHistory history;
            try (ConsoleProgress progress = progress("Replay", head)) {
                history = CompleteHistory.replay(ledger.log(), head, progress::stepTo);
            }
            long claims;
            try (ConsoleProgress progress = progress("Tables", head)) {
                claims = TableVerification.run(readModels, history, faults, progress::stepTo);
            }
            readModels.verifySearch(head, faults);
            return claims;
        }
    }

    private ConsoleProgress progress(String task, long head) {
        return quiet ? ConsoleProgress.none() : ConsoleProgress.events(task, head);
    }
}
