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
public final class ImportLimiter {

    /** How many imports are carried out at a time. */
    public static final int MAX_IMPORTS = 8;

    private static final long POLL_MILLIS = 200;

    private final Semaphore permits = new Semaphore(MAX_IMPORTS, true);
    private final ShutdownSignal shutdown;

    ImportLimiter(ShutdownSignal shutdownSignal) {
        this.shutdown = shutdownSignal;
    }

    /** One import, from its turn on until this is closed. */
    public final class ImportPermit implements AutoCloseable {

        private ImportPermit() {}

        @Override
        public void close() {
            permits.release();
        }
    }

    /** @throws ServerIsStopping where the server stops before it was its turn */
    public ImportPermit acquire() throws IOException, InterruptedException {
        while (!permits.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (shutdown.isStopping()) {
                throw new ServerIsStopping();
            }
        }
        return new ImportPermit();
    }

    /** How many imports are being carried out. */
    public int activeImports() {
        return MAX_IMPORTS - permits.availablePermits();
    }
}
