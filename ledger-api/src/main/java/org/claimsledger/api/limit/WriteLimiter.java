package org.claimsledger.api.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.claimsledger.value.Refused;
import org.springframework.stereotype.Component;

/**
 * Where writes come in: so many at a time, and so much of their bodies in memory, that reads always find room. A body is
 * read before its write takes a turn, so that whoever sends slowly keeps nobody waiting.
 */
@Component
public final class WriteLimiter {

    /** How many writes are carried out at a time. */
    public static final int MAX_WRITES = 256;
    /** How many bytes of bodies are in memory at a time. */
    public static final int MAX_BODY_BYTES = 64 << 20;
    /** How long a write waits for either. */
    public static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** How long a body may take to come; what is spent on anything else does not count. */
    public static final Duration BODY_TIMEOUT = Duration.ofSeconds(30);

    private static final int STEP_BYTES = 16 << 10;

    private final Quota writeQuota;
    private final Quota bodyQuota;

    public WriteLimiter() {
        this(MAX_WRITES, MAX_BODY_BYTES, TIMEOUT);
    }

    WriteLimiter(int writes, int bytes, Duration patience) {
        writeQuota = new Quota(writes, patience);
        bodyQuota = new Quota(bytes / STEP_BYTES, patience);
    }

    /** A write comes to the door; it has gone when this is closed. */
    public WritePermit open() {
        return new WritePermit();
    }

    /** How many writes are being carried out. */
    public int activeWrites() {
        return writeQuota.inUse();
    }

    /** How many bytes of bodies are in memory, to a few kilobytes each. */
    public long bodyBytes() {
        return (long) bodyQuota.inUse() * STEP_BYTES;
    }

    /** What one write takes up. */
    public final class WritePermit implements AutoCloseable {

        private int stepsTaken;
        private int turnsTaken;

        private WritePermit() {}

        /**
         * The body, or as much of it as shows that it is too long.
         *
         * @throws Refused where all bodies together are too much
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

        /** @throws Refused where too many writes are carried out already */
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
}
