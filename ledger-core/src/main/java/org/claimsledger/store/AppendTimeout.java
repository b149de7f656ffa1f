package org.claimsledger.store;

import java.time.Duration;
import org.axonframework.messaging.core.Context.ResourceKey;

/** How long the append of one unit of work may wait before it is written. */
public final class AppendTimeout {

    /**
     * The resource that holds a unit of work's timeout. Without one it waits as long as it takes; an append that waited longer
     * fails with {@link StoreOverloaded}.
     */
    public static final ResourceKey<Duration> KEY = ResourceKey.withLabel("ledgerPatience");

    private AppendTimeout() {}
}
