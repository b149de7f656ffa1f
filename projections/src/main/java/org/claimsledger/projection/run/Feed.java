package org.claimsledger.projection.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.store.EventLog;

/** The log in batches. Those that were read last are kept for a while, for projections that go along side by side. */
public final class Feed {

    private static final int BATCH = 5_000;
    private static final int KEPT = 3;

    private final EventLog log;
    private final Map<Long, List<Recorded>> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<Recorded>> eldest) {
            return size() > KEPT;
        }
    };

    public Feed(EventLog log) {
        this.log = log;
    }

    /** Some events after {@code position}, in order; none where there are none yet. */
    synchronized List<Recorded> after(long position) {
        List<Recorded> batch = recent.get(position);
        if (batch == null) {
            batch = log.read(position, BATCH).stream().map(Recorded::new).toList();
            if (!batch.isEmpty()) {
                recent.put(position, batch);
            }
        }
        return batch;
    }
}
