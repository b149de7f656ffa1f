package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.claimsledger.time.Bound.Between;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fractions of a second, which programs write although EDTF has none. */
class EdtfFractionTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T12:00:00.000Z,       2026-11-30T12:00:00Z,       2026-11-30T12:00:00Z",
        "2026-11-30T12:00:00.250Z,       2026-11-30T12:00:00.25Z,    2026-11-30T12:00:00.250Z",
        "2026-11-30T12:00:00.25+02:00,   2026-11-30T12:00:00.25+02:00, 2026-11-30T10:00:00.250Z",
        "2026-11-30T12:00:00.000,        2026-11-30T12:00:00,        2026-11-30T12:00:00Z",
        "2026-11-30T12:00:00.123456789Z, 2026-11-30T12:00:00.123456Z, 2026-11-30T12:00:00.123456Z",
        "2026-11-30T12:00:00.000000900Z, 2026-11-30T12:00:00Z,       2026-11-30T12:00:00Z",
        "2026-11-30T12:00:00.050000Z,    2026-11-30T12:00:00.05Z,    2026-11-30T12:00:00.050Z"
    })
    void isReadToTheMicrosecondAndKeptWithoutItsLastZeros(String given, String kept, Instant instant) {
        Edtf date = Edtf.parse(given);

        assertThat(date).hasToString(kept).isEqualTo(Edtf.parse(kept));
        assertThat(((Between) date.start()).earliest()).isEqualTo(instant);
        assertThat(date.lastInstant()).contains(instant);
    }

    @Test
    void isSaidInWords() {
        assertThat(DateInWords.brief(Edtf.parse("2026-11-30T12:00:00.250Z")))
                .isEqualTo("30 November 2026 at 12:00:00.25 UTC");
        assertThat(DateInWords.brief(Edtf.parse("2026-11-30T12:00:00.5-04")))
                .isEqualTo("30 November 2026 at 12:00:00.5 (UTC−04)");
    }
}
