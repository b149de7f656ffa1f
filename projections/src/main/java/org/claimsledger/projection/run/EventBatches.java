package org.claimsledger.projection.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.store.EventLog;

/** Reads the log in batches, and keeps the last ones for other projections, which read about the same events. */
public final class EventBatches {

    private static final int BATCH = 5_000;
    private static final int CACHED_BATCHES = 3;

    private final EventLog log;
    private final Map<Long, List<LazyEvent>> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<LazyEvent>> eldest) {
            return size() > CACHED_BATCHES;
        }
    };

    public EventBatches(EventLog log) {
        this.log = log;
    }

    /** The next batch of events after {@code position}, in order; empty where there are none yet. */
    synchronized List<LazyEvent> after(long position) {
        List<LazyEvent> batch = recent.get(position);
        if (batch == null) {
            batch = log.read(position, BATCH).stream().map(LazyEvent::new).toList();
            if (!batch.isEmpty()) {
                recent.put(position, batch);
            }
        }
        return batch;
    }
}
