package org.claimsledger.api.limit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Signals that the server stops, before the web server waits for open requests to end. */
@Component
public final class ShutdownSignal implements SmartLifecycle {

    private volatile boolean running;
    private volatile boolean stopping;

    public boolean isStopping() {
        return stopping;
    }

    /** Wraps a body so that its reading fails with {@link ServerIsStopping} once the server stops. */
    public InputStream endAtShutdown(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                return requireRunning(super.read());
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return requireRunning(super.read(into, from, length));
            }

            /** A body that has reached its end is complete even then. */
            private int requireRunning(int read) throws ServerIsStopping {
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

    /** Thrown while a body is read: the server stops, and reads no further. */
    public static final class ServerIsStopping extends IOException {

        private static final long serialVersionUID = 1L;

        ServerIsStopping() {
            super("The server stops");
        }
    }
}
