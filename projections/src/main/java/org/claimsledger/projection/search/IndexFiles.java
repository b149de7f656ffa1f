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
import org.claimsledger.projection.run.GenerationFiles;
import org.claimsledger.projection.run.GenerationOrigin;
import org.claimsledger.projection.run.GenerationPointer;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the index: one folder for each generation, and the pointer to the live one. */
record IndexFiles(Path folder, EventLog log, String ledger) implements GenerationFiles<IndexGeneration> {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

    private static final String LEDGER = "ledger";
    private static final String SHAPE = "shape";
    private static final String POSITION = "position";
    private static final String EVENT = "event";

    static Map<String, String> toCommitData(GenerationOrigin generationOrigin) {
        return Map.of(
                LEDGER, generationOrigin.ledger(),
                SHAPE, Integer.toString(generationOrigin.schemaVersion()),
                POSITION, Long.toString(generationOrigin.position()),
                EVENT, generationOrigin.eventId());
    }

    private static GenerationOrigin fromCommitData(Map<String, String> written) throws IOException {
        try {
            return new GenerationOrigin(
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
        return SearchIndex.NAME;
    }

    private Path generationFolder(int generation) {
        return folder.resolve(SearchIndex.NAME + "-" + generation);
    }

    private Path pointerFile() {
        return folder.resolve(SearchIndex.NAME + ".mark");
    }

    @Override
    public IndexGeneration create(int number) throws IOException {
        return IndexGeneration.create(generationFolder(number), pointerFile(), number, log, ledger);
    }

    @Override
    public IndexGeneration open() throws IOException {
        Files.createDirectories(folder);
        GenerationPointer generationPointer = GenerationPointer.read(pointerFile());
        IndexGeneration live = generationPointer == null ? null : open(generationPointer.generation());
        deleteOthers(live == null ? 0 : live.number());
        if (live == null) {
            GenerationPointer.delete(pointerFile());
            return create(generationPointer == null ? 1 : generationPointer.generation() + 1);
        }
        return live;
    }

    private @Nullable IndexGeneration open(int number) throws IOException {
        Path file = generationFolder(number);
        if (!Files.isDirectory(file)) {
            return null;
        }
        try {
            GenerationOrigin generationOrigin = readAndCheck(file);
            String trouble = generationOrigin.whyItDoesNotFit(log, ledger, IndexFields.VERSION);
            if (trouble == null) {
                return IndexGeneration.existing(file, pointerFile(), number, log, generationOrigin);
            }
            LOG.warn("The index is rebuilt: {}", trouble);
        } catch (LockObtainFailedException inUse) {
            throw inUse;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index is rebuilt, because it cannot be read", e);
        }
        return null;
    }

    /** Reads every byte once and checks the checksums, because a search would notice damage late or never. */
    private static GenerationOrigin readAndCheck(Path file) throws IOException {
        try (Directory directory = MMapDirectory.open(file);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return fromCommitData(reader.getIndexCommit().getUserData());
        }
    }

    /** Deletes all generations but one. */
    private void deleteOthers(int live) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                if (each.getFileName().toString().startsWith(SearchIndex.NAME + "-")
                        && !each.equals(generationFolder(live))) {
                    IndexGeneration.delete(each);
                }
            }
        }
    }
}
