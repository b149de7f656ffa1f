package org.claimsledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Random histories, read by the product and by the oracle on all three clocks. {@code -Doracle.histories=100000} says how
 * many, {@code -Doracle.seed=1} from which on. Of a history that the two read differently the test says the seed, and
 * what is left of it when everything that doesn't matter is left out.
 */
class OracleTest {

    private static final long HISTORIES = Long.getLong("oracle.histories", 2_000);
    private static final long SEED = Long.getLong("oracle.seed", 1);

    @Test
    void everyHistoryIsReadAsTheOracleReadsIt() {
        assertThat(OracleComparison.differences(SEED, HISTORIES)).isEmpty();
    }
}
