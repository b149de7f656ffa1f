package org.claimsledger.api.limit;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Where imports come in: so many at a time. The others wait for a turn as long as it takes; their files are not read
 * meanwhile.
 */
@Component
public final class ImportDoor {

    /** How many imports are carried out at a time. */
    public static final int IMPORTS = 8;

    private static final long LOOK_MILLIS = 200;

    private final Semaphore turns = new Semaphore(IMPORTS, true);
    private final Stopping stopping;

    ImportDoor(Stopping stopping) {
        this.stopping = stopping;
    }

    /** One import, from its turn on until this is closed. */
    public final class Turn implements AutoCloseable {

        private Turn() {}

        @Override
        public void close() {
            turns.release();
        }
    }

    /** @throws ServerStops where the server stops before it was its turn */
    public Turn await() throws IOException, InterruptedException {
        while (!turns.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (stopping.isUnderWay()) {
                throw new ServerStops();
            }
        }
        return new Turn();
    }

    /** How many imports are being carried out. */
    public int imports() {
        return IMPORTS - turns.availablePermits();
    }
}
