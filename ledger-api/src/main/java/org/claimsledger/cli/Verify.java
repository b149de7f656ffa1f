package org.claimsledger.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.LogVerification;
import org.claimsledger.ledger.LogVerification.Fault;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.TableVerification;
import org.claimsledger.store.NodeFolder;
import org.claimsledger.store.StoreLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads everything again, and says whether it holds. */
@Command(
        name = "verify",
        description = {
            "Reads a ledger again, whose folder no server may have open: every event's place, time, hash, form and"
                    + " tags,",
            "and what the tables say of every claim against a plain fold of its events."
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
                out.println("@" + fault.position() + " " + fault.what());
            }
        }
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        CommandLine line = commandLine();
        StoreLocation events = store.events();
        if (events instanceof StoreLocation.Folder(Path folder) && !Files.isDirectory(folder)) {
            throw new ParameterException(line, "There is no folder " + folder);
        }
        PrintWriter out = line.getOut();
        Faults faults = new Faults(out);
        try (Ledger ledger = Ledger.open(events, InstantSource.system());
                NodeFolder held = NodeFolder.claim(events, store.data());
                Projections projections =
                        Projections.open(store.data().resolve("projections"), ledger.log(), ledger.id())) {
            long head = ledger.log().head();
            long read = shown("Events", head, done -> LogVerification.run(ledger.log(), faults, done));
            projections.catchUp(head, Duration.ofSeconds(2), done -> {});
            long claims = shown("Claims", head, done -> TableVerification.run(ledger.log(), projections, faults, done));
            out.println(read + " events and " + claims + " claims read; "
                    + (faults.count == 0 ? "everything holds." : "faults: " + faults.count + "."));
            out.flush();
        }
        return faults.count == 0 ? CommandLine.ExitCode.OK : SOMETHING_DOES_NOT_HOLD;
    }

    /** Something that reads the whole log and tells how far it is. */
    private interface Reading {
        long run(LongConsumer done);
    }

    private static long shown(String what, long head, Reading reading) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(head)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .continuousUpdate()
                .build()) {
            return reading.run(bar::stepTo);
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("started past picocli");
        }
        return spec.commandLine();
    }
}
