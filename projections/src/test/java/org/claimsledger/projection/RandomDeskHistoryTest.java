package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.LedgerEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories have events of every type, because they test nothing else. */
class RandomDeskHistoryTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 11, 21, 31, 41})
    void everyTypeOfEventHappens(long seed) {
        MemoryLog log = RandomDeskHistory.history(seed, 220);
        List<Class<?>> types = new ArrayList<>();
        for (long position = 1; position <= log.head(); position++) {
            LedgerEvent event = log.at(position);
            types.add(event.getClass());
        }
        assertThat(types).containsAll(EventCatalogue.events());
    }
}
