package org.claimsledger.projection.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.claimsledger.projection.run.Generations;
import org.claimsledger.projection.run.Mark;
import org.claimsledger.projection.run.Origin;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the index. */
record IndexFiles(Path folder, EventLog log, String ledger) implements Generations<IndexGeneration> {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

    private static final String LEDGER = "ledger";
    private static final String SHAPE = "shape";
    private static final String POSITION = "position";
    private static final String EVENT = "event";

    static Map<String, String> written(Origin origin) {
        return Map.of(
                LEDGER, origin.ledger(),
                SHAPE, Integer.toString(origin.shape()),
                POSITION, Long.toString(origin.position()),
                EVENT, origin.eventId());
    }

    private static Origin read(Map<String, String> written) throws IOException {
        try {
            return new Origin(
                    written.getOrDefault(LEDGER, ""),
                    Integer.parseInt(written.getOrDefault(SHAPE, "0")),
                    Long.parseLong(written.getOrDefault(POSITION, "")),
                    written.getOrDefault(EVENT, ""));
        } catch (NumberFormatException e) {
            throw new IOException("It does not say where it stands", e);
        }
    }

    @Override
    public String projection() {
        return Search.NAME;
    }

    private Path file(int generation) {
        return folder.resolve(Search.NAME + "-" + generation);
    }

    private Path mark() {
        return folder.resolve(Search.NAME + ".mark");
    }

    @Override
    public IndexGeneration begin(int number) throws IOException {
        return IndexGeneration.begin(file(number), mark(), number, log, ledger);
    }

    @Override
    public IndexGeneration open() throws IOException {
        Files.createDirectories(folder);
        Mark mark = Mark.read(mark());
        IndexGeneration found = mark == null ? null : open(mark.generation());
        clear(found == null ? 0 : found.number());
        if (found == null) {
            Mark.delete(mark());
            return begin(mark == null ? 1 : mark.generation() + 1);
        }
        return found;
    }

    private @Nullable IndexGeneration open(int number) throws IOException {
        Path file = file(number);
        if (!Files.isDirectory(file)) {
            return null;
        }
        try {
            Origin origin = readWhole(file);
            String trouble = origin.whyItDoesNotFit(log, ledger, Fields.SHAPE);
            if (trouble == null) {
                return IndexGeneration.found(file, mark(), number, log, origin);
            }
            LOG.warn("The index is made anew: {}", trouble);
        } catch (LockObtainFailedException inUse) {
            throw inUse;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index is made anew, since it cannot be read", e);
        }
        return null;
    }

    /** Every byte is read once and held against its checksums, since a search would notice damage late or never. */
    private static Origin readWhole(Path file) throws IOException {
        try (Directory directory = MMapDirectory.open(file);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return read(reader.getIndexCommit().getUserData());
        }
    }

    /** Deletes all generations but one. */
    private void clear(int live) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                if (each.getFileName().toString().startsWith(Search.NAME + "-") && !each.equals(file(live))) {
                    IndexGeneration.delete(each);
                }
            }
        }
    }
}
