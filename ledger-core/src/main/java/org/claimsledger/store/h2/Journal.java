package org.claimsledger.store.h2;

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
import org.claimsledger.store.append.SequencedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The store's own log of what it acknowledges, in files of which only the last is written to. A group is on disk when
 * {@link #append} returns. Segments older than a checkpoint of the database are of no more use and are deleted.
 *
 * <p>A segment is filled with zeros before it is used, and beside the one in use: syncing bytes of a file that keeps
 * its length costs little more than half of what it costs to let the file grow. Checkpoints run beside the writing
 * too. A segment that is full is left when the next one is ready; where that takes very long, writing waits, so that
 * the journal stays bounded.
 */
public final class Journal implements AutoCloseable {

    /** Called before old segments are deleted: everything committed so far must be on disk elsewhere. */
    @FunctionalInterface
    interface Checkpoint {
        void run() throws Exception;
    }

    static final String SUFFIX = ".journal";

    private static final String PREPARED_FILE = "next.tmp";
    private static final int MAX_LENGTH_IN_SEGMENTS = 8;

    private final Path folder;
    private final String ledger;
    private final int segmentBytes;
    private final Disk disk;
    private final Checkpoint checkpoint;
    private final ExecutorService upkeepExecutor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger-journal-upkeep").daemon(true).factory());
    private CompletableFuture<JournalFile> nextSegment = new CompletableFuture<>();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private long segmentNumber;
    private long end;
    private long fullOffset;
    private @Nullable JournalFile currentFile;

    Journal(Path folder, String ledger, long lastNumber, int segment, Disk disk, Checkpoint checkpoint) {
        this.folder = folder;
        this.ledger = ledger;
        this.segmentNumber = lastNumber;
        this.segmentBytes = segment;
        this.disk = disk;
        this.checkpoint = checkpoint;
    }

    /**
     * Begins a segment, from a state that is on disk elsewhere already, and deletes all older ones.
     *
     * @param base where the ledger ends now
     */
    void begin(LedgerEnd base) throws IOException {
        disk.delete(folder.resolve(PREPARED_FILE));
        startSegment(zeroFilledFile(segmentBytes / 4), segmentBytes / 4, base);
        deleteOlder(segmentNumber);
        nextSegment =
                CompletableFuture.supplyAsync(() -> unchecked(() -> zeroFilledFile(segmentBytes)), upkeepExecutor);
    }

    /**
     * Leaves a segment without records, for a clean stop: the database holds everything up to there.
     *
     * @param base where the ledger ends
     */
    void end(LedgerEnd base) throws IOException {
        awaitUpkeep();
        startSegment(disk.create(folder.resolve(PREPARED_FILE)), 0, base);
        deleteOlder(segmentNumber);
    }

    /** Returns when no work is running beside the writing any more. */
    void awaitUpkeep() throws IOException {
        upkeepExecutor.shutdown();
        try {
            nextSegment.join().close();
        } catch (RuntimeException e) {
            // There is no prepared file, and none is needed any more.
        }
        disk.delete(folder.resolve(PREPARED_FILE));
    }

    /** Returns when the group is on disk. */
    void append(List<SequencedEvent> group) throws IOException {
        int length = JournalRecord.length(group);
        if (buffer.capacity() < length) {
            buffer = ByteBuffer.allocateDirect(length);
        }
        buffer.clear();
        JournalRecord.write(group, segmentNumber, buffer);
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
    void startNextSegmentIfFull(LedgerEnd base) throws IOException {
        boolean tooLong = end >= (long) MAX_LENGTH_IN_SEGMENTS * segmentBytes;
        if (end >= fullOffset && (nextSegment.isDone() || tooLong)) {
            startSegment(nextSegment.join(), segmentBytes, base);
            long kept = segmentNumber;
            nextSegment = CompletableFuture.supplyAsync(
                    () -> unchecked(() -> {
                        checkpoint.run();
                        deleteOlder(kept);
                        return zeroFilledFile(segmentBytes);
                    }),
                    upkeepExecutor);
        }
    }

    private JournalFile file() {
        if (currentFile == null) {
            throw new IllegalStateException("The journal has not begun.");
        }
        return currentFile;
    }

    /** Gives a prepared file its header and its name. */
    private void startSegment(JournalFile prepared, long length, LedgerEnd base) throws IOException {
        long following = segmentNumber + 1;
        prepared.write(new SegmentHeader(ledger, following, base, length).bytes(), 0);
        prepared.sync();
        disk.move(folder.resolve(PREPARED_FILE), path(following));
        disk.syncFolder(folder);
        if (currentFile != null) {
            currentFile.close();
        }
        currentFile = prepared;
        segmentNumber = following;
        end = SegmentHeader.LENGTH;
        fullOffset = length;
    }

    private Path path(long segment) {
        return folder.resolve("%016d".formatted(segment) + SUFFIX);
    }

    private JournalFile zeroFilledFile(int length) throws IOException {
        JournalFile file = disk.create(folder.resolve(PREPARED_FILE));
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
    public static List<Path> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                            .sorted()
                            .toList());
        }
    }

    private interface SegmentTask<T> {
        T run() throws Exception;
    }

    private static <T> T unchecked(SegmentTask<T> segmentTask) {
        try {
            return segmentTask.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }

    /** Closes the files; their content stays on disk. */
    @Override
    public void close() throws IOException {
        awaitUpkeep();
        if (currentFile != null) {
            currentFile.close();
        }
    }
}
