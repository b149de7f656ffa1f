package org.claimsledger.projection.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * The events that a projection is made of, parted by the things that they concern, so that one part after the other fits
 * into memory. A single part stays there.
 */
public final class EventPartitions implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final int count;
    private final Path spool;
    private final List<@Nullable DataOutputStream> out = new ArrayList<>();
    private final List<LazyEvent> inMemory = new ArrayList<>();

    /** @param spool the beginning of the names of the files that it needs meanwhile */
    public EventPartitions(int count, Path spool) throws IOException {
        this.count = count;
        this.spool = spool;
        for (int part = 0; count > 1 && part < count; part++) {
            out.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file(part)), BUFFER)));
        }
    }

    public int count() {
        return count;
    }

    /** Which part a thing is in. */
    public int partitionOf(String thing) {
        int hash = thing.hashCode();
        return Math.floorMod(hash ^ hash >>> 16, count);
    }

    void add(LazyEvent event, AffectedKeys affectedKeys) throws IOException {
        if (count == 1) {
            if (!affectedKeys.equals(AffectedKeys.NONE)) {
                inMemory.add(event);
            }
            return;
        }
        if (affectedKeys.all()) {
            for (int part = 0; part < count; part++) {
                write(event, part);
            }
        } else {
            for (int part : affectedKeys.keys().stream()
                    .mapToInt(this::partitionOf)
                    .distinct()
                    .toArray()) {
                write(event, part);
            }
        }
    }

    /** The events of one part, in order, after all were added. */
    public List<LazyEvent> read(int part) throws IOException {
        if (count == 1) {
            return inMemory;
        }
        finishPartition(part);
        List<LazyEvent> events = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file(part)), BUFFER))) {
            while (in.readBoolean()) {
                events.add(new LazyEvent(new StoredEvent(
                        in.readLong(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        Instant.ofEpochSecond(in.readLong(), in.readInt()),
                        in.readNBytes(in.readInt()),
                        in.readNBytes(in.readInt()),
                        new byte[0],
                        new byte[0])));
            }
        }
        Files.delete(file(part));
        return events;
    }

    private void write(LazyEvent lazyEvent, int part) throws IOException {
        DataOutputStream to = out.get(part);
        if (to == null) {
            throw new IllegalStateException("part " + part + " was read already");
        }
        StoredEvent event = lazyEvent.stored();
        to.writeBoolean(true);
        to.writeLong(event.position());
        to.writeUTF(event.id());
        to.writeUTF(event.type());
        to.writeUTF(event.version());
        to.writeLong(event.recordedAt().getEpochSecond());
        to.writeInt(event.recordedAt().getNano());
        to.writeInt(event.metadata().length);
        to.write(event.metadata());
        to.writeInt(event.payload().length);
        to.write(event.payload());
    }

    private synchronized void finishPartition(int part) throws IOException {
        DataOutputStream to = out.get(part);
        if (to != null) {
            to.writeBoolean(false);
            to.close();
            out.set(part, null);
        }
    }

    private Path file(int part) {
        return spool.resolveSibling(spool.getFileName() + "-part-" + part);
    }

    @Override
    public void close() throws IOException {
        for (int part = 0; part < out.size(); part++) {
            finishPartition(part);
            Files.deleteIfExists(file(part));
        }
    }
}
