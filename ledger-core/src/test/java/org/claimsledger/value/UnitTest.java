package org.claimsledger.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.claimsledger.value.ValueRefusalAssertions.assertAccepted;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "mo",
                "wk",
                "d",
                "h",
                "min",
                "s",
                "km",
                "m2",
                "m/s",
                "kg",
                "t",
                "%",
                "1",
                "{person}",
                "{vote}",
                "/1000",
                "{x2024}",
                "m99",
                "Cel",
                "[mi_i]",
                "USD",
                "KZT",
                "EUR",
                "XAU"
            })
    void aUnitIsAUcumCodeOrACurrency(String code) {
        assertAccepted(() -> new Unit(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a ",
                "years",
                "parsnips",
                "usd",
                "US Dollar",
                "км",
                "m²",
                "\u0000",
                "{\u0000}",
                "{человек}",
                "{\n}",
                "{\ud800}",
                "{",
                "}",
                "(",
                "((((((((((((((((((((((((((((((((((((((((",
                "m/",
                "/",
                "§",
                "\"",
                "m999999999",
                "m-100",
                "10*999999999",
                "10^999999999",
                "99999999999999999999",
                "{xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx}"
            })
    void anythingElseIsRefused(String code) {
        assertRefused(() -> new Unit(code), RefusalCode.INVALID_UNIT);
    }

    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, d, true",
        "km, [mi_i], true",
        "%, 1, true",
        "{person}, {vote}, true",
        "USD, USD, true",
        "USD, KZT, false",
        "USD, a, false",
        "a, USD, false",
        "a, km, false",
        "{person}, a, false",
        "Cel, K, true",
        "Cel, [degF], true",
        "B, dB, true",
        "km99, m99, true",
        "Cel2, K2, false",
        "/Cel, /K, false",
        "B[kW], W, false",
        "[pH], mol/l, false",
        "dB, %, false",
        "aB, {person}, false",
        "yB, 1, false",
        "B10, aB10, false",
        "P{person}, USD, false"
    })
    void unitsOfOneDimensionAreCommensurableCurrenciesNever(Unit one, Unit other, boolean commensurable) {
        assertThat(one.isCommensurable(other)).isEqualTo(commensurable);
        assertThat(other.isCommensurable(one)).isEqualTo(commensurable);
    }

    @ParameterizedTest
    @CsvSource({"a, d", "Cel, [degF]", "[degF], K", "B, dB", "km99, m99", "mo, a", "%, {person}", "[mi_i], km"})
    void whatIsConvertedIsThereForAmountsOfEverySize(Unit one, Unit other) {
        var there = one.conversionTo(other).orElseThrow();
        var back = other.conversionTo(one).orElseThrow();
        for (String amount : new String[] {"-9e20", "-1", "0", "1e-30", "20.5", "9e20"}) {
            BigDecimal given = new BigDecimal(amount);
            assertThat(back.apply(there.apply(given)).doubleValue())
                    .isCloseTo(given.doubleValue(), within(1e-9 * Math.max(1e3, Math.abs(given.doubleValue()))));
        }
    }
}
