package org.claimsledger.api.limit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that has to come along: at least {@link #LEAST} bytes, or its end, in each {@link #PERIOD} that is spent waiting
 * for it. What is spent on anything else does not count, so that nobody is cut off since the ledger is slow.
 */
public final class SteadyInput extends FilterInputStream {

    public static final int LEAST = 30 << 10;
    public static final Duration PERIOD = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private long waited;
    private long came;

    public SteadyInput(InputStream in) {
        this(in, System::nanoTime);
    }

    SteadyInput(InputStream in, LongSupplier nanos) {
        super(in);
        this.nanos = nanos;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        long began = nanos.getAsLong();
        int read = super.read(into, from, length);
        waited += nanos.getAsLong() - began;
        came += Math.max(0, read);
        if (waited > PERIOD.toNanos()) {
            if (read >= 0 && came < LEAST) {
                throw new SocketTimeoutException("The body comes too slowly");
            }
            waited = 0;
            came = 0;
        }
        return read;
    }
}
