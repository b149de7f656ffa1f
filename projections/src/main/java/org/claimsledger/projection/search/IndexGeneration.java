package org.claimsledger.projection.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.claimsledger.projection.run.Generation;
import org.claimsledger.projection.run.GenerationOrigin;
import org.claimsledger.projection.run.GenerationPointer;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One generation of the index, in a folder of its own. A Lucene commit records the generation's origin. If the process
 * is killed, everything after the last commit is lost.
 */
final class IndexGeneration extends Generation {

    private static final Logger LOG = LoggerFactory.getLogger(IndexGeneration.class);

    /**
     * Warns that vectors could be searched faster, and the index has none. Kept in a field, because a logger that is
     * not referenced loses its level.
     */
    private static final java.util.logging.Logger VECTORS =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(java.util.logging.Level.OFF);
    }

    /** After a batch of at least this many events, more are waiting; readers then see them all together. */
    private static final int REFRESH_AT_ONCE_BELOW = 1_000;

    private static final double BUFFER_MEGABYTES = 48;
    private static final double CACHED_SEGMENT_MEGABYTES = 4;
    private static final double CACHED_MEGABYTES = 24;

    private final Path folder;
    private final Path pointerFile;
    private final String ledger;
    private final EventLog log;
    private final EventIndexer indexer;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile long readablePosition;
    private String eventId;
    private boolean published;
    private volatile boolean broken;

    private IndexGeneration(
            Path folder, Path pointerFile, int number, EventLog log, GenerationOrigin generationOrigin, boolean fresh)
            throws IOException {
        super(SearchIndex.NAME, number, generationOrigin.position(), fresh);
        this.folder = folder;
        this.pointerFile = pointerFile;
        this.ledger = generationOrigin.ledger();
        this.log = log;
        this.indexer = new EventIndexer(log);
        this.readablePosition = generationOrigin.position();
        this.eventId = generationOrigin.eventId();
        this.published = !fresh;
        this.directory =
                new NRTCachingDirectory(MMapDirectory.open(folder), CACHED_SEGMENT_MEGABYTES, CACHED_MEGABYTES);
        try {
            this.writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig()
                            .setOpenMode(fresh ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.APPEND)
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setCommitOnClose(false));
            this.searchers = new SearcherManager(writer, new UncachedSearcherFactory());
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Makes searchers without a query cache, because queries rarely recur and filling a cache would slow them down. */
    private static final class UncachedSearcherFactory extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    /** Opens a generation with a known origin. */
    static IndexGeneration existing(
            Path folder, Path pointerFile, int number, EventLog log, GenerationOrigin generationOrigin)
            throws IOException {
        return new IndexGeneration(folder, pointerFile, number, log, generationOrigin, false);
    }

    /** Begins an empty generation. */
    static IndexGeneration create(Path folder, Path pointerFile, int number, EventLog log, String ledger)
            throws IOException {
        delete(folder);
        Files.createDirectories(folder);
        return new IndexGeneration(
                folder, pointerFile, number, log, new GenerationOrigin(ledger, IndexFields.VERSION, 0, ""), true);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Override
    protected long readablePosition() {
        return readablePosition;
    }

    @Override
    protected void apply(List<LazyEvent> batch) throws IOException {
        broken = true;
        indexer.apply(batch, writer);
        LazyEvent last = batch.getLast();
        eventId = last.id();
        setPosition(last.position());
        broken = false;
        if (!isFresh() && (batch.size() < REFRESH_AT_ONCE_BELOW || log.head() == position())) {
            refresh();
        }
    }

    private void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        readablePosition = position();
    }

    @Override
    protected void writeCheckpoint() throws IOException {
        GenerationOrigin generationOrigin = new GenerationOrigin(ledger, IndexFields.VERSION, position(), eventId);
        writer.setLiveCommitData(IndexFiles.toCommitData(generationOrigin).entrySet());
        writer.commit();
        refresh();
        if (!published) {
            GenerationPointer.cleanlyClosed(number()).write(pointerFile);
            published = true;
        }
    }

    @Override
    protected void flush() throws IOException {
        writer.flush();
    }

    /** Reads the index with a searcher that it gets for the time of the reading. */
    @FunctionalInterface
    interface IndexRead<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    <T> T search(IndexRead<T> indexRead) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return indexRead.read(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Whether the checksums of all files are right. */
    boolean isIntact() {
        try {
            return search(searcher -> {
                for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                    leaf.reader().checkIntegrity();
                }
                return true;
            });
        } catch (IOException | RuntimeException | InternalError damaged) {
            return false;
        }
    }

    @Override
    protected void drop() {
        try {
            closeFiles();
        } catch (IOException | RuntimeException e) {
            LOG.debug("Lucene could not close an index that is deleted now", e);
        }
        try {
            delete(folder);
        } catch (IOException e) {
            LOG.warn("{} is not needed any more and could not be deleted; the next start tries again", folder, e);
        }
    }

    @Override
    protected void close() {
        try {
            if (!broken && writer.isOpen()) {
                checkpoint();
            }
            closeFiles();
        } catch (Exception e) {
            LOG.warn("The index was closed uncleanly", e);
        }
    }

    private void closeFiles() throws IOException {
        try (directory;
                searchers) {
            writer.rollback();
        }
    }
}
