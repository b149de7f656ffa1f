package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.claimsledger.time.Edtf.InvalidEdtf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EdtfJsonTest {

    record Published(@Nullable Edtf on) {}

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void aDateIsAStringInJson() {
        assertThat(json.writeValueAsString(new Published(Edtf.parse("2006~/.."))))
                .isEqualTo("{\"on\":\"2006~/..\"}");
        assertThat(json.readValue("{\"on\":\"2006~/..\"}", Published.class).on())
                .isEqualTo(Edtf.parse("2006~/.."));
    }

    @Test
    void anAbsentDateStaysAbsent() {
        assertThat(json.readValue("{\"on\":null}", Published.class).on()).isNull();
    }

    @Test
    void anImpossibleDateIsRefusedWithItsSentence() {
        assertThatThrownBy(() -> json.readValue("{\"on\":\"1900-02-29\"}", Published.class))
                .hasRootCauseInstanceOf(InvalidEdtf.class)
                .hasRootCauseMessage(
                        "'1900-02-29' is not an EDTF date: 1900-02-29 is no day of the calendar (character 1)");
    }
}
