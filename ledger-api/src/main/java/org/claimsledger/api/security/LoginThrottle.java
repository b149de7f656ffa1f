package org.claimsledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Counts attempts to log in, by address. With too many, an address waits, whatever name and token it tries next. */
public final class LoginThrottle {

    /** The attempts that an address has until one succeeds. */
    public static final int ATTEMPTS = 20;
    /** The time after the first attempt until it has as many again. */
    public static final Duration PERIOD = Duration.ofMinutes(10);

    /** The most addresses that are remembered. */
    private static final int ADDRESSES = 100_000;
    /** The bytes of a network: who has one address of IPv6 has at least all that begin with the same eight bytes. */
    private static final int PREFIX = 8;

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

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
        return attempts.get(network(address), first -> new AtomicInteger()).incrementAndGet() <= ATTEMPTS;
    }

    void reset(String address) {
        attempts.invalidate(network(address));
    }

    private static String network(String address) {
        String plain = address.split("%", 2)[0];
        if (!IPV6.matcher(plain).matches()) {
            return address;
        }
        try {
            return HexFormat.of()
                    .formatHex(Arrays.copyOf(InetAddress.getByName(plain).getAddress(), PREFIX));
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
