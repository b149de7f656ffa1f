package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example of the specification of 4 February 2019 is read, and written back unchanged. */
class EdtfSpecificationTest {

    private static void isReadAndGivenBack(String text) {
        Edtf date = Edtf.parse(text);

        assertThat(date).hasToString(text).isEqualTo(Edtf.parse(date.toString()));
        assertThat(date.text()).isEqualTo(text);
    }

    @Nested
    class Level0 {

        @ParameterizedTest
        @ValueSource(strings = {"1985-04-12", "1985-04", "1985"})
        void dates(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1985-04-12T23:20:30",
                    "1985-04-12T23:20:30Z",
                    "1985-04-12T23:20:30-04",
                    "1985-04-12T23:20:30+04:30"
                })
        void datesWithTime(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1964/2008",
                    "2004-06/2006-08",
                    "2004-02-01/2005-02-08",
                    "2004-02-01/2005-02",
                    "2004-02-01/2005",
                    "2005/2006-02"
                })
        void intervals(String text) {
            isReadAndGivenBack(text);
        }
    }

    @Nested
    class Level1 {

        @ParameterizedTest
        @ValueSource(strings = {"Y170000002", "Y-170000002"})
        void yearsWithALetter(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2001-21", "2001-22", "2001-23", "2001-24"})
        void seasons(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1984?", "2004-06~", "2004-06-11%"})
        void doubtOfAWholeDate(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX"})
        void unspecifiedDigitsFromTheRight(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1985-04-12/..",
                    "1985-04/..",
                    "1985/..",
                    "../1985-04-12",
                    "../1985-04",
                    "../1985",
                    "1985-04-12/",
                    "1985-04/",
                    "1985/",
                    "/1985-04-12",
                    "/1985-04",
                    "/1985",
                    "1984~/2004-06",
                    "1984?/2004%",
                    "1984-06-02?/2004-08-08~",
                    "../1985-04-12?",
                    "1985-04-12~/"
                })
        void extendedIntervals(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1985", "-0001", "-1985-04-12", "-1985-04-12T23:20:30Z", "-2004-06-11%", "-20XX"})
        void negativeYears(String text) {
            isReadAndGivenBack(text);
        }
    }

    @Nested
    class Level2 {

        @ParameterizedTest
        @ValueSource(strings = {"Y-17E7", "Y17E8", "Y17E7~"})
        void exponentialYears(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1950S2", "Y171010000S3", "Y3388E2S3", "-1859S2", "1950S4", "Y-3388E2S3"})
        void significantDigits(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2001-25", "2001-26", "2001-27", "2001-28", "2001-29", "2001-30", "2001-31", "2001-32", "2001-33",
                    "2001-34", "2001-35", "2001-36", "2001-37", "2001-38", "2001-39", "2001-40", "2001-41"
                })
        void subYearGroupings(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[1667,1668,1670..1672]",
                    "[..1760-12-03]",
                    "[1760-12..]",
                    "[1760-01,1760-02,1760-12..]",
                    "[1667,1760-12]",
                    "[..1984]"
                })
        void oneOfASet(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{1667,1668,1670..1672}",
                    "{1960,1961-12}",
                    "{..1984}",
                    "{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}"
                })
        void allMembersOfASet(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2004-06-11%", "2004-06~-11", "2004?-06-11"})
        void doubtOfAGroup(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"?2004-06-~11", "2004-%06-11", "2004-06?-~11", "2004-?06-?11", "%-2011-06-13", "%2001"})
        void doubtOfOneComponent(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "156X-12-25",
                    "15XX-12-25",
                    "XXXX-12-XX",
                    "1XXX-XX",
                    "1XXX-12",
                    "1984-1X",
                    "1560-XX-25",
                    "1560-X2",
                    "1XX3",
                    "XXXX",
                    "XXXX-02-29",
                    "-1X32-X1-X2"
                })
        void unspecifiedDigitsAnywhere(String text) {
            isReadAndGivenBack(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2004-06-~01/2004-06-~20",
                    "2004-06-XX/2004-07-03",
                    "..2004-06-01/2004-06-~20",
                    "2004-06-01~/2004-06-20..",
                    "198X/199X",
                    "1952-23~/1953",
                    "2003-22/2003-23",
                    "2012-24/2012-21",
                    "2012-23/2012-22",
                    "/..",
                    "../",
                    "../.."
                })
        void intervals(String text) {
            isReadAndGivenBack(text);
        }
    }
}
