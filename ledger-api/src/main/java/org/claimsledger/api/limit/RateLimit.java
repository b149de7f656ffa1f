package org.claimsledger.api.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/**
 * Limits each caller to a number of requests a second, with bursts of as many as two seconds allow. Further requests are
 * refused until the next second.
 */
public final class RateLimit {

    /** The number of callers that are remembered. A caller who was forgotten has a full burst again. */
    private static final int MAX_CALLERS = 100_000;

    private static final double BURST_SECONDS = 2;
    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final double perSecond;
    private final Ticker ticker;
    private final Cache<String, TokenBucket> tokenBuckets;

    /** @param perSecond 0 for no limit */
    public RateLimit(int perSecond) {
        this(perSecond, Ticker.systemTicker());
    }

    RateLimit(int perSecond, Ticker ticker) {
        this.perSecond = perSecond;
        this.ticker = ticker;
        this.tokenBuckets = Caffeine.newBuilder()
                .maximumSize(MAX_CALLERS)
                .expireAfterAccess(Duration.ofSeconds(10))
                .ticker(ticker)
                .build();
    }

    /** @throws Refused if the caller has made too many requests lately */
    public void count(String caller) {
        if (perSecond > 0
                && !tokenBuckets.get(caller, first -> new TokenBucket()).tryTake()) {
            throw Refused.because(
                    RefusalCode.RATE_LIMITED,
                    "A caller may make " + (int) perSecond + " requests a second; try again in a second");
        }
    }

    /** The number of callers that are remembered. */
    long rememberedCallers() {
        tokenBuckets.cleanUp();
        return tokenBuckets.estimatedSize();
    }

    /** The requests that a caller has left. Taking one first adds those that the elapsed time gives back. */
    private final class TokenBucket {

        private double left = perSecond * BURST_SECONDS;
        private long refilledAt = ticker.read();

        synchronized boolean tryTake() {
            long now = ticker.read();
            left = Math.min(perSecond * BURST_SECONDS, left + (now - refilledAt) / NANOS * perSecond);
            refilledAt = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
