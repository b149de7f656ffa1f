package org.claimsledger.projection.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.projection.run.EventParts;
import org.claimsledger.projection.run.Filling;
import org.claimsledger.projection.run.Pace;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.store.EventLog;

/** Fills an index: makes the documents of one part after the other, each final. */
final class IndexFilling extends Filling {

    private static final int ROUNDS = 2;

    private final IndexGeneration generation;
    private final Pace pace;

    IndexFilling(IndexGeneration generation, EventLog log, Pace pace) {
        super(generation, log, ROUNDS);
        this.generation = generation;
        this.pace = pace;
    }

    @Override
    protected void fill() throws Exception {
        Path spool = generation.folder().resolve("fill");
        try (EventParts parts = new EventParts((int) Math.max(1, Math.ceilDiv(of(), pace.atOnce())), spool)) {
            Recorded last = part(parts, Indexing::concerned);
            List<Work> makings = new ArrayList<>();
            for (int part = 0; part < parts.count(); part++) {
                int each = part;
                makings.add(() -> {
                    go();
                    Indexing.all(thing -> parts.partOf(thing) == each, parts.read(each), generation.writer());
                    done().addAndGet(of() / parts.count());
                });
            }
            sideBySide(makings);
            if (last != null) {
                generation.reach(last);
            }
        }
    }
}
