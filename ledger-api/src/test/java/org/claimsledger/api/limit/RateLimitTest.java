package org.claimsledger.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong now = new AtomicLong();
    private final RateLimit limit = new RateLimit(10, now::get);

    private void later(Duration by) {
        now.addAndGet(by.toNanos());
    }

    /** The number of requests that are let through, out of as many as are tried. */
    private long letThrough(String caller, int requests) {
        long passed = 0;
        for (int i = 0; i < requests; i++) {
            try {
                limit.count(caller);
                passed++;
            } catch (Refused refused) {
                assertThat(refused.refusals().getFirst().code()).isEqualTo(RefusalCode.RATE_LIMITED);
            }
        }
        return passed;
    }

    @Test
    void aCallerMayMakeAsManyRequestsAtOnceAsInTwoSecondsAndThenAsManyAsTimeGivesBack() {
        assertThat(letThrough("ann", 100)).isEqualTo(20);
        later(Duration.ofMillis(100));
        assertThat(letThrough("ann", 100)).isEqualTo(1);
        later(Duration.ofSeconds(1));
        assertThat(letThrough("ann", 100)).isEqualTo(10);
    }

    @Test
    void aCallerWhoWaitsLongHasNoMoreThanTheBeginningAgain() {
        letThrough("ann", 100);
        later(Duration.ofHours(1));

        assertThat(letThrough("ann", 100)).isEqualTo(20);
    }

    @Test
    void oneCallerTakesNothingFromAnother() {
        letThrough("ann", 100);

        assertThat(letThrough("bob", 100)).isEqualTo(20);
    }

    @Test
    void withoutARateThereIsNoLimit() {
        RateLimit none = new RateLimit(0, now::get);
        for (int i = 0; i < 100_000; i++) {
            none.count("ann");
        }
    }

    @Test
    void manyCallersAreNotRememberedForLong() {
        for (int i = 0; i < 300_000; i++) {
            limit.count("caller " + i);
        }

        assertThat(limit.rememberedCallers()).isLessThanOrEqualTo(100_000);
    }
}
