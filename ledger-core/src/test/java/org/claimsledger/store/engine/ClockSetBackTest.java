package org.claimsledger.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.event;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.claimsledger.store.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine's clock is set back by an hour while a ledger runs, while it is stopped, and after it was killed. */
class ClockSetBackTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path parent;

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);

    private LedgerStore open(Path folder) {
        return LedgerStore.open(folder, TestEvents.TEXT, clock::get);
    }

    private void aMinuteEach(LedgerStore store, int events) {
        for (int i = 0; i < events; i++) {
            clock.updateAndGet(now -> now.plusSeconds(60));
            append(store, event("{}"));
        }
    }

    private void setBack() {
        clock.updateAndGet(now -> now.minus(Duration.ofHours(1)));
    }

    /** The head at each half minute of the first ten minutes. */
    private static List<Long> asOfEachHalfMinute(LedgerStore store) {
        var positions = new ArrayList<Long>();
        for (int half = 0; half <= 20; half++) {
            positions.add(store.log().positionAt(NOON.plusSeconds(30L * half)));
        }
        return positions;
    }

    @Test
    void recordedTimesRiseAndEarlierViewpointsStay() {
        Path folder = parent.resolve("ledger");
        List<Long> asked;
        try (LedgerStore store = open(folder)) {
            aMinuteEach(store, 10);
            asked = asOfEachHalfMinute(store);
            assertThat(asked).startsWith(0L, 0L, 1L, 1L, 2L).endsWith(9L, 9L, 10L);

            setBack();
            aMinuteEach(store, 10);
            assertThat(asOfEachHalfMinute(store)).isEqualTo(asked);
        }
        setBack();
        try (LedgerStore store = open(folder)) {
            aMinuteEach(store, 10);
            assertThat(asOfEachHalfMinute(store)).isEqualTo(asked);

            Path killed = LedgerFolderFiles.copy(folder, parent.resolve("killed"));
            setBack();
            try (LedgerStore again = open(killed)) {
                aMinuteEach(again, 10);
                assertThat(asOfEachHalfMinute(again)).isEqualTo(asked);
                assertThat(again.log().read(0, 100))
                        .hasSize(40)
                        .extracting(StoredEvent::recordedAt)
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void onceTheClockHasCaughtUpItIsTheTimeOfRecordingAgain() {
        try (LedgerStore store = open(parent.resolve("ledger"))) {
            aMinuteEach(store, 1);
            setBack();
            aMinuteEach(store, 70);

            assertThat(store.log().recordedAt(71)).contains(clock.get());
        }
    }
}
