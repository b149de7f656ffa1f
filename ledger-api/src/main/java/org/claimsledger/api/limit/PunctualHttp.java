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
public final class PunctualHttp extends Http11NioProtocol {

    private @Nullable ScheduledFuture<?> sweeping;

    @Override
    public void start() throws Exception {
        super.start();
        sweeping = getUtilityExecutor().scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (sweeping != null) {
            sweeping.cancel(false);
        }
        super.stop();
    }

    private void sweep() {
        long latest = System.currentTimeMillis() - getKeepAliveTimeout();
        for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
            if (connection instanceof NioSocketWrapper http && http.getLastWrite() < latest) {
                closeUnlessItIsAtWork(http);
            }
        }
    }

    /** Whoever answers a request has the connection's lock all the while. */
    private static void closeUnlessItIsAtWork(NioSocketWrapper connection) {
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
