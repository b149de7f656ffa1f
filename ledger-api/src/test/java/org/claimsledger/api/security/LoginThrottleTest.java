package org.claimsledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number of attempts that an address has. */
class LoginThrottleTest {

    private long now;
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    @Test
    void anAddressHasItsAttemptsAndThenWaits() {
        exhaust("192.0.2.1");

        assertThat(throttle.admits("192.0.2.1")).isFalse();
        assertThat(throttle.admits("192.0.2.2")).isTrue();
    }

    @Test
    void theTimeRunsFromTheFirstAttemptAndNoFurtherOneProlongsIt() {
        exhaust("192.0.2.1");
        now = LoginThrottle.PERIOD.toNanos() - 1;
        assertThat(throttle.admits("192.0.2.1")).isFalse();
        now = LoginThrottle.PERIOD.toNanos();

        exhaust("192.0.2.1");
    }

    @Test
    void aSuccessGivesThemBack() {
        exhaust("192.0.2.1");
        throttle.reset("192.0.2.1");

        exhaust("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::2,  false",
        "2001:db8:1:2::1, 2001:0DB8:1:2::1,      false",
        "fe80::1%eth0,    fe80::2%eth1,          false",
        "2001:db8:1:2::1, 2001:db8:1:3::1,       true",
        "192.0.2.1,       ::ffff:192.0.2.1,      true",
        "unknown,         unknown,               false",
        "x:y,             x:z,                   true",
        "example.org,     example.net,           true"
    })
    void wholeNetworksOfTheNewProtocolAreOneAddress(String one, String other, boolean another) {
        exhaust(one);

        assertThat(throttle.admits(other)).isEqualTo(another);
    }

    private void exhaust(String address) {
        assertThat(IntStream.range(0, LoginThrottle.ATTEMPTS).allMatch(i -> throttle.admits(address)))
                .isTrue();
        assertThat(throttle.admits(address)).isFalse();
    }
}
