package org.claimsledger.api.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.springframework.stereotype.Component;

/**
 * Limits the writes that run at a time and the memory of their bodies, so that reads always find room. A body is read
 * before its write takes a permit, so that a slow client keeps nobody waiting.
 */
@Component
public final class WriteLimiter {

    /** The number of writes that run at a time. */
    public static final int MAX_WRITES = 256;
    /** The bytes of all bodies in memory at a time. */
    public static final int MAX_BODY_BYTES = 64 << 20;
    /** The longest wait for either. */
    public static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** The longest wait for the bytes of a body; time spent on anything else does not count. */
    public static final Duration BODY_TIMEOUT = Duration.ofSeconds(30);

    private static final int STEP_BYTES = 16 << 10;

    private final Quota writeQuota;
    private final Quota bodyQuota;

    public WriteLimiter() {
        this(MAX_WRITES, MAX_BODY_BYTES, TIMEOUT);
    }

    WriteLimiter(int writes, int bytes, Duration timeout) {
        writeQuota = new Quota(writes, timeout);
        bodyQuota = new Quota(bytes / STEP_BYTES, timeout);
    }

    /** Begins a write, which ends when its permit is closed. */
    public WritePermit open() {
        return new WritePermit();
    }

    /** The number of writes that are running. */
    public int activeWrites() {
        return writeQuota.inUse();
    }

    /** The bytes of bodies in memory, rounded up to a few kilobytes each. */
    public long bodyBytes() {
        return (long) bodyQuota.inUse() * STEP_BYTES;
    }

    /** The share of both limits that one write holds. */
    public final class WritePermit implements AutoCloseable {

        private int stepsTaken;
        private int turnsTaken;

        private WritePermit() {}

        /**
         * The body, or as much of it as shows that it is too long.
         *
         * @throws Refused if all bodies together are too long
         */
        public byte[] readBody(HttpServletRequest http, int longest) throws IOException {
            InputStream in = http.getInputStream();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            byte[] step = new byte[STEP_BYTES];
            long waited = 0;
            int read = 0;
            while (read >= 0 && body.size() <= longest) {
                if (waited > BODY_TIMEOUT.toNanos()) {
                    throw new SocketTimeoutException("The body comes too slowly");
                }
                if (body.size() == stepsTaken * STEP_BYTES) {
                    bodyQuota.acquire(1);
                    stepsTaken++;
                }
                long began = System.nanoTime();
                read = in.read(step, 0, Math.min(stepsTaken * STEP_BYTES, longest + 1) - body.size());
                waited += System.nanoTime() - began;
                body.write(step, 0, Math.max(0, read));
            }
            return body.toByteArray();
        }

        /** @throws Refused if too many writes are running already */
        public void startWrite() {
            writeQuota.acquire(1);
            turnsTaken++;
        }

        @Override
        public void close() {
            writeQuota.release(turnsTaken);
            bodyQuota.release(stepsTaken);
            turnsTaken = 0;
            stepsTaken = 0;
        }
    }

    /** A number of permits that all requests share. A request that finds too few waits in order, and is refused after a timeout. */
    private static final class Quota {

        private final int size;
        private final Duration timeout;
        private final Semaphore permits;

        Quota(int size, Duration timeout) {
            this.size = size;
            this.timeout = timeout;
            this.permits = new Semaphore(size, true);
        }

        /** @throws Refused if too few permits were free until the timeout */
        void acquire(int wanted) {
            try {
                if (permits.tryAcquire(wanted, timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw Refused.because(
                    RefusalCode.OVERLOADED,
                    "More writes are under way than can be taken; nothing of this one was recorded");
        }

        void release(int taken) {
            permits.release(taken);
        }

        int inUse() {
            return size - permits.availablePermits();
        }
    }
}
