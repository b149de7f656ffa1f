package org.claimsledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short race of processes; {@link NodesRace} can be run for longer. */
class NodesRaceTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void ofAllProcessesThatFileAClaimOneIsAccepted(int processes) throws Exception {
        int claims = 25;

        NodesRace.Result result = NodesRace.run(processes, claims * processes * 16);

        assertThat(result.accepted()).isEqualTo(claims);
        assertThat(result.events()).isEqualTo(claims + 4);
    }
}
