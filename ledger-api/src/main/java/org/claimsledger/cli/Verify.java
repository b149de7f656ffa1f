package org.claimsledger.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.LogVerification;
import org.claimsledger.ledger.LogVerification.Fault;
import org.claimsledger.ledger.LogVerification.Kept;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.TableVerification;
import org.claimsledger.replay.Replay;
import org.claimsledger.store.NodeFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads everything again, and says whether it holds. */
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
final class Verify implements Callable<Integer> {

    private static final int SOMETHING_DOES_NOT_HOLD = 4;
    private static final int SHOWN = 10;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private StoreOptions store = new StoreOptions();

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
    private static final class Faults implements Consumer<Fault> {

        private final PrintWriter out;
        private long count;

        Faults(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void accept(Fault fault) {
            if (count++ < SHOWN) {
                out.println(Terminal.line((fault.position() == 0 ? "" : "@" + fault.position() + " ") + fault.what()));
                out.flush();
            }
        }
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        CommandLine line = commandLine();
        Kept kept = kept();
        store.requireFolder(line);
        PrintWriter out = line.getOut();
        Faults faults = new Faults(out);
        try (Ledger ledger = Ledger.open(store.events(), InstantSource.system())) {
            LogVerification.Read log = log(ledger, kept, faults);
            String read = log.events() + " events";
            if (!noTables) {
                read += " and " + tables(ledger, faults) + " claims";
            }
            if (faults.count > 0 || !quiet) {
                out.println(
                        read + " read; " + (faults.count == 0 ? "everything holds." : "faults: " + faults.count + "."));
            }
            if (faults.count == 0 && !quiet) {
                out.println(log.events() + ":" + HexFormat.of().formatHex(log.hash()));
            }
            out.flush();
        }
        return faults.count == 0 ? CommandLine.ExitCode.OK : SOMETHING_DOES_NOT_HOLD;
    }

    private @Nullable Kept kept() {
        if (expect == null) {
            return null;
        }
        String[] parts = expect.split(":", 2);
        try {
            Kept kept = new Kept(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1]));
            if (kept.position() > 0) {
                return kept;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException refusedBelow) {
            // like everything that verify did not print
        }
        throw new ParameterException(
                commandLine(), "--expect is a position, a colon and a hash, as verify prints them");
    }

    private LogVerification.Read log(Ledger ledger, @Nullable Kept kept, Faults faults) {
        try (Bar bar = bar("Events", ledger.log().head())) {
            return LogVerification.run(ledger.log(), ledger.tagIndex(), kept, faults, bar::stepTo);
        }
    }

    private long tables(Ledger ledger, Faults faults) throws InterruptedException, IOException {
        long head = ledger.log().head();
        try (NodeFolder held = NodeFolder.claim(store.events(), store.data());
                Projections projections =
                        Projections.open(store.data().resolve("projections"), ledger.log(), ledger.id())) {
            projections.catchUp(head, Duration.ofSeconds(2), done -> {});
            Replay replay;
            try (Bar bar = bar("Replay", head)) {
                replay = Replay.of(ledger.log(), head, bar::stepTo);
            }
            long claims;
            try (Bar bar = bar("Tables", head)) {
                claims = TableVerification.run(projections, replay, faults, bar::stepTo);
            }
            projections.verifySearch(head, faults);
            return claims;
        }
    }

    private Bar bar(String what, long head) {
        return quiet ? Bar.none() : Bar.events(what, head);
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("started past picocli");
        }
        return spec.commandLine();
    }
}
