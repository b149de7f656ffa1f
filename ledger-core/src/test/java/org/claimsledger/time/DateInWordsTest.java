package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.claimsledger.time.Edtf.InvalidEdtf;
import org.claimsledger.value.RandomTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meaning of dates in words, form by form. */
class DateInWordsTest {

    private static final String[] DATES = {
        "2004",
        "198X",
        "20XX",
        "XXXX",
        "-1985",
        "1950S2",
        "Y17E8",
        "Y-3388E2S3",
        "2004-06",
        "2004-XX",
        "2004-2",
        "2001-24",
        "2001-41",
        "2004-06-11",
        "1985-04-XX",
        "15XX-12-25",
        "1560-XX-X2",
        "0000",
        "2004?-06-11",
        "?2004-06-~11"
    };

    private final RandomTexts random = new RandomTexts(1);

    @ParameterizedTest(name = "{0} in a line: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        2006                    | 2006
        2006-02                 | February 2006
        2024-02-12              | 12 February 2024
        1985-04-12T23:20:30     | 12 April 1985 at 23:20:30
        1985-04-12T23:20:30Z    | 12 April 1985 at 23:20:30 UTC
        1985-04-12T23:20:30-04  | 12 April 1985 at 23:20:30 (UTC−04)
        2006~                   | about 2006
        2006?                   | perhaps 2006
        2006%                   | perhaps about 2006
        2005-11~                | about November 2005
        198X                    | the 1980s
        20XX                    | some year from 2000 to 2099
        XXXX                    | an unknown year
        1XX3                    | a year of the form 1XX3, X being unknown
        2004-XX                 | some month of 2004
        1985-04-XX              | some day of April 1985
        1985-XX-XX              | some day of 1985
        156X-12-25              | 25 December of the 1560s
        XXXX-12-25              | 25 December of an unknown year
        1984-0X                 | some month from January to September 1984
        1984-1X                 | some month from October to December 1984
        1984-X2                 | a date of the form 1984-X2, X being unknown
        1984-04-0X              | some day from 1 to 9 April 1984
        1984-04-1X              | some day from 10 to 19 April 1984
        1984-04-X1              | a date of the form 1984-04-X1, X being unknown
        1560-XX-25              | a date of the form 1560-XX-25, X being unknown
        2001-21                 | spring 2001
        2001-28                 | the northern winter of 2001
        2001-33                 | the first quarter of 2001
        2001-37                 | the first third of 2001
        2001-41                 | the second half of 2001
        2001-24~                | about winter 2001
        0000                    | 1 BC
        -0001                   | 2 BC
        -20XX                   | some year from 2100 BC to 2001 BC
        Y170000002              | the year 170,000,002
        Y-17E7                  | 170,000,001 BC
        Y17E999                 | the year written Y17E999
        1950S2                  | some year from 1900 to 1999, estimated as 1950
        2007-01/2007-02         | from January 2007 to February 2007
        2006~/2013              | from about 2006 to 2013
        2008-03~/..             | since about March 2008
        2008/                   | from 2008 to an unknown time
        /2006-02                | until February 2006, from an unknown time
        ../2006                 | always, until 2006
        ../..                   | always
        /..                     | from an unknown time on
        ../                     | always, until nobody knows when
        ..2004-06-01/2004-07    | from 1 June 2004 or earlier to July 2004
        2004-06/2004-06-20..    | from June 2004 to 20 June 2004 or later
        2010/[..2013-06]        | from 2010 to June 2013 or earlier
        /[..2013-06]            | until June 2013 or earlier, from an unknown time
        ../[..2013]             | always, until 2013 or earlier
        [1667,1668,1670..1672]  | 1667, 1668 or any from 1670 to 1672
        [..1984]                | 1984 or earlier
        [1760-01,1760-12..]     | January 1760 or December 1760 or later
        {1960,1961-12}          | all of 1960 and December 1961
        """)
    void inALine(String text, String words) {
        assertThat(DateInWords.brief(Edtf.parse(text))).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        2006                    | Some time in 2006.
        2006-02                 | Some time in February 2006.
        2024-02-12              | 12 February 2024.
        2006~                   | Some time in 2006, perhaps 2005 or 2007.
        2006?                   | Some time in 2006, perhaps 2005 or 2007.
        0001~                   | Some time in AD 1, perhaps 1 BC or AD 2.
        2013-05?                | Some time in May 2013, perhaps April or June 2013.
        2013-01~                | Some time in January 2013, perhaps December 2012 or February 2013.
        2013-12~                | Some time in December 2013, perhaps November 2013 or January 2014.
        2004-06-11%             | 11 June 2004, perhaps a day earlier or later.
        2004-06~-11             | 11 June 2004, perhaps as early as 11 May 2004 or as late as 11 July 2004.
        ?2004-06-~11            | 11 June 2004, perhaps as early as 10 June 2003 or as late as 12 June 2005.
        201X~                   | Some time in the 2010s, perhaps as early as 1 January 2000 or as late as 31 December 2029.
        2001-21~                | Some time in spring 2001, perhaps as early as 1 December 2000 or as late as 28 February 2002.
        1985-04-XX              | Some day of April 1985.
        Y17E8~                  | Some time in the year 1,700,000,000, perhaps earlier or later.
        2006~/2013              | From some time in 2006, perhaps 2005 or 2007, to some time in 2013.
        198X/..                 | Since some time in the 1980s.
        /2006-02                | Until some time in February 2006, from an unknown time.
        [2005,2007-02]          | Some time in 2005 or some time in February 2007.
        """)
    void asASentence(String text, String words) {
        assertThat(DateInWords.sentence(Edtf.parse(text))).isEqualTo(words);
    }

    @Test
    void aDayOfTheCalendar() {
        assertThat(DateInWords.day(LocalDate.of(2026, 11, 22))).isEqualTo("22 November 2026");
        assertThat(DateInWords.day(LocalDate.of(-43, 3, 15))).isEqualTo("15 March 44 BC");
    }

    @Test
    void whateverCanBeReadCanBeSaid() {
        int readable = 0;
        for (int i = 0; i < 20_000; i++) {
            Edtf date;
            try {
                date = Edtf.parse(soup());
            } catch (InvalidEdtf noDate) {
                continue;
            }
            readable++;
            assertThat(DateInWords.brief(date)).as(date.toString()).isNotBlank();
            assertThat(DateInWords.sentence(date))
                    .as(date.toString())
                    .isNotBlank()
                    .endsWith(".");
        }
        assertThat(readable).isGreaterThan(5_000);
    }

    private String soup() {
        String one = random.oneOf(DATES) + random.oneOf("", "", "~", "?", "%");
        String other = random.oneOf("", "..", random.oneOf(DATES) + random.oneOf("", "", "~", "?", "%"));
        return random.oneOf(
                one,
                one + "/" + other,
                other + "/" + one,
                "[" + one + "," + one + ".." + other + "]",
                "{.." + one + "}",
                "{" + one + "..}",
                one + "/[.." + one + "]",
                one + "T10:00:00Z");
    }
}
