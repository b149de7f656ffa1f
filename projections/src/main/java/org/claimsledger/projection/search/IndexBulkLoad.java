package org.claimsledger.projection.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.projection.run.BulkLoad;
import org.claimsledger.projection.run.CheckpointPolicy;
import org.claimsledger.projection.run.EventPartitions;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.store.EventLog;

/** Fills an index: makes the documents of one part after the other, each final. */
final class IndexBulkLoad extends BulkLoad {

    private static final int ROUNDS = 2;

    private final IndexGeneration generation;
    private final CheckpointPolicy checkpointPolicy;

    IndexBulkLoad(IndexGeneration generation, EventLog log, CheckpointPolicy checkpointPolicy) {
        super(generation, log, ROUNDS);
        this.generation = generation;
        this.checkpointPolicy = checkpointPolicy;
    }

    @Override
    protected void load() throws Exception {
        Path spool = generation.folder().resolve("fill");
        try (EventPartitions parts = new EventPartitions(
                (int) Math.max(1, Math.ceilDiv(total(), checkpointPolicy.eventsInMemory())), spool)) {
            LazyEvent last = partition(parts, EventIndexer::affectedKeys);
            List<LoadTask> makings = new ArrayList<>();
            for (int part = 0; part < parts.count(); part++) {
                int each = part;
                makings.add(() -> {
                    checkNotStopped();
                    EventIndexer.indexAll(
                            thing -> parts.partitionOf(thing) == each, parts.read(each), generation.writer());
                    processed().addAndGet(total() / parts.count());
                });
            }
            runInParallel(makings);
            if (last != null) {
                generation.advanceTo(last);
            }
        }
    }
}
