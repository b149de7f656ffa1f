package org.claimsledger.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import org.claimsledger.event.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTest {

    private static Value read(String json) {
        return ValueJson.read(EventJson.MAPPER.readTree(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"quantity\":{\"amount\":20,\"unit\":\"a\"}}",
                "{\"quantity\":{\"about\":0.5}}",
                "{\"quantity\":{\"atLeast\":238,\"unit\":\"{person}\"}}",
                "{\"quantity\":{\"atMost\":-7,\"unit\":\"KZT\"}}",
                "{\"quantity\":{\"moreThan\":1e-7}}",
                "{\"quantity\":{\"lessThan\":100000000000000000000}}",
                "{\"quantity\":{\"between\":[1.5,20],\"unit\":\"mo\"}}",
                "{\"term\":\"suicide\"}",
                "{\"subject\":\"rakhat-aliev\"}",
                "{\"claim\":\"otembaev-sentence\"}",
                "{\"text\":\"Әлиев\\n«1»\"}",
                "{\"date\":\"2007~\"}",
                "{\"flag\":true}",
                "{\"flag\":false}",
                "{\"unknown\":true}",
                "{\"none\":true}"
            })
    void everyKindOfValueIsReadAndWrittenTheSame(String json) {
        assertThat(EventJson.MAPPER.writeValueAsString(read(json))).isEqualTo(json);
        assertThat(EventJson.MAPPER.readValue(json, Value.class)).isEqualTo(read(json));
    }

    @Test
    void aValueIsAnObjectOfOneFieldThatNamesItsKind() {
        assertRefused(() -> read("20"), RefusalCode.WRONG_TYPE);
        assertRefused(() -> read("null"), RefusalCode.WRONG_TYPE);
        assertRefused(() -> read("[]"), RefusalCode.WRONG_TYPE);
        assertRefused(() -> read("{}"), RefusalCode.FIELD_MISSING);
        assertRefused(() -> read("{\"term\":\"a\",\"text\":\"b\"}"), RefusalCode.UNKNOWN_FIELD);
        assertRefused(() -> read("{\"number\":1}"), RefusalCode.UNKNOWN_FIELD, "/number");
        assertRefused(() -> read("{\"a/b~c\":1}"), RefusalCode.UNKNOWN_FIELD, "/a~1b~0c");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"quantity\":20}`, /quantity",
                "`{\"quantity\":null}`, /quantity",
                "`{\"term\":1}`, /term",
                "`{\"subject\":{}}`, /subject",
                "`{\"claim\":null}`, /claim",
                "`{\"text\":[]}`, /text",
                "`{\"date\":2007}`, /date",
                "`{\"flag\":\"true\"}`, /flag",
                "`{\"unknown\":1}`, /unknown",
                "`{\"none\":null}`, /none",
                "`{\"quantity\":{\"amount\":\"20\"}}`, /quantity/amount",
                "`{\"quantity\":{\"amount\":null}}`, /quantity/amount",
                "`{\"quantity\":{\"amount\":[1,2]}}`, /quantity/amount",
                "`{\"quantity\":{\"between\":5}}`, /quantity/between",
                "`{\"quantity\":{\"between\":[5]}}`, /quantity/between",
                "`{\"quantity\":{\"between\":[5,6,7]}}`, /quantity/between",
                "`{\"quantity\":{\"between\":[5,\"6\"]}}`, /quantity/between",
                "`{\"quantity\":{\"amount\":5,\"unit\":1}}`, /quantity/unit"
            })
    void aWrongTypeIsPointedAt(String json, String pointer) {
        assertRefused(() -> read(json), RefusalCode.WRONG_TYPE, pointer);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"subject\":\"A\"}`, INVALID_ID, /subject",
                "`{\"claim\":\"-a\"}`, INVALID_ID, /claim",
                "`{\"term\":\" \"}`, INVALID_TEXT, /term",
                "`{\"text\":\"\\u0000\"}`, INVALID_TEXT, /text",
                "`{\"text\":\"\\ud800\"}`, INVALID_TEXT, /text",
                "`{\"date\":\"1900-02-29\"}`, INVALID_EDTF, /date",
                "`{\"date\":\"yesterday\"}`, INVALID_EDTF, /date",
                "`{\"unknown\":false}`, UNKNOWN_OPTION, /unknown",
                "`{\"none\":false}`, UNKNOWN_OPTION, /none",
                "`{\"quantity\":{}}`, FIELD_MISSING, /quantity",
                "`{\"quantity\":{\"unit\":\"a\"}}`, FIELD_MISSING, /quantity",
                "`{\"quantity\":{\"amount\":1,\"about\":1}}`, UNKNOWN_FIELD, /quantity/about",
                "`{\"quantity\":{\"amount\":1,\"precision\":1}}`, UNKNOWN_FIELD, /quantity/precision",
                "`{\"quantity\":{\"amount\":1,\"unit\":\"parsnips\"}}`, INVALID_UNIT, /quantity/unit",
                "`{\"quantity\":{\"amount\":1234567890123456}}`, INVALID_NUMBER, /quantity/amount",
                "`{\"quantity\":{\"amount\":1e999999999}}`, INVALID_NUMBER, /quantity/amount",
                "`{\"quantity\":{\"amount\":1e-999999999}}`, INVALID_NUMBER, /quantity/amount",
                "`{\"quantity\":{\"between\":[2,1]}}`, INVALID_RANGE, /quantity/between"
            })
    void whatReadsWellAndMayNotBeIsPointedAt(String json, RefusalCode code, String pointer) {
        assertRefused(() -> read(json), code, pointer);
    }
}
