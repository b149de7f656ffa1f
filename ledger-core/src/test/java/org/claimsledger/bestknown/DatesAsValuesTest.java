package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimsledger.history.CompleteHistory;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;

/** How one claimed date stands to another. */
class DatesAsValuesTest {

    private final ValueRelations valueRelations = new ValueRelations(null, new CompleteHistory());

    @Test
    void twoTimesOfOneDayExcludeEachOther() {
        assertThat(relation("2007-02-20T10:00:00Z", "2007-02-20T11:00:00Z")).isEqualTo(ValueRelation.EXCLUDES);
        assertThat(relation("2007-02-20T10:00:00Z", "2007-02-20T10:00:00Z")).isEqualTo(ValueRelation.SAME);
    }

    @Test
    void aTimeWrittenInTwoZonesIsOneTime() {
        assertThat(relation("2007-02-20T10:00:00Z", "2007-02-20T15:00:00+05:00"))
                .isEqualTo(ValueRelation.SAME);
    }

    @Test
    void aTimeImpliesTheDayInWhichItLies() {
        assertThat(relation("2007-02-20T10:00:00Z", "2007-02-20")).isEqualTo(ValueRelation.IMPLIES);
        assertThat(relation("2007-02-20T10:00:00Z", "2007~")).isEqualTo(ValueRelation.IMPLIES);
        assertThat(relation("2007-02-20", "2007-02-20T10:00:00Z")).isEqualTo(ValueRelation.IMPLIED);
        assertThat(relation("2007-02-20T10:00:00Z", "2007-02-22")).isEqualTo(ValueRelation.EXCLUDES);
    }

    @Test
    void aDayWithoutAZoneBegins14HoursEarlierThanInUtcAndEnds12HoursLater() {
        assertThat(relation("2007-02-19T10:00:00Z", "2007-02-20")).isEqualTo(ValueRelation.IMPLIES);
        assertThat(relation("2007-02-19T09:59:59Z", "2007-02-20")).isEqualTo(ValueRelation.EXCLUDES);
        assertThat(relation("2007-02-21T11:59:59Z", "2007-02-20")).isEqualTo(ValueRelation.IMPLIES);
        assertThat(relation("2007-02-21T12:00:00Z", "2007-02-20")).isEqualTo(ValueRelation.EXCLUDES);
    }

    @Test
    void theMoreExactOfTwoDatesImpliesTheOther() {
        assertThat(relation("2007-02-28", "2007-02")).isEqualTo(ValueRelation.IMPLIES);
        assertThat(relation("2007-02", "2007-02-28")).isEqualTo(ValueRelation.IMPLIED);
        assertThat(relation("2007-02", "2007-03")).isEqualTo(ValueRelation.EXCLUDES);
        assertThat(relation("2020", "2007/..")).isEqualTo(ValueRelation.IMPLIES);
    }

    @Test
    void datesThatOverlapInPartAreCompatible() {
        assertThat(relation("2007-01/2007-06", "2007-04/2007-12")).isEqualTo(ValueRelation.COMPATIBLE);
    }

    private ValueRelation relation(String one, String other) {
        return valueRelations.between(new Value.Date(Edtf.parse(one)), new Value.Date(Edtf.parse(other)));
    }
}
