package org.claimsledger.desk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.claimsledger.bestknown.CompetingClaim.Annulment;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.claimsledger.value.ClaimId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InForceWordsTest {

    private static String whether(LocalDate day, Tense tense, Edtf valid) {
        InForce answer = tense == Tense.HAPPENS ? InForce.sinceItHappened(day, valid) : InForce.on(day, valid);
        return InForceWords.whether(answer, day, tense, valid);
    }

    @ParameterizedTest(name = "{1} on {0}, {2}: {3}")
    @CsvSource({
        "2010-06-01, 2006~/2013, HOLDS, in force",
        "2007-06-01, 2006~/2013, HOLDS, possibly in force",
        "2013-06-01, 2006~/2013, HOLDS, possibly in force",
        "2014-01-01, 2006~/2013, HOLDS, no longer in force",
        "2004-12-31, 2006~/2013, HOLDS, not in force yet",
        "2007-06-01, '[2006,2008]', HOLDS, not in force",
        "2010-06-01, '[2006,2008]', HOLDS, no longer in force",
        "2010-06-01, 2006/,      HOLDS, possibly in force",
        "2015-03-01, 2015-02,    HAPPENS, happened",
        "2015-02-10, 2015-02,    HAPPENS, may have happened",
        "2015-01-31, 2015-02,    HAPPENS, had not happened yet"
    })
    void whetherItWasSo(LocalDate day, String valid, Tense tense, String words) {
        assertThat(whether(day, tense, Edtf.parse(valid))).isEqualTo(words);
    }

    @Test
    void whatNobodyReportsAnyMoreIsPresumed() {
        assertThat(InForceWords.whether(InForce.PRESUMED, LocalDate.of(2014, 6, 1), Tense.HOLDS, Edtf.parse("2010/..")))
                .isEqualTo("presumably still in force");
    }

    @Test
    void whatWasAnnulledSaysSince() {
        assertThat(InForceWords.annulled(new Annulment(new ClaimId("ruling"), LocalDate.of(2013, 6, 1))))
                .isEqualTo("annulled on 1 June 2013");
        assertThat(InForceWords.annulled(new Annulment(new ClaimId("ruling"), null)))
                .isEqualTo("annulled");
    }

    @Test
    void ofWhatNobodyDatesNothingIsCertain() {
        assertThat(InForceWords.whether(InForce.POSSIBLY, LocalDate.of(2014, 6, 1), Tense.HOLDS, null))
                .isEqualTo("possibly in force");
        assertThat(InForceWords.when(null)).isEqualTo("no date is known");
    }
}
