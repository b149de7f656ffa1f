package org.claimsledger.api.limit;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.claimsledger.api.limit.ShutdownSignal.ServerIsStopping;
import org.springframework.stereotype.Component;

/**
 * Admits a limited number of imports at a time. Other imports wait for a permit as long as it takes; their files are not
 * read meanwhile.
 */
@Component
public final class ImportLimiter {

    /** The number of imports that run at a time. */
    public static final int MAX_IMPORTS = 8;

    private static final long POLL_MILLIS = 200;

    private final Semaphore permits = new Semaphore(MAX_IMPORTS, true);
    private final ShutdownSignal shutdown;

    ImportLimiter(ShutdownSignal shutdownSignal) {
        this.shutdown = shutdownSignal;
    }

    /** The permit of one import, held until this is closed. */
    public final class ImportPermit implements AutoCloseable {

        private ImportPermit() {}

        @Override
        public void close() {
            permits.release();
        }
    }

    /** @throws ServerIsStopping if the server stops before a permit is free */
    public ImportPermit acquire() throws IOException, InterruptedException {
        while (!permits.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (shutdown.isStopping()) {
                throw new ServerIsStopping();
            }
        }
        return new ImportPermit();
    }

    /** The number of imports that are running. */
    public int activeImports() {
        return MAX_IMPORTS - permits.availablePermits();
    }
}
