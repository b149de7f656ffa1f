package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two valid times comes after the other, and which share no day. */
class SuccessionInTimeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2010-05-01/2011-03-01 | 2011-03-01/..         | true
        2010-05-01/2011-03-01 | 2011-02-28/..         | false
        2010-05-01/2011-02    | 2011-03/2012          | true
        2010-05-01/2011-03    | 2011-03/2012          | true
        2010-05-01/2011-03    | 2011-03-05/2012       | false
        2022-02/2022~         | 2022~/..              | true
        2022-02/2022~         | 2022?/..              | true
        2022-02/2022~         | 2022/..               | false
        2022~/2022~           | 2022~/2022~           | false
        2011-03-01/2011-03-01 | 2011-03-01/2011-03-01 | false
        2010/..               | 2011/..               | false
        2010/                 | 2011/..               | false
        2010/2011             | ../2012               | false
        2010/2011             | /2012                 | false
        2010/[..2011]         | 2011-12-31/..         | true
        2010/[..2011]         | 2011-06/..            | false
        2010/2013..           | 2014/..               | false
        2019-12-31            | 2021-12-31            | true
        2019-12-31            | 2019-12-31            | false
        2019-12-31            | 2019-12               | false
        2019-11               | 2019-12               | true
        2019-12-31            | 2019-12-31/..         | false
        2019-12-30            | 2019-12-31/..         | true
        2018/2019-12-31       | 2019-12-31            | false
        2018/2019-12-31       | 2020-01-01            | true
        2018/..               | 2020-01-01            | false
        [2010,2012]           | 2013/..               | true
        [2010,2012]           | 2012/..               | false
        {2010,2012}           | 2011                  | false
        2005-05-01T23:00:00-04 | 2005-05-02T08:00:00-04 | true
        2005-05-02T01:00:00+14 | 2005-05-01T23:00:00-10 | false
        2005-05-01T23:00:00-10 | 2005-05-02T01:00:00+14 | false
        """)
    void aStateFollowsAnotherThatIsOver(String earlier, String later, boolean follows) {
        Edtf one = Edtf.parse(earlier);
        Edtf other = Edtf.parse(later);

        assertThat(other.follows(one)).isEqualTo(follows);
        assertThat(follows && one.follows(other)).as("both ways").isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2010/2011       | 2011/2012       | false
        2010/2011       | 2012/2013       | true
        2010/2011~      | 2012/2013       | false
        2010/..         | 2012/2013       | false
        2010/           | 2012/2013       | false
        2010/..         | ../2009         | true
        2010/..         | /2009           | true
        2010            | 2010-06-01      | false
        2010            | 2011            | true
        2010/2014       | 2012            | false
        2010/[..2014]   | 2015            | true
        2010/[..2014]   | 2013            | false
        [1667,1760-12]  | 1700            | true
        [1667,1760-12]  | 1600/1700       | false
        {1960,1961-12}  | 1961-06         | true
        {1960,1961-12}  | [1961-06,1962]  | true
        {1960,1961-12}  | [1961-06,1960]  | false
        [..1960,1970..] | 1965            | true
        1985-04-12T23:20:30-04 | 1985-04-12 | false
        1985-04-12T23:20:30-04 | 1985-04-13 | false
        1985-04-12T23:20:30-04 | 1985-04-11 | true
        2005-05-01T10:00:00Z   | 2005-05-01T12:00:00Z | false
        """)
    void validTimesThatCanShareNoDayAreDisjoint(String one, String other, boolean disjoint) {
        assertThat(Edtf.parse(one).isDisjointFrom(Edtf.parse(other))).isEqualTo(disjoint);
        assertThat(Edtf.parse(other).isDisjointFrom(Edtf.parse(one))).isEqualTo(disjoint);
    }

    @Test
    void onlyWhatIsWrittenAsAnIntervalIsOne() {
        assertThat(Edtf.parse("2010/2011").isInterval()).isTrue();
        assertThat(Edtf.parse("2010").isInterval()).isFalse();
        assertThat(Edtf.parse("[2010,2011]").isInterval()).isFalse();
        assertThat(Edtf.parse("2010").isLoneDate()).isTrue();
        assertThat(Edtf.parse("2010-05-01T10:00:00Z").isLoneDate()).isTrue();
        assertThat(Edtf.parse("[2010,2011]").isLoneDate()).isFalse();
    }
}
