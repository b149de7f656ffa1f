package org.claimsledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressPrefixTest {

    @Test
    void anAddressOfIpv4IsItself() {
        assertThat(AddressPrefix.of("203.0.113.7"))
                .isEqualTo("203.0.113.7")
                .isNotEqualTo(AddressPrefix.of("203.0.113.8"));
    }

    @Test
    void addressesOfIpv6ThatBeginAlikeAreOneCaller() {
        assertThat(AddressPrefix.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(AddressPrefix.of("2001:db8:1:2::1"))
                .isNotEqualTo(AddressPrefix.of("2001:db8:1:3::1"));
        assertThat(AddressPrefix.of("fe80::1%eth0")).isEqualTo(AddressPrefix.of("fe80::2"));
    }

    @Test
    void aTextThatIsNoAddressIsUsedUnchanged() {
        assertThat(AddressPrefix.of("unknown")).isEqualTo("unknown");
        assertThat(AddressPrefix.of("::::")).isEqualTo("::::");
    }
}
