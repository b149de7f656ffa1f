package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.claimsledger.time.Bound.Between;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first and last possible days and instants of a date. */
class EdtfBoundsTest {

    private static void liesBetween(String text, LocalDate earliest, LocalDate latest) {
        Edtf date = Edtf.parse(text);

        assertThat(date.start()).isEqualTo(Between.days(earliest, latest));
        assertThat(date.end()).as("a lone date is both start and end").isEqualTo(date.start());
    }

    @ParameterizedTest
    @CsvSource({
        "1985-04-12, 1985-04-12, 1985-04-12",
        "1985-04,    1985-04-01, 1985-04-30",
        "2004-02,    2004-02-01, 2004-02-29",
        "1985,       1985-01-01, 1985-12-31",
        "0000-02-29, 0000-02-29, 0000-02-29",
        "-0004-02,   -0004-02-01, -0004-02-29",
        "-1985,      -1985-01-01, -1985-12-31",
        "Y17000,     +17000-01-01, +17000-12-31",
        "Y-17E4,     -170000-01-01, -170000-12-31"
    })
    void aPlainDateIsAsWideAsItIsWritten(String text, LocalDate earliest, LocalDate latest) {
        liesBetween(text, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource({
        "201X,       2010-01-01, 2019-12-31",
        "20XX,       2000-01-01, 2099-12-31",
        "XXXX,       0000-01-01, 9999-12-31",
        "-20XX,      -2099-01-01, -2000-12-31",
        "-000X,      -0009-01-01, -0001-12-31",
        "-0XX0,      -0990-01-01, -0010-12-31",
        "2004-XX,    2004-01-01, 2004-12-31",
        "1985-04-XX, 1985-04-01, 1985-04-30",
        "1985-XX-XX, 1985-01-01, 1985-12-31",
        "1985-XX-31, 1985-01-31, 1985-12-31",
        "1985-0X-31, 1985-01-31, 1985-08-31",
        "156X-12-25, 1560-12-25, 1569-12-25",
        "15XX-12-25, 1500-12-25, 1599-12-25",
        "XXXX-12-XX, 0000-12-01, 9999-12-31",
        "1XXX-XX,    1000-01-01, 1999-12-31",
        "1XXX-12,    1000-12-01, 1999-12-31",
        "1984-1X,    1984-10-01, 1984-12-31",
        "1560-X2,    1560-02-01, 1560-12-31",
        "19X5,       1905-01-01, 1995-12-31",
        "190X-02-29, 1904-02-29, 1908-02-29",
        "2023-02-2X, 2023-02-20, 2023-02-28",
        "2023-02-X0, 2023-02-10, 2023-02-20"
    })
    void unspecifiedDigitsRunFromTheFirstToTheLastDayThatMatches(String text, LocalDate earliest, LocalDate latest) {
        liesBetween(text, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource({
        "1950S2,       1900-01-01, 1999-12-31",
        "1950S4,       1950-01-01, 1950-12-31",
        "0950S2,       0950-01-01, 0959-12-31",
        "-1859S2,      -1899-01-01, -1800-12-31",
        "Y171010000S3, +171000000-01-01, +171999999-12-31",
        "Y3388E2S3,    +338000-01-01, +338999-12-31"
    })
    void significantDigitsGiveTheRangeOfAnEstimate(String text, LocalDate earliest, LocalDate latest) {
        liesBetween(text, earliest, latest);
    }

    /** A season without a hemisphere runs over both. */
    @ParameterizedTest
    @CsvSource({
        "2001-21, 2001-03-01, 2001-11-30",
        "2001-22, 2001-06-01, 2002-02-28",
        "2001-23, 2001-03-01, 2001-11-30",
        "2003-24, 2003-06-01, 2004-02-29",
        "2001-25, 2001-03-01, 2001-05-31",
        "2001-28, 2001-12-01, 2002-02-28",
        "2001-29, 2001-09-01, 2001-11-30",
        "2001-30, 2001-12-01, 2002-02-28",
        "2001-31, 2001-03-01, 2001-05-31",
        "2001-32, 2001-06-01, 2001-08-31",
        "2001-33, 2001-01-01, 2001-03-31",
        "2001-34, 2001-04-01, 2001-06-30",
        "2001-36, 2001-10-01, 2001-12-31",
        "2001-37, 2001-01-01, 2001-04-30",
        "2001-39, 2001-09-01, 2001-12-31",
        "2001-40, 2001-01-01, 2001-06-30",
        "2001-41, 2001-07-01, 2001-12-31",
        "201X-24, 2010-06-01, 2020-02-29",
        "201X-28, 2010-12-01, 2020-02-29"
    })
    void partsOfAYearAreWholeMonths(String text, LocalDate earliest, LocalDate latest) {
        liesBetween(text, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource({
        "2006~,        2005-01-01, 2007-12-31",
        "~2006,        2005-01-01, 2007-12-31",
        "2013-05?,     2013-04-01, 2013-06-30",
        "2004-01~,     2003-12-01, 2004-02-29",
        "2004-06-11%,  2004-06-10, 2004-06-12",
        "2003-12-31?,  2003-12-30, 2004-01-01",
        "2001-21~,     2000-12-01, 2002-02-28",
        "2001-25~,     2000-12-01, 2001-08-31",
        "2001-34?,     2001-01-01, 2001-09-30",
        "2001-38?,     2001-01-01, 2001-12-31",
        "2001-41%,     2001-01-01, 2002-06-30",
        "201X~,        2000-01-01, 2029-12-31",
        "20XX?,        1900-01-01, 2199-12-31",
        "19X5~,        1904-01-01, 1996-12-31",
        "1950S2~,      1800-01-01, 2099-12-31",
        "Y17000~,      +16999-01-01, +17001-12-31",
        "2004-XX~,     2003-01-01, 2005-12-31",
        "1985-04-XX~,  1985-03-01, 1985-05-31",
        "1985-02-XX~,  1985-01-01, 1985-03-31",
        "1985-XX-XX~,  1984-01-01, 1986-12-31",
        "1985-XX-12~,  1985-01-11, 1985-12-13"
    })
    void aDoubtfulDateWidensByOneUnitOfItsPrecisionOnBothSides(String text, LocalDate earliest, LocalDate latest) {
        liesBetween(text, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource({
        "2004-06~-11,    2004-05-11, 2004-07-11",
        "2004?-06-11,    2003-06-11, 2005-06-11",
        "?2004-06-11,    2003-06-11, 2005-06-11",
        "2004-%06-11,    2004-05-11, 2004-07-11",
        "2004-06-~11,    2004-06-10, 2004-06-12",
        "?2004-06-~11,   2003-06-10, 2005-06-12",
        "2004-06?-~11,   2004-05-10, 2004-07-12",
        "?2004-06,       2003-06-01, 2005-06-30",
        "?2004?-06,      2003-06-01, 2005-06-30",
        "2004?-02-29,    2003-02-28, 2005-02-28",
        "2004-~03-30,    2004-02-29, 2004-04-30",
        "2004-~02-29,    2004-01-29, 2004-03-29",
        "?2001-21,       2000-03-01, 2002-11-30",
        "?2001-25,       2000-03-01, 2002-05-31",
        "2004-06~-XX,    2004-05-01, 2004-07-31"
    })
    void aDoubtfulComponentWidensByOneUnitOfItsOwn(String text, LocalDate earliest, LocalDate latest) {
        liesBetween(text, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1667,1668,1670..1672] | 1667-01-01 | 1672-12-31",
                "{1667,1668,1670..1672} | 1667-01-01 | 1672-12-31",
                "{1961-12,1960}         | 1960-01-01 | 1961-12-31",
                "[1667,1760-12]         | 1667-01-01 | 1760-12-31",
                "[1667~,1760-12?]       | 1666-01-01 | 1761-01-31",
                "[1984]                 | 1984-01-01 | 1984-12-31"
            })
    void aSetRunsFromItsEarliestMemberToItsLatest(String text, LocalDate earliest, LocalDate latest) {
        liesBetween(text, earliest, latest);
    }

    @Test
    void aSetCanBeWithoutLimitOnASide() {
        liesBetween("[..1760-12-03]", LocalDate.MIN, LocalDate.of(1760, 12, 3));
        liesBetween("{..1984}", LocalDate.MIN, LocalDate.of(1984, 12, 31));
        liesBetween("[1760-01,1760-02,1760-12..]", LocalDate.of(1760, 1, 1), LocalDate.MAX);
        liesBetween("[..1983-12-31,1984-11-05..]", LocalDate.MIN, LocalDate.MAX);
    }

    @Test
    void yearsThatNoCalendarHoldsEndWhereTheCalendarEnds() {
        liesBetween("Y17E8", LocalDate.MAX, LocalDate.MAX);
        liesBetween("Y-17E8", LocalDate.MIN, LocalDate.MIN);
        liesBetween("Y1E999999999", LocalDate.MAX, LocalDate.MAX);
        liesBetween("Y" + "9".repeat(150), LocalDate.MAX, LocalDate.MAX);
    }

    @ParameterizedTest
    @CsvSource({
        "1985-04-12T23:20:30,       1985-04-12T23:20:30Z, 1985-04-12",
        "1985-04-12T23:20:30Z,      1985-04-12T23:20:30Z, 1985-04-12",
        "1985-04-12T23:20:30-04,    1985-04-13T03:20:30Z, 1985-04-12",
        "1985-04-12T23:20:30-04:00, 1985-04-13T03:20:30Z, 1985-04-12",
        "1985-04-12T01:20:30+04:30, 1985-04-11T20:50:30Z, 1985-04-12",
        "2016-12-31T23:59:60Z,      2016-12-31T23:59:59.999999Z, 2016-12-31",
        "2017-01-01T08:59:60+09,    2016-12-31T23:59:59.999999Z, 2017-01-01"
    })
    void aClockTimeIsAnInstantAndItsDayIsTheDayAsWritten(String text, Instant instant, LocalDate day) {
        Edtf date = Edtf.parse(text);

        assertThat(date.end()).isEqualTo(date.start());
        assertThat(((Between) date.start()).earliest()).isEqualTo(instant);
        assertThat(((Between) date.start()).latest()).isEqualTo(instant);
        assertThat(((Between) date.start()).earliestDay()).isEqualTo(day);
        assertThat(((Between) date.start()).latestDay()).isEqualTo(day);
    }

    @Test
    void anIntervalHasTwoBoundsOfItsOwn() {
        Edtf interval = Edtf.parse("2006~/2013-05");

        assertThat(interval.start()).isEqualTo(Between.days(LocalDate.of(2005, 1, 1), LocalDate.of(2007, 12, 31)));
        assertThat(interval.end()).isEqualTo(Between.days(LocalDate.of(2013, 5, 1), LocalDate.of(2013, 5, 31)));
    }

    @Test
    void aBoundCanBeOpenOrUnknown() {
        assertThat(Edtf.parse("2014/..").end()).isEqualTo(Bound.OPEN);
        assertThat(Edtf.parse("../2014").start()).isEqualTo(Bound.OPEN);
        assertThat(Edtf.parse("2014/").end()).isEqualTo(Bound.UNKNOWN);
        assertThat(Edtf.parse("/2014").start()).isEqualTo(Bound.UNKNOWN);
    }

    @Test
    void aBoundCanBeADayOrAnyBeforeOrAfterIt() {
        Edtf interval = Edtf.parse("..2004-06-01/2004-06-20..");

        assertThat(interval.start()).isEqualTo(Between.days(LocalDate.MIN, LocalDate.of(2004, 6, 1)));
        assertThat(interval.end()).isEqualTo(Between.days(LocalDate.of(2004, 6, 20), LocalDate.MAX));
    }

    @ParameterizedTest
    @CsvSource({
        "2010-05-01/[..2013-06], 2010-05-01, 2013-06-30",
        "2010~/[..2013-06-20],   2009-01-01, 2013-06-20",
        "2010/[..2013?],         2010-01-01, 2014-12-31",
        "2013/[..2013],          2013-01-01, 2013-12-31",
        "2013-12/[..2013-12-31], 2013-12-01, 2013-12-31"
    })
    void anEndCanBeAnyTimeUpToADayButNotBeforeTheStart(String text, LocalDate earliest, LocalDate latest) {
        Edtf interval = Edtf.parse(text);

        assertThat(interval).hasToString(text).isEqualTo(Edtf.parse(text));
        assertThat(interval.end()).isEqualTo(Between.days(earliest, latest));
        assertThat(interval.lastInstant()).contains(((Between) interval.end()).latest());
    }

    @Test
    void anEndUpToADayHasNoFirstDayWhereTheStartHasNone() {
        Between upTo2013 = Between.days(LocalDate.MIN, LocalDate.of(2013, 12, 31));

        assertThat(Edtf.parse("../[..2013]").end()).isEqualTo(upTo2013);
        assertThat(Edtf.parse("/[..2013]").end()).isEqualTo(upTo2013);
        assertThat(Edtf.parse("..2010/[..2013]").end()).isEqualTo(upTo2013);
    }

    @ParameterizedTest
    @CsvSource({
        "2008-03,         2008-03-31T23:59:59.999999Z",
        "2026,            2026-12-31T23:59:59.999999Z",
        "2026~,           2027-12-31T23:59:59.999999Z",
        "2008-03-01,      2008-03-01T23:59:59.999999Z",
        "2007-01/2007-02, 2007-02-28T23:59:59.999999Z",
        "../2007,         2007-12-31T23:59:59.999999Z"
    })
    void theLastInstantIsTheLastMicrosecondOfTheLastDay(String text, Instant last) {
        assertThat(Edtf.parse(text).lastInstant()).contains(last);
    }

    @Test
    void theFirstInstantIsTheFirstOfTheFirstDay() {
        assertThat(Edtf.parse("2008-03~/..").firstInstant()).contains(Instant.parse("2008-02-01T00:00:00Z"));
        assertThat(Edtf.parse("../2008").firstInstant()).isEmpty();
        assertThat(Edtf.parse("/2008").firstInstant()).isEmpty();
    }

    @Test
    void whatIsOpenOrUnknownHasNoLastInstant() {
        assertThat(Edtf.parse("2007/..").lastInstant()).isEmpty();
        assertThat(Edtf.parse("2007/").lastInstant()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2006,       2007,            true",
        "2006~,      2007,            false",
        "2006,       2006-12-31,      false",
        "2005/2006,  2007/..,         true",
        "2005/..,    2007,            false",
        "2005/,      2007,            false",
        "2005,       ../2007,         false",
        "2005,       /2007,           false",
        "2007,       2006,            false",
        "2005-05-01T10:00:00Z, 2005-05-01T12:00:00Z, false",
        "2005-05-01T23:00:00-04, 2005-05-02T02:00:00Z, false",
        "2005-05-01T23:00:00-04, 2005-05-02T08:00:00-04, true"
    })
    void oneEndsBeforeAnotherWhereNoReadingLetsThemShareADay(String one, String other, boolean before) {
        assertThat(Edtf.parse(one).endsBefore(Edtf.parse(other))).isEqualTo(before);
    }
}
