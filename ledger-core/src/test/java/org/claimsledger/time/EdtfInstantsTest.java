package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.claimsledger.time.Bound.Between;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which instants a date covers, at a place that is known or not. */
class EdtfInstantsTest {

    @ParameterizedTest
    @CsvSource({
        "2007-02-20,            2007-02-19T10:00:00Z, 2007-02-21T11:59:59.999999Z",
        "2007-02,               2007-01-31T10:00:00Z, 2007-03-01T11:59:59.999999Z",
        "2007~,                 2005-12-31T10:00:00Z, 2009-01-01T11:59:59.999999Z",
        "2007-02-20/2007-03,    2007-02-19T10:00:00Z, 2007-04-01T11:59:59.999999Z",
        "'[2007-02,2007-05]',   2007-01-31T10:00:00Z, 2007-06-01T11:59:59.999999Z",
        "2007-02-20T10:00:00,   2007-02-19T20:00:00Z, 2007-02-20T22:00:00Z",
        "2007-02-20T10:00:00Z,  2007-02-20T10:00:00Z, 2007-02-20T10:00:00Z",
        "2007-02-20T10:00:00-04, 2007-02-20T14:00:00Z, 2007-02-20T14:00:00Z"
    })
    void aDateOfAnUnknownPlaceRunsFromTheEarliestZoneToTheLatest(String text, Instant earliest, Instant latest) {
        Between instants = Edtf.parse(text).instantsAnywhere();

        assertThat(instants.earliest()).isEqualTo(earliest);
        assertThat(instants.latest()).isEqualTo(latest);
    }

    @ParameterizedTest
    @CsvSource({
        "2007-02-20,           Asia/Almaty,         2007-02-19T18:00:00Z, 2007-02-20T17:59:59.999999Z",
        "2007-02-20,           Pacific/Kiritimati,  2007-02-19T10:00:00Z, 2007-02-20T09:59:59.999999Z",
        "2007-02-20,           UTC,                 2007-02-20T00:00:00Z, 2007-02-20T23:59:59.999999Z",
        "2024-03-31,           Europe/Vienna,       2024-03-30T23:00:00Z, 2024-03-31T21:59:59.999999Z",
        "2018-11-04,           America/Sao_Paulo,   2018-11-04T03:00:00Z, 2018-11-05T01:59:59.999999Z",
        "2018-02-17,           America/Sao_Paulo,   2018-02-17T02:00:00Z, 2018-02-18T02:59:59.999999Z",
        "2007-02/2007-03,      Asia/Almaty,         2007-01-31T18:00:00Z, 2007-03-31T17:59:59.999999Z",
        "2007-02-20T10:00:00,  Asia/Almaty,         2007-02-20T04:00:00Z, 2007-02-20T04:00:00Z",
        "2007-02-20T10:00:00Z, Asia/Almaty,         2007-02-20T10:00:00Z, 2007-02-20T10:00:00Z"
    })
    void aDateOfAKnownZoneIsItsDaysThere(String text, ZoneId zone, Instant earliest, Instant latest) {
        Between instants = Edtf.parse(text).instantsIn(zone);

        assertThat(instants.earliest()).isEqualTo(earliest);
        assertThat(instants.latest()).isEqualTo(latest);
    }

    @Test
    void whatHasNoLimitHasNoneAnywhere() {
        Between always = Between.days(LocalDate.MIN, LocalDate.MAX);

        assertThat(Edtf.parse("../..").instantsAnywhere()).isEqualTo(always);
        assertThat(Edtf.parse("../").instantsIn(ZoneId.of("Pacific/Kiritimati")))
                .isEqualTo(always);
        assertThat(Edtf.parse("[..1984,1990..]").instantsIn(ZoneId.of("America/Lima")))
                .isEqualTo(always);
        assertThat(Edtf.parse("Y17E8").instantsAnywhere().latest()).isEqualTo(always.latest());
        assertThat(Edtf.parse("Y-17E8").instantsAnywhere().earliest()).isEqualTo(always.earliest());
    }
}
