package org.claimsledger.ledger;

import static org.claimsledger.predicate.PredicateForm.defined;
import static org.claimsledger.source.SourceForm.registered;
import static org.claimsledger.subject.SubjectForm.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.engine.JavaProcess;
import org.claimsledger.store.engine.PostgresForTests;

/**
 * Processes that share a PostgreSQL and file the same claims at once. Of all who file a claim exactly one may be
 * accepted; the events have to have all positions from 1 on and rising times, looked at in plain SQL.
 *
 * <p>Arguments: the number of processes, and how many commands they give in all.
 */
public final class NodesRace {

    private static final int THREADS = 16;

    private static final String TIMES_THAT_DO_NOT_RISE = """
        select count(*) from (
            select recorded_at - lag(recorded_at) over (order by position) as step from event) as steps
        where step <= 0
        """;
    private static final String CLAIMS_FILED_TWICE = """
        select count(*) from (
            select e.payload::text from event e join event_type t on t.id = e.type
            where t.name like '%ClaimAsserted' group by e.payload having count(*) > 1) as twice
        """;

    private NodesRace() {}

    /** The result of a race. */
    record Result(long commands, long accepted, long events, double seconds) {}

    public static void main(String[] arguments) throws Exception {
        Result result = run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.printf(
                "%d commands in %.1f s (%.0f/s): %d accepted, each claim once; %d events, no gap, times rising%n",
                result.commands(),
                result.seconds(),
                result.commands() / result.seconds(),
                result.accepted(),
                result.events());
        System.exit(0);
    }

    static Result run(int processes, int commands) throws Exception {
        int claims = Math.ceilDiv(commands, processes * THREADS);
        PostgresDatabase postgresDatabase = PostgresForTests.newDatabase();
        begin(postgresDatabase);
        List<Process> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                nodes.add(JavaProcess.start(
                        RacingNode.class,
                        postgresDatabase.url(),
                        "postgres",
                        String.valueOf(claims),
                        String.valueOf(THREADS)));
            }
            for (Process node : nodes) {
                require("ready".equals(node.inputReader().readLine()), "a node did not start");
            }
            long start = System.nanoTime();
            for (Process node : nodes) {
                node.outputWriter().append('\n').flush();
            }
            Set<String> accepted = new HashSet<>();
            for (Process node : nodes) {
                accepted(node, accepted);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long events = check(postgresDatabase, claims, accepted);
            return new Result((long) claims * processes * THREADS, accepted.size(), events, seconds);
        } finally {
            nodes.forEach(Process::destroyForcibly);
        }
    }

    private static void begin(PostgresDatabase postgresDatabase) {
        try (Ledger ledger = Ledger.open(postgresDatabase, InstantSource.system())) {
            for (LedgerCommand command :
                    List.of(registered("rferl"), subject("aliev"), subject("rakhat"), defined("wanted"))) {
                ledger.submit(Request.by("ann", "race", command));
            }
        }
    }

    private static void accepted(Process node, Set<String> accepted) {
        try {
            String line = node.inputReader().readLine();
            for (;
                    line != null && line.startsWith("accepted ");
                    line = node.inputReader().readLine()) {
                require(accepted.add(line), line + " by two callers");
            }
            require("done".equals(line), "a node ended with " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long check(PostgresDatabase postgresDatabase, int claims, Set<String> accepted) {
        long events = PostgresForTests.number(postgresDatabase, "select count(*) from event");
        require(accepted.size() == claims, accepted.size() + " claims of " + claims + " were accepted");
        require(events == claims + 4L, events + " events instead of " + (claims + 4));
        require(
                PostgresForTests.number(postgresDatabase, "select max(position) from event") == events,
                "positions have gaps");
        require(PostgresForTests.number(postgresDatabase, TIMES_THAT_DO_NOT_RISE) == 0, "times do not rise");
        require(PostgresForTests.number(postgresDatabase, CLAIMS_FILED_TWICE) == 0, "a claim was filed twice");
        return events;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
