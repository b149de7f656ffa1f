package org.claimsledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts attempts to log in, by address. With too many, an address waits, whatever name and token it tries next. */
public final class LoginThrottle {

    /** The attempts that an address has until one succeeds. */
    public static final int ATTEMPTS = 20;
    /** The time after the first attempt until it has as many again. */
    public static final Duration PERIOD = Duration.ofMinutes(10);

    /** The largest number of addresses that are remembered. */
    private static final int ADDRESSES = 100_000;

    private final Cache<String, AtomicInteger> attempts;

    public LoginThrottle() {
        this(Ticker.systemTicker());
    }

    LoginThrottle(Ticker ticker) {
        attempts = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterWrite(PERIOD)
                .ticker(ticker)
                .build();
    }

    /** Counts an attempt; false where it may not be made. */
    boolean admits(String address) {
        return attempts.get(AddressPrefix.of(address), first -> new AtomicInteger())
                        .incrementAndGet()
                <= ATTEMPTS;
    }

    void reset(String address) {
        attempts.invalidate(AddressPrefix.of(address));
    }
}
