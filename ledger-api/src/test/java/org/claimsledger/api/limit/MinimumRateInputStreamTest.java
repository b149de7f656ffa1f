package org.claimsledger.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MinimumRateInputStreamTest {

    private long now;
    private int perRead;
    private long secondsPerRead;
    private long left = Long.MAX_VALUE;

    private final InputStream body = new MinimumRateInputStream(
            new InputStream() {
                @Override
                public int read() {
                    throw new AssertionError("read byte by byte");
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    if (length == 0) {
                        return 0;
                    }
                    now += TimeUnit.SECONDS.toNanos(secondsPerRead);
                    int read = (int) Math.min(left, Math.min(length, perRead));
                    boolean ended = left == 0;
                    left -= read;
                    return ended ? -1 : read;
                }
            },
            () -> now);

    private final byte[] buffer = new byte[1 << 16];

    @Test
    void aClientThatSendsAByteNowAndThenIsCutOff() {
        perRead = 1;
        secondsPerRead = 4;

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 8; i++) {
                        body.read(buffer);
                    }
                })
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aBodyOfAKilobyteASecondIsReadToTheEndHoweverLongItTakes() throws IOException {
        perRead = 4 << 10;
        secondsPerRead = 4;
        left = 10_000_000;

        assertThat(body.readAllBytes().length).isEqualTo(10_000_000);
    }

    @Test
    void theTimeThatTheLedgerTakesDoesNotCount() throws IOException {
        perRead = 1;
        for (int i = 0; i < 100; i++) {
            assertThat(body.read(buffer)).isEqualTo(1);
            now += TimeUnit.HOURS.toNanos(1);
        }
    }

    @Test
    void aBodyThatEndsIsWholeHoweverSlowItsEndWas() throws IOException {
        perRead = 1;
        secondsPerRead = 29;
        left = 1;

        assertThat(body.read(buffer)).isEqualTo(1);
        assertThat(body.read(buffer)).isEqualTo(-1);
    }
}
