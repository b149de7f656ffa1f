package org.claimsledger.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** A ledger's events in a folder of one's own: opened by one process at a time, written through Axon's engine. */
public final class LedgerStore implements AutoCloseable {

    private final H2File file;
    private final Sequencer sequencer;
    private final EventStorageEngine engine;
    private final EventLog log;
    private final Head head;

    private LedgerStore(Path folder, Converter converter, InstantSource clock) throws SQLException {
        file = new H2File(folder);
        file.create(new H2Dialect());
        var types = new EventTypes();
        var tagIds = new TagIds(200_000);
        var tables = new EventTables(file.connect(), types, tagIds);
        Executor answers = Executors.newVirtualThreadPerTaskExecutor();
        head = new Head(new Head.Last(0, 0), answers);
        var recent = new RecentTags(100_000, 0);
        var reader = new EventReader(new Connections(file::connect), types, tagIds, converter);
        sequencer = new Sequencer(
                group -> {
                    tables.insert(group);
                    tables.commit();
                },
                new ConflictCheck(recent, reader),
                recent,
                head,
                clock,
                answers);
        engine = new JdbcEventStorageEngine(sequencer, reader, recent, head, converter);
        log = new DurableLog(reader, recent, head);
        sequencer.start();
    }

    /**
     * Opens the ledger in {@code folder}, or begins one where the folder is absent or empty.
     *
     * @param converter gives payloads as canonical JSON bytes and reads them again
     * @param clock the time of recording, of which the ledger makes a strictly rising one
     * @throws StoreRefused where the folder is not one to write to
     */
    public static LedgerStore open(Path folder, Converter converter, InstantSource clock) {
        try {
            return new LedgerStore(folder, converter, clock);
        } catch (SQLException e) {
            throw new StoreUnreadable("no", e);
        }
    }

    /** For Axon: appends, sources and streams. */
    public EventStorageEngine engine() {
        return engine;
    }

    /** For everyone who reads events as bytes. */
    public EventLog log() {
        return log;
    }

    /** The ledger's own id, a ULID in lower case, given when it was begun. */
    public String ledger() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** A clean stop: what waits is written, then all is on disk and compact. A second call does nothing. */
    @Override
    public void close() {
        sequencer.close();
        head.close();
        try {
            file.close();
        } catch (SQLException e) {
            throw new StoreUnreadable("close", e);
        }
    }
}
