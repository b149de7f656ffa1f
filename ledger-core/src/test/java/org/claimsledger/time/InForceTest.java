package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
        "2014-03-05, 2014-03-04, POSSIBLY",
        "2014-03-05, 2014-03-05, YES",
        "2014-03-05, 2014-03-06, POSSIBLY",
        "2014-03-05, 2999-01-01, POSSIBLY",
        "2014-03,    2014-02-28, POSSIBLY",
        "2014-03,    2014-03-01, POSSIBLY",
        "2014-03,    2014-03-31, POSSIBLY",
        "2014-03,    2014-04-01, POSSIBLY",
        "2014-03-05?, 2014-03-05, POSSIBLY",
        "2014-03-05T10:00:00Z, 2014-03-05, YES",
        "1985-04-12T23:20:30-04:00, 1985-04-12, YES",
        "1985-04-12T23:20:30-04:00, 1985-04-13, POSSIBLY",
        "1985-04-12T01:20:30+04:00, 1985-04-11, POSSIBLY"
    })
    void aLoneDateIsAnObservationThatTellsOfNoOtherDay(String valid, LocalDate day, InForce answer) {
        assertThat(InForce.on(day, Edtf.parse(valid))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [1667,1760-12]        | 1666-12-31 | NO
        [1667,1760-12]        | 1667-01-01 | POSSIBLY
        [1667,1760-12]        | 1667-12-31 | POSSIBLY
        [1667,1760-12]        | 1700-01-01 | NO
        [1667,1760-12]        | 1760-12-31 | POSSIBLY
        [1667,1760-12]        | 1761-01-01 | NO
        [1667,1670..1672]     | 1671-06-01 | POSSIBLY
        [1667,1670..1672]     | 1668-06-01 | NO
        [1667~,1760-12]       | 1668-12-31 | POSSIBLY
        [1667~,1760-12]       | 1669-01-01 | NO
        [..1760,1770]         | 0001-01-01 | POSSIBLY
        [..1760,1770]         | 1765-01-01 | NO
        [1667,1760-12..]      | 1700-01-01 | NO
        [1667,1760-12..]      | 2000-01-01 | POSSIBLY
        [1667-03-04]          | 1667-03-04 | YES
        [1667-03-04]          | 1667-03-05 | NO
        """)
    void oneOfSeveralDatesIsPossibleOnThoseOnly(String valid, LocalDate day, InForce answer) {
        assertThat(InForce.on(day, Edtf.parse(valid))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {1960,1961-12}        | 1959-12-31 | NO
        {1960,1961-12}        | 1960-01-01 | YES
        {1960,1961-12}        | 1960-12-31 | YES
        {1960,1961-12}        | 1961-06-01 | NO
        {1960,1961-12}        | 1961-12-31 | YES
        {1961-12,1960}        | 1961-06-01 | NO
        {1960~,1961-12}       | 1960-06-01 | POSSIBLY
        {196X,1971}           | 1965-06-01 | POSSIBLY
        {196X,1971}           | 1970-06-01 | NO
        {1961-21}             | 1961-04-01 | POSSIBLY
        {1961-25}             | 1961-04-01 | YES
        {1960,1970..1972}     | 1971-06-01 | YES
        {1960,1970..1972}     | 1969-12-31 | NO
        {1970~..1972}         | 1971-12-31 | POSSIBLY
        {1970~..1972}         | 1972-01-01 | YES
        {1970..1974?}         | 1972-12-31 | YES
        {1970..1974?}         | 1973-01-01 | POSSIBLY
        {..1984,1990}         | 0001-01-01 | YES
        {..1984,1990}         | 1987-01-01 | NO
        {1960,1984..}         | 1983-12-31 | NO
        {1960,1984..}         | 2999-01-01 | YES
        """)
    void allOfSeveralDatesAreCertainAndNothingBetweenThemIsClaimed(String valid, LocalDate day, InForce answer) {
        assertThat(InForce.on(day, Edtf.parse(valid))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-05-01/[..2013-06], 2010-04-30, NO",
        "2010-05-01/[..2013-06], 2010-05-01, YES",
        "2010-05-01/[..2013-06], 2010-05-02, POSSIBLY",
        "2010-05-01/[..2013-06], 2013-06-30, POSSIBLY",
        "2010-05-01/[..2013-06], 2013-07-01, NO",
        "2010/[..2013-06],       2010-12-31, POSSIBLY",
        "../[..2013-06],         2010-12-31, POSSIBLY",
        "/[..2013-06],           2013-07-01, NO"
    })
    void whatEndedAtSomeTimeUpToADayIsPossibleUntilThen(String valid, LocalDate day, InForce answer) {
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

    @ParameterizedTest
    @CsvSource({
        "2014-03-05/..,   2014-03-04, 2016-01-01, NO",
        "2014-03-05/..,   2014-03-05, 2016-01-01, YES",
        "2014-03-05/..,   2016-01-01, 2016-01-01, YES",
        "2014-03-05/..,   2016-01-02, 2016-01-01, PRESUMED",
        "2014-03-05/..,   2014-03-05, 2013-01-01, PRESUMED",
        "2014-03-05/..,   2014-03-05, ,           PRESUMED",
        "2014/..,         2014-06-01, 2013-01-01, POSSIBLY",
        "2014/..,         2014-12-31, 2013-01-01, PRESUMED",
        "../..,           2014-12-31, 2013-01-01, PRESUMED",
        "../2014,         2013-12-31, 2012-01-01, YES",
        "2014/,           2015-12-31, 2014-06-01, POSSIBLY",
        "/..,             2015-12-31, 2014-06-01, POSSIBLY",
        "2014-01-01/2015-06-20.., 2015-06-20, 2014-06-01, YES",
        "2014-01-01/2015-06-20.., 2015-06-21, 2014-06-01, POSSIBLY",
        "2014-01-01/2015, 2014-12-31, 2014-06-01, YES",
        "2014-03-05,      2014-03-05, 2013-01-01, YES",
        "2014-03-05,      2020-03-05, 2013-01-01, POSSIBLY",
        "{1960..},        1970-01-01, 1965-01-01, PRESUMED",
        "'{1960,1970..}', 1960-06-01, 1950-01-01, YES",
        "'{1960,1970..}', 1970-06-01, 1965-01-01, PRESUMED"
    })
    void anOpenEndIsPresumedAfterTheLastReport(String valid, LocalDate day, @Nullable LocalDate last, InForce answer) {
        assertThat(InForce.on(day, Edtf.parse(valid), last)).isEqualTo(answer);
    }

    @Test
    void whatHappenedWithoutADateHadHappenedByTheFirstReport() {
        LocalDate report = LocalDate.of(2014, 6, 1);

        assertThat(InForce.sinceItHappened(report.minusDays(1), null, report)).isEqualTo(InForce.POSSIBLY);
        assertThat(InForce.sinceItHappened(report, null, report)).isEqualTo(InForce.YES);
        assertThat(InForce.sinceItHappened(report.plusYears(9), null, report)).isEqualTo(InForce.YES);
        assertThat(InForce.sinceItHappened(report, null, null)).isEqualTo(InForce.POSSIBLY);
        assertThat(InForce.sinceItHappened(report, Edtf.parse("2015"), report))
                .as("a date goes before reports")
                .isEqualTo(InForce.NO);
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
        "'[2007,2009]',   2009-12-31, YES",
        "1985-04-12T23:20:30-04:00, 1985-04-11, NO",
        "1985-04-12T23:20:30-04:00, 1985-04-12, YES",
        "1985-04-12T23:20:30-04:00, 1985-04-13, YES",
        "1985-04-12T01:20:30+04:00, 1985-04-10, NO",
        "1985-04-12T01:20:30+04:00, 1985-04-11, POSSIBLY",
        "1985-04-12T01:20:30+04:00, 1985-04-12, YES"
    })
    void whatHappensIsTrueFromTheLatestPossibleDayOn(String date, LocalDate day, InForce answer) {
        assertThat(InForce.sinceItHappened(day, Edtf.parse(date))).isEqualTo(answer);
    }
}
