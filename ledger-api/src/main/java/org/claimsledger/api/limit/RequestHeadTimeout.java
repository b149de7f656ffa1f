package org.claimsledger.api.limit;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP, with an end to the time in which a request has to come: the keep-alive timeout, from the beginning of a
 * connection or the last answer on it to the end of the next request's head. Tomcat itself only ends a silence; whoever
 * sends a byte now and then would keep a connection for as long as they like.
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

    /** Whoever answers a request has the connection's lock all the while. */
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
