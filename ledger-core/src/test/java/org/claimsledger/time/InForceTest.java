package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InForceTest {

    @ParameterizedTest
    @CsvSource({
        "2007-01-10/2007-02-20, 2007-01-09, NO",
        "2007-01-10/2007-02-20, 2007-01-10, YES",
        "2007-01-10/2007-02-20, 2007-02-20, YES",
        "2007-01-10/2007-02-20, 2007-02-21, NO",
        "2007-01/2007-02,       2006-12-31, NO",
        "2007-01/2007-02,       2007-01-01, POSSIBLY",
        "2007-01/2007-02,       2007-01-30, POSSIBLY",
        "2007-01/2007-02,       2007-01-31, YES",
        "2007-01/2007-02,       2007-02-01, YES",
        "2007-01/2007-02,       2007-02-02, POSSIBLY",
        "2007-01/2007-02,       2007-02-28, POSSIBLY",
        "2007-01/2007-02,       2007-03-01, NO",
        "2006~/2013,            2004-12-31, NO",
        "2006~/2013,            2005-01-01, POSSIBLY",
        "2006~/2013,            2007-12-31, YES",
        "2006~/2013,            2013-01-01, YES",
        "2006~/2013,            2013-12-31, POSSIBLY",
        "2006~/2013,            2014-06-01, NO"
    })
    void anIntervalHoldsFromItsLatestStartToItsEarliestEnd(String valid, LocalDate day, InForce answer) {
        assertThat(InForce.on(day, Edtf.parse(valid))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "2014-03-05, 2014-03-04, NO",
        "2014-03-05, 2014-03-05, YES",
        "2014-03-05, 2014-03-06, NO",
        "2014-03,    2014-02-28, NO",
        "2014-03,    2014-03-01, POSSIBLY",
        "2014-03,    2014-03-31, POSSIBLY",
        "2014-03,    2014-04-01, NO",
        "2014-03-05?, 2014-03-05, POSSIBLY",
        "2014-03-05T10:00:00Z, 2014-03-05, YES"
    })
    void aLoneDateIsItsOwnStartAndEnd(String valid, LocalDate day, InForce answer) {
        assertThat(InForce.on(day, Edtf.parse(valid))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "2014/..,  2013-12-31, NO",
        "2014/..,  2014-06-01, POSSIBLY",
        "2014/..,  2014-12-31, YES",
        "2014/..,  9999-12-31, YES",
        "../2014,  0001-01-01, YES",
        "../2014,  2014-06-01, POSSIBLY",
        "../2014,  2015-01-01, NO",
        "../..,    2015-01-01, YES"
    })
    void anOpenBoundIsNoLimit(String valid, LocalDate day, InForce answer) {
        assertThat(InForce.on(day, Edtf.parse(valid))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "2014/,  2013-12-31, NO",
        "2014/,  2014-12-31, POSSIBLY",
        "2014/,  9999-12-31, POSSIBLY",
        "/2014,  0001-01-01, POSSIBLY",
        "/2014,  2014-01-01, POSSIBLY",
        "/2014,  2015-01-01, NO",
        "/..,    2015-01-01, POSSIBLY"
    })
    void ofAnUnknownBoundNothingIsCertain(String valid, LocalDate day, InForce answer) {
        assertThat(InForce.on(day, Edtf.parse(valid))).isEqualTo(answer);
    }

    @Test
    void withoutAValidTimeEverythingIsPossible() {
        assertThat(InForce.on(LocalDate.of(2014, 6, 1), null)).isEqualTo(InForce.POSSIBLY);
        assertThat(InForce.sinceItHappened(LocalDate.of(2014, 6, 1), null)).isEqualTo(InForce.POSSIBLY);
    }

    @ParameterizedTest
    @CsvSource({
        "2007-02-20,      2007-02-19, NO",
        "2007-02-20,      2007-02-20, YES",
        "2007-02-20,      9999-12-31, YES",
        "2007~,           2005-12-31, NO",
        "2007~,           2006-01-01, POSSIBLY",
        "2007~,           2008-12-30, POSSIBLY",
        "2007~,           2008-12-31, YES",
        "2007-01/2007-02, 2006-12-31, NO",
        "2007-01/2007-02, 2007-02-27, POSSIBLY",
        "2007-01/2007-02, 2007-02-28, YES",
        "../2007,         0001-01-01, POSSIBLY",
        "../2007,         2007-12-31, YES",
        "2007/..,         2006-12-31, NO",
        "2007/..,         9999-12-31, POSSIBLY",
        "2007/,           9999-12-31, POSSIBLY",
        "/2007,           2006-01-01, POSSIBLY",
        "'[2007,2009]',   2008-06-01, POSSIBLY",
        "'[2007,2009]',   2009-12-31, YES"
    })
    void whatHappensIsTrueFromTheLatestPossibleDayOn(String date, LocalDate day, InForce answer) {
        assertThat(InForce.sinceItHappened(day, Edtf.parse(date))).isEqualTo(answer);
    }
}
