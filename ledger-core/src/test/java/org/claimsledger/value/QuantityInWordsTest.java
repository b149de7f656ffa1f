package org.claimsledger.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimsledger.event.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityInWordsTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"amount": 20, "unit": "a"}                | 20 years
        {"amount": 1, "unit": "a"}                 | 1 year
        {"about": 6, "unit": "mo"}                 | about 6 months
        {"atLeast": 238, "unit": "{person}"}       | at least 238 people
        {"amount": 1, "unit": "{person}"}          | 1 person
        {"atMost": 3, "unit": "{wound}"}           | at most 3 wounds
        {"moreThan": 2, "unit": "{body}"}          | more than 2 bodies
        {"lessThan": 0.5, "unit": "h"}             | less than 0.5 hours
        {"between": [2, 3], "unit": "d"}           | between 2 and 3 days
        {"amount": 1000000, "unit": "EUR"}         | EUR 1,000,000
        {"amount": 12.5, "unit": "%"}              | 12.5 %
        {"amount": 80, "unit": "km/h"}             | 80 km/h
        {"amount": 4, "unit": "1"}                 | 4
        {"amount": 4}                              | 4
        {"amount": 1e-25}                          | 1E-25
        {"amount": -3, "unit": "Cel"}              | -3 Cel
        """)
    void isSaidAsPeopleSayIt(String json, String words) {
        assertThat(QuantityInWords.of(EventJson.MAPPER.readValue(json, Quantity.class), null))
                .isEqualTo(words);
    }

    @Test
    void theUnitOfThePredicateIsMeantWhereNoneIsNamed() {
        Quantity quantity = EventJson.MAPPER.readValue("{\"amount\": 20}", Quantity.class);

        assertThat(QuantityInWords.of(quantity, new Unit("a"))).isEqualTo("20 years");
    }
}
