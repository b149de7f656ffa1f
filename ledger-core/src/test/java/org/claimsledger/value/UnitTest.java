package org.claimsledger.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.value.Refusals.assertAccepted;
import static org.claimsledger.value.Refusals.assertRefused;

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
        "{person}, a, false"
    })
    void unitsOfOneDimensionAreCommensurableCurrenciesNever(Unit one, Unit other, boolean commensurable) {
        assertThat(one.isCommensurable(other)).isEqualTo(commensurable);
        assertThat(other.isCommensurable(one)).isEqualTo(commensurable);
    }
}
