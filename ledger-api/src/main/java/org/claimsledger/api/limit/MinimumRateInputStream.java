package org.claimsledger.api.limit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that must arrive at a minimum rate: at least {@link #MINIMUM_BYTES} bytes, or its end, in each {@link #PERIOD} that
 * is spent waiting for it. Time spent on anything else does not count, so that nobody is cut off because the ledger is slow.
 */
public final class MinimumRateInputStream extends FilterInputStream {

    public static final int MINIMUM_BYTES = 30 << 10;
    public static final Duration PERIOD = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private long waitedNanos;
    private long received;

    public MinimumRateInputStream(InputStream in) {
        this(in, System::nanoTime);
    }

    MinimumRateInputStream(InputStream in, LongSupplier nanos) {
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
        waitedNanos += nanos.getAsLong() - began;
        received += Math.max(0, read);
        if (waitedNanos > PERIOD.toNanos()) {
            if (read >= 0 && received < MINIMUM_BYTES) {
                throw new SocketTimeoutException("The body comes too slowly");
            }
            waitedNanos = 0;
            received = 0;
        }
        return read;
    }
}
