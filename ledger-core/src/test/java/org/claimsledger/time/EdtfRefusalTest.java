package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.claimsledger.time.Edtf.InvalidEdtf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is not EDTF, or that names no day of the calendar, is refused with a sentence that says why. */
class EdtfRefusalTest {

    private static void isRefused(String text) {
        assertThatExceptionOfType(InvalidEdtf.class).as(text).isThrownBy(() -> Edtf.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-02-29", "2023-02-29", "2023-02-30", "-0003-02-29", "1985-04-31", "1960-06-31", "1985-04-32",
                "1985-04-00", "1985-00", "1985-13", "1985-20", "1985-42", "2004-13-01", "1985-99"
            })
    void impossibleDates(String text) {
        isRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-3X",
                "X900-02-29",
                "190X-02-30",
                "2023-XX-32",
                "1985-2X",
                "1985-3X",
                "1985-00-XX",
                "1985-04-4X",
                "2023-0X-39",
                "XXX1-02-29",
                "1985-04-X-1",
                "-0000-XX"
            })
    void unspecifiedDigitsThatMatchNoDay(String text) {
        isRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "198",
                "19",
                "19850",
                "19850412",
                "1985-4-12",
                "1985-04-1",
                "1985-04-123",
                "1985/04/12",
                "1985-",
                "1985-04-",
                "-",
                "--1985",
                "+1985",
                "-0000",
                "1985-W15",
                "1985-W15-5",
                "1985-102",
                "1985.04",
                "1985-04 -12",
                " 1985",
                "1985 ",
                "198x",
                "1985-xx",
                "April 1985",
                "85-04-12",
                "1985-04-12-01",
                "X*",
                "1985Y4M12D",
                "P1Y",
                "R12/1985/1986",
                "198u",
                "unknown",
                "open",
                "１９８５",
                "1985\n"
            })
    void whatIsWrittenOtherwise(String text) {
        isRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Y1985", "Y-1985", "Y9999", "Y", "Y-", "-Y170000002", "y170000002", "Y017000", "Y17000-01", "Y1E3",
                "Y0E9", "Y17E0", "Y17E", "Y17E07", "Y17e7", "Y1700X", "Y+17000", "Y17000S0", "Y17000S6", "1950S0",
                "1950S", "1950S5", "1950S02", "195XS2", "1950S2-06", "1950s2", "0000S2", "Y17E7S3-01", "Y17E8E2"
            })
    void longYearsAndSignificantDigits(String text) {
        isRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1985-04-12T24:00:00",
                "1985-04-12T25:00:00",
                "1985-04-12T23:60:00",
                "1985-04-12T23:20:61",
                "1985-04-12T23:20",
                "1985-04-12T23",
                "1985-04-12T",
                "1985-04-12T23:20:30.",
                "1985-04-12T23:20:30.Z",
                "1985-04-12T23:20:30,5Z",
                "1985-04-12T23:20.5Z",
                "1985-04-12T23:20:30.5.5Z",
                "1985-04-12T23:20:30.1234567890Z",
                "2016-12-31T23:59:60.5Z",
                "1985-04-12.5",
                "1985-04-12T23:20:30z",
                "1985-04-12t23:20:30",
                "1985-04-12 23:20:30",
                "1985-04-12T232030",
                "1985-04-12T1:10:10",
                "1985-04-12T23:20:30+24",
                "1985-04-12T23:20:30+04:60",
                "1985-04-12T23:20:30+4",
                "1985-04-12T23:20:30-00",
                "1985-04-12T23:20:30-00:00",
                "1985-04-12T23:20:30+0430",
                "1985-04-12T23:20:30Z01",
                "1985-04-12T23:20:30+02:00:30",
                "1985-04-12T23:20:30~",
                "1985-04-12~T23:20:30",
                "1985-04-XXT23:20:30",
                "1985-04T23:20:30",
                "1985T23:20:30",
                "T23:20:30",
                "1985-04-12T23:59:60Z",
                "1985-06-30T22:59:60Z",
                "20050924T100000"
            })
    void timesOfDay(String text) {
        isRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1985??",
                "1985?~",
                "??1985",
                "?",
                "~",
                "1985-?",
                "?-1985-?",
                "1985-06~~-11",
                "2001-21^southernHemisphere",
                "2001-21-05",
                "2001-2X~-01",
                "1985!",
                "1985-?04?-12??",
                "(1985)",
                "1985-(04)?",
                "1985?-"
            })
    void doubtAndGroupings(String text) {
        isRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                "1985//1986",
                "1985/1986/1987",
                "1985/1984",
                "2004-06-11/2004-06-10",
                "0001/0000",
                "-1000/-2000",
                "1000/-2000",
                "2012-28/2012-25",
                "2012-27/2012-26",
                "0000-02/-0001",
                "Y-61000/Y-62000",
                "1985/unknown",
                "1985/open",
                "1985/...",
                ".../1985",
                "1985/.",
                "1985../1986",
                "1985/..1986",
                "2005-07-25T10:10:10Z/2006-01-01T10:10:10Z",
                "2005-07-25/2006-01-01T10:10:10Z",
                "2005-07-25T10:10:10Z/..",
                "2000/12-12",
                "2018-01-15/02-20",
                "1985/P1Y",
                "2012\\2013",
                "1985-04-12/1985-04-31",
                "2001/{2002}",
                "2001/[2002]",
                "2001/[..2002",
                "2001/[..2002]..",
                "2001/[..2002,2003]",
                "2001/[..2002..2003]",
                "2001/[..]",
                "2001/[2002..]",
                "[..2001]/2002",
                "2001/{..2002}",
                "2001/[..2000]",
                "2001/[..2002-01-01T10:00:00Z]",
                "2006~/2004-12-31",
                "..1985/..1986"
            })
    void intervals(String text) {
        isRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "[",
                "]",
                "[1667",
                "1667]",
                "{1667]",
                "[1667}",
                "[1667,]",
                "[,1667]",
                "[1667,,1668]",
                "[1667, 1668]",
                "[ 1667]",
                "[..]",
                "[..1984..]",
                "[..1984..1985]",
                "[1984..,1985]",
                "[1984,..1985]",
                "[1672..1670]",
                "[1670..1672-01]",
                "[1670-01..1671]",
                "[1670...1672]",
                "[1667;1668]",
                "[1667]?",
                "[1985-02-30]",
                "[[1667]]",
                "[1667/1668]",
                "[1985-04-12T23:20:30Z]",
                "[1667]1668",
                "..1983-12-31,1984-10-10",
                "1667,1668",
                "{1667",
                "[1984..1985..1986]",
                "[2001-21..2001-40]"
            })
    void sets(String text) {
        isRefused(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        2023-02-30          | 2023-02-30 is no day of the calendar (character 1)
        1985/2023-02-3X     | 2023-02-3X is no day of the calendar (character 6)
        1985-13             | a month is 01 to 12, a season or other part of a year 21 to 41 (character 6)
        1985/1984           | the interval ends before it begins
        1985-04-12T24:00:00 | an hour of two digits is at most 23 (character 12)
        198                 | a year of four digits is expected here (character 4)
        19850412            | a year has four digits, or more after a Y (character 5)
        """)
    void theSentenceSaysWhatIsWrongAndWhere(String text, String sentence) {
        assertThatExceptionOfType(InvalidEdtf.class)
                .isThrownBy(() -> Edtf.parse(text))
                .withMessage("'%s' is not an EDTF date: %s", text, sentence);
    }

    @Test
    void aTextOfTwoHundredCharactersIsReadAndALongerOneRefused() {
        String longest = "[" + "1985,".repeat(36) + "1985-04-12,1985-12]";

        assertThat(longest).hasSize(Edtf.MAX_LENGTH);
        assertThat(Edtf.parse(longest).text()).isEqualTo(longest);
        assertThatExceptionOfType(InvalidEdtf.class)
                .isThrownBy(() -> Edtf.parse("[" + "1985,".repeat(40) + "1985]"))
                .withMessage("An EDTF date has at most 200 characters, this text has 206");
    }
}
