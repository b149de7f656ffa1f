package org.claimsledger.oracle;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever events somebody holds of a history, they can be read: no reading fails, or goes round in circles. */
class AnySubsetTest {

    private static final int HISTORIES = 300;

    @Test
    void anySubsetOfTheEventsCanBeRead() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Random random = new Random(seed);
            int keptOfTen = 3 + random.nextInt(7);
            List<OracleEvent> some = RandomHistory.recorded(RandomHistory.of(seed)).stream()
                    .filter(oracleEvent -> random.nextInt(10) < keptOfTen)
                    .toList();
            OracleViewpoint anything = new OracleViewpoint(Long.MAX_VALUE, null, null, new RandomDates(random).day());
            OracleViewpoint published = new OracleViewpoint(
                    Long.MAX_VALUE, new RandomDates(random).instant(), anything.today(), anything.today());

            assertThatCode(() -> ProductReader.read(some, anything))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
            assertThatCode(() -> ProductReader.read(some, published))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
    }
}
