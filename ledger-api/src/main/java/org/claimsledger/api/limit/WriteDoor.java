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
public final class WriteDoor {

    /** How many writes are carried out at a time. */
    public static final int WRITES = 256;
    /** How many bytes of bodies are in memory at a time. */
    public static final int BYTES = 64 << 20;
    /** How long a write waits for either. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long a body may take to come; what is spent on anything else does not count. */
    public static final Duration SLOWEST = Duration.ofSeconds(30);

    private static final int STEP = 16 << 10;

    private final Share turns;
    private final Share steps;

    public WriteDoor() {
        this(WRITES, BYTES, PATIENCE);
    }

    WriteDoor(int writes, int bytes, Duration patience) {
        turns = new Share(writes, patience);
        steps = new Share(bytes / STEP, patience);
    }

    /** A write comes to the door; it has gone when this is closed. */
    public Visit visit() {
        return new Visit();
    }

    /** How many writes are being carried out. */
    public int writes() {
        return turns.taken();
    }

    /** How many bytes of bodies are in memory, to a few kilobytes each. */
    public long bytes() {
        return (long) steps.taken() * STEP;
    }

    /** What one write takes up. */
    public final class Visit implements AutoCloseable {

        private int stepsTaken;
        private int turnsTaken;

        private Visit() {}

        /**
         * The body, or as much of it as shows that it is too long.
         *
         * @throws Refused where all bodies together are too much
         */
        public byte[] body(HttpServletRequest http, int longest) throws IOException {
            InputStream in = http.getInputStream();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            byte[] step = new byte[STEP];
            long waited = 0;
            int read = 0;
            while (read >= 0 && body.size() <= longest) {
                if (waited > SLOWEST.toNanos()) {
                    throw new SocketTimeoutException("The body comes too slowly");
                }
                if (body.size() == stepsTaken * STEP) {
                    steps.take(1);
                    stepsTaken++;
                }
                long began = System.nanoTime();
                read = in.read(step, 0, Math.min(stepsTaken * STEP, longest + 1) - body.size());
                waited += System.nanoTime() - began;
                body.write(step, 0, Math.max(0, read));
            }
            return body.toByteArray();
        }

        /** @throws Refused where too many writes are carried out already */
        public void takeTurn() {
            turns.take(1);
            turnsTaken++;
        }

        @Override
        public void close() {
            turns.giveBack(turnsTaken);
            steps.giveBack(stepsTaken);
            turnsTaken = 0;
            stepsTaken = 0;
        }
    }
}
