package org.claimsledger.api.limit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Knows that the server is to stop, before the web server waits for open requests to end. */
@Component
public final class ShutdownSignal implements SmartLifecycle {

    private volatile boolean running;
    private volatile boolean stopping;

    public boolean isStopping() {
        return stopping;
    }

    /** A body that is read no further once the server is to stop: then reading fails as {@link ServerIsStopping}. */
    public InputStream endAtShutdown(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                return goesOn(super.read());
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return goesOn(super.read(into, from, length));
            }

            /** A body that has come to its end is whole all the same. */
            private int goesOn(int read) throws ServerIsStopping {
                if (read >= 0 && isStopping()) {
                    throw new ServerIsStopping();
                }
                return read;
            }
        };
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stopping = true;
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
