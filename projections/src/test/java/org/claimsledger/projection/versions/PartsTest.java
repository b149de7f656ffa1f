package org.claimsledger.projection.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void partsReadAsTheyWereWritten() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Parts parts = new Parts(
                    position(random),
                    rising(random),
                    rising(random),
                    position(random),
                    position(random),
                    position(random),
                    rising(random));
            assertThat(Parts.read(parts.bytes())).isEqualTo(parts);
        }
    }

    private static long position(Random random) {
        return random.nextLong() >>> 1 + random.nextInt(62);
    }

    private static List<Long> rising(Random random) {
        return LongStream.generate(() -> position(random))
                .limit(random.nextInt(40))
                .sorted()
                .boxed()
                .toList();
    }
}
