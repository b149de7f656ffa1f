package org.claimsledger.desk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.time.Edtf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InForceWordsTest {

    @ParameterizedTest(name = "{1} on {0}, {2}: {3}")
    @CsvSource({
        "2010-06-01, 2006~/2013, HOLDS, in force",
        "2007-06-01, 2006~/2013, HOLDS, possibly in force",
        "2013-06-01, 2006~/2013, HOLDS, possibly in force",
        "2014-01-01, 2006~/2013, HOLDS, no longer in force",
        "2004-12-31, 2006~/2013, HOLDS, not in force yet",
        "2010-06-01, 2006/,      HOLDS, possibly in force",
        "2015-03-01, 2015-02,    HAPPENS, happened",
        "2015-02-10, 2015-02,    HAPPENS, may have happened",
        "2015-01-31, 2015-02,    HAPPENS, had not happened yet"
    })
    void whetherItWasSo(LocalDate day, String valid, Tense tense, String words) {
        assertThat(InForceWords.whether(day, tense, Edtf.parse(valid))).isEqualTo(words);
    }

    @Test
    void ofWhatNobodyDatesNothingIsCertain() {
        assertThat(InForceWords.whether(LocalDate.of(2014, 6, 1), Tense.HOLDS, null))
                .isEqualTo("possibly in force");
        assertThat(InForceWords.when(null)).isEqualTo("no date is known");
    }
}
