package org.claimsledger.api.viewpoint;

import java.time.Duration;
import org.claimsledger.projection.ReadModels;

/** The projections that a call reads, which decide how far it can see. */
enum ReadSide {
    /** All tables. */
    TABLES {
        @Override
        long applied(ReadModels readModels) {
            return readModels.applied();
        }

        @Override
        boolean awaitApplied(long position, Duration timeout, ReadModels readModels) throws InterruptedException {
            return readModels.awaitApplied(position, timeout);
        }
    },
    /** All tables and the search index. */
    SEARCH {
        @Override
        long applied(ReadModels readModels) {
            return readModels.searchable();
        }

        @Override
        boolean awaitApplied(long position, Duration timeout, ReadModels readModels) throws InterruptedException {
            return readModels.awaitShown(position, timeout);
        }
    };

    /** The last position that can be read. */
    abstract long applied(ReadModels readModels);

    /** False where that position cannot be read in time, or not at all. */
    abstract boolean awaitApplied(long position, Duration timeout, ReadModels readModels) throws InterruptedException;
}
