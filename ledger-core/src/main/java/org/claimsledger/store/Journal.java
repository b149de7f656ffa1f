package org.claimsledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The store's own log of what it acknowledges, in files of which only the last is written to. A group is on disk when
 * {@link #append} returns. What is older than a checkpoint of the database is of no more use and is deleted.
 *
 * <p>A segment is filled with zeros before it is used, and beside the one in use: syncing bytes of a file that keeps
 * its length costs little more than half of what it costs to let the file grow. Checkpoints run beside the writing
 * too. A segment that is full is left when the next one is ready; where that takes very long, writing waits, so that
 * the journal stays bounded.
 */
final class Journal implements AutoCloseable {

    /** What happens before old segments go: everything committed so far is on disk elsewhere. */
    @FunctionalInterface
    interface Checkpoint {
        void run() throws Exception;
    }

    static final String SUFFIX = ".journal";

    private static final String NEXT = "next.tmp";
    private static final int MOST_SEGMENTS_LONG = 8;

    private final Path folder;
    private final String ledger;
    private final int segment;
    private final Disk disk;
    private final Checkpoint checkpoint;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger-journal-upkeep").daemon(true).factory());
    private CompletableFuture<JournalFile> next = new CompletableFuture<>();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private long number;
    private long end;
    private long full;
    private @Nullable JournalFile current;

    Journal(Path folder, String ledger, long lastNumber, int segment, Disk disk, Checkpoint checkpoint) {
        this.folder = folder;
        this.ledger = ledger;
        this.number = lastNumber;
        this.segment = segment;
        this.disk = disk;
        this.checkpoint = checkpoint;
    }

    /**
     * Begins a segment, from a state that is on disk elsewhere already, and deletes all older ones.
     *
     * @param base where the ledger ends now
     */
    void begin(LedgerEnd base) throws IOException {
        disk.delete(folder.resolve(NEXT));
        use(filled(segment / 4), segment / 4, base);
        deleteOlder(number);
        next = CompletableFuture.supplyAsync(() -> unchecked(() -> filled(segment)), beside);
    }

    /**
     * Leaves a segment without records, for a clean stop: the database holds everything up to there.
     *
     * @param base where the ledger ends
     */
    void end(LedgerEnd base) throws IOException {
        awaitUpkeep();
        use(disk.create(folder.resolve(NEXT)), 0, base);
        deleteOlder(number);
    }

    /** Returns when nothing is done beside the writing any more. */
    void awaitUpkeep() throws IOException {
        beside.shutdown();
        try {
            next.join().close();
        } catch (RuntimeException e) {
            // There is no prepared file, and none is needed any more.
        }
        disk.delete(folder.resolve(NEXT));
    }

    /** Returns when the group is on disk. */
    void append(List<SequencedEvent> group) throws IOException {
        int length = JournalRecord.length(group);
        if (buffer.capacity() < length) {
            buffer = ByteBuffer.allocateDirect(length);
        }
        buffer.clear();
        JournalRecord.write(group, number, buffer);
        int written = buffer.remaining();
        file().write(buffer, end);
        file().sync();
        end += written;
    }

    /**
     * Goes on in the next segment where this one is full. To be called between groups, when all that was appended is
     * committed to the database.
     *
     * @param base where the ledger ends now
     */
    void turnPageIfFull(LedgerEnd base) throws IOException {
        boolean tooLong = end >= (long) MOST_SEGMENTS_LONG * segment;
        if (end >= full && (next.isDone() || tooLong)) {
            use(next.join(), segment, base);
            long kept = number;
            next = CompletableFuture.supplyAsync(
                    () -> unchecked(() -> {
                        checkpoint.run();
                        deleteOlder(kept);
                        return filled(segment);
                    }),
                    beside);
        }
    }

    private JournalFile file() {
        if (current == null) {
            throw new IllegalStateException("The journal has not begun.");
        }
        return current;
    }

    /** Gives a prepared file its header and its name. */
    private void use(JournalFile prepared, long length, LedgerEnd base) throws IOException {
        long following = number + 1;
        prepared.write(new SegmentHeader(ledger, following, base, length).bytes(), 0);
        prepared.sync();
        disk.move(folder.resolve(NEXT), path(following));
        disk.syncFolder(folder);
        if (current != null) {
            current.close();
        }
        current = prepared;
        number = following;
        end = SegmentHeader.LENGTH;
        full = length;
    }

    private Path path(long segment) {
        return folder.resolve("%016d".formatted(segment) + SUFFIX);
    }

    private JournalFile filled(int length) throws IOException {
        JournalFile file = disk.create(folder.resolve(NEXT));
        ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(length, 1 << 20));
        for (long at = 0; at < length; at += zeros.capacity()) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), length - at));
            file.write(zeros, at);
        }
        file.sync();
        return file;
    }

    private void deleteOlder(long kept) throws IOException {
        for (Path segment : segments(folder)) {
            if (segment.compareTo(path(kept)) < 0) {
                disk.delete(segment);
            }
        }
    }

    /** A journal's segments, oldest first. */
    static List<Path> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                            .sorted()
                            .toList());
        }
    }

    private interface Work<T> {
        T done() throws Exception;
    }

    private static <T> T unchecked(Work<T> work) {
        try {
            return work.done();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }

    /** Lets go of the files; what is on disk stays. */
    @Override
    public void close() throws IOException {
        awaitUpkeep();
        if (current != null) {
            current.close();
        }
    }
}
