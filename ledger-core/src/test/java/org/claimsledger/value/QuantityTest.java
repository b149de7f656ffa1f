package org.claimsledger.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.value.ValueRefusalAssertions.assertAccepted;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import java.math.BigDecimal;
import org.claimsledger.value.Quantity.BoundKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    private static Quantity exactly(String number) {
        return new Quantity(BoundKind.EXACTLY, new BigDecimal(number), null, null);
    }

    private static Quantity between(String lower, String upper) {
        return new Quantity(BoundKind.BETWEEN, new BigDecimal(lower), new BigDecimal(upper), null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.0",
                "0.1",
                "-5",
                "123456789012345",
                "-123456789012345",
                "0.123456789012345",
                "100000000000000000000",
                "999999999999999e6",
                "1e-30"
            })
    void aNumberHasUpToFifteenSignificantDigits(String number) {
        assertAccepted(() -> exactly(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456", "0.1234567890123456", "-1000000000000001", "1000000000000000.5"})
    void moreDigitsAreRefused(String number) {
        assertRefused(() -> exactly(number), RefusalCode.INVALID_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e21",
                "-1e21",
                "1e22",
                "1e-31",
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1e2147483647",
                "1e-2147483647"
            })
    void aNumberOutOfRangeIsRefusedHoweverFarOut(String number) {
        assertRefused(() -> exactly(number), RefusalCode.INVALID_NUMBER);
    }

    @Test
    void aNumberIsTheSameHoweverItIsWritten() {
        assertThat(exactly("20")).isEqualTo(exactly("20.00")).isEqualTo(exactly("2e1"));
        assertThat(exactly("0")).isEqualTo(exactly("-0.000")).isEqualTo(exactly("0e999999999"));
    }

    @Test
    void theLowerNumberComesFirst() {
        assertRefused(() -> between("2", "1"), RefusalCode.INVALID_RANGE);
        assertRefused(() -> between("-1", "-2"), RefusalCode.INVALID_RANGE);
        assertRefused(() -> between("1", "1e21"), RefusalCode.INVALID_NUMBER);
        assertAccepted(() -> between("1", "2"));
        assertAccepted(() -> between("1", "1.0"));
        assertAccepted(() -> between("-2", "-1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = BoundKind.class,
            names = {"BETWEEN"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyBoundButBetweenHasOneNumber(BoundKind boundKind) {
        assertThat(new Quantity(boundKind, BigDecimal.TWO, null, null).upper()).isNull();
    }
}
