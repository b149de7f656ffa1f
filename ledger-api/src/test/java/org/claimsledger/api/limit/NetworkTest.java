package org.claimsledger.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void anAddressOfIpv4IsItself() {
        assertThat(Network.of("203.0.113.7")).isEqualTo("203.0.113.7").isNotEqualTo(Network.of("203.0.113.8"));
    }

    @Test
    void addressesOfIpv6ThatBeginAlikeAreOneCaller() {
        assertThat(Network.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Network.of("2001:db8:1:2::1"))
                .isNotEqualTo(Network.of("2001:db8:1:3::1"));
        assertThat(Network.of("fe80::1%eth0")).isEqualTo(Network.of("fe80::2"));
    }

    @Test
    void whatIsNoAddressIsTakenAsItIs() {
        assertThat(Network.of("unknown")).isEqualTo("unknown");
        assertThat(Network.of("::::")).isEqualTo("::::");
    }
}
