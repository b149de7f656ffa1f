package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimsledger.history.CompleteHistory;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;

/** The conditions under which two claimed dates can be one. */
class DatesAsValuesTest {

    private final Compatibility compatibility = new Compatibility(null, new CompleteHistory());

    @Test
    void twoTimesOfOneDayExcludeEachOther() {
        assertThat(compatible("2007-02-20T10:00:00Z", "2007-02-20T11:00:00Z")).isFalse();
        assertThat(compatible("2007-02-20T10:00:00Z", "2007-02-20T10:00:00Z")).isTrue();
    }

    @Test
    void aTimeCanBeOnItsDay() {
        assertThat(compatible("2007-02-20T10:00:00Z", "2007-02-20")).isTrue();
        assertThat(compatible("2007-02-20T10:00:00Z", "2007~")).isTrue();
        assertThat(compatible("2007-02-20T10:00:00Z", "2007-02-21")).isFalse();
    }

    @Test
    void datesThatShareADayAreCompatible() {
        assertThat(compatible("2007-02", "2007-02-28")).isTrue();
        assertThat(compatible("2007-02", "2007-03")).isFalse();
        assertThat(compatible("2007/..", "2020")).isTrue();
    }

    private boolean compatible(String one, String other) {
        return compatibility.compatible(new Value.Date(Edtf.parse(one)), new Value.Date(Edtf.parse(other)));
    }
}
