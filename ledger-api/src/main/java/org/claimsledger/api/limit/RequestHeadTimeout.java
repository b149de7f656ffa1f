package org.claimsledger.api.limit;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP with a deadline for the head of each request: the keep-alive timeout, counted from the beginning of a
 * connection or from the last answer on it. Tomcat itself only ends silent connections, so that a client who sends a byte
 * now and then could keep a connection for ever.
 */
public final class RequestHeadTimeout extends Http11NioProtocol {

    private @Nullable ScheduledFuture<?> sweeper;

    @Override
    public void start() throws Exception {
        super.start();
        sweeper = getUtilityExecutor().scheduleWithFixedDelay(this::closeLateConnections, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (sweeper != null) {
            sweeper.cancel(false);
        }
        super.stop();
    }

    private void closeLateConnections() {
        long latest = System.currentTimeMillis() - getKeepAliveTimeout();
        for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
            if (connection instanceof NioSocketWrapper http && http.getLastWrite() < latest) {
                closeIfIdle(http);
            }
        }
    }

    /** A connection whose lock is taken is being answered, and stays open. */
    private static void closeIfIdle(NioSocketWrapper connection) {
        ReentrantLock lock = connection.getLock();
        if (lock.tryLock()) {
            try {
                connection.close();
            } finally {
                lock.unlock();
            }
        }
    }
}
