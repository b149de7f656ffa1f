package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.claimsledger.api.operation.Fields;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Bound.Between;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import tools.jackson.databind.node.StringNode;

/** Any text as a date of EDTF. */
final class DateTarget implements FuzzTarget {

    private static final List<LocalDate> DAYS =
            List.of(LocalDate.MIN, LocalDate.of(0, 1, 1), LocalDate.of(2007, 2, 28), LocalDate.MAX);

    private static final ZoneId FAR_AHEAD = ZoneId.of("Pacific/Kiritimati");

    @Override
    public void run(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Edtf date = RefusalCheck.read(() -> Fields.edtf(StringNode.valueOf(text)));
        if (date == null) {
            return;
        }
        // Only a fraction of a second is not kept as it was written.
        if (!text.matches(".*T.*[.].*")) {
            assertThat(date.text()).isEqualTo(text);
        }
        Edtf again = Edtf.parse(date.toString());
        assertThat(again).isEqualTo(date).hasSameHashCodeAs(date);
        assertThat(again.start()).isEqualTo(date.start());
        assertThat(again.end()).isEqualTo(date.end());
        assertThat(date.endsBefore(date)).isFalse();
        isInOrder(date.start());
        isInOrder(date.end());
        date.firstInstant();
        date.lastInstant();
        assertThat(date.follows(date)).isFalse();
        assertThat(date.isDisjointFrom(date)).isFalse();
        isInOrder(date.instantsAnywhere());
        isInOrder(date.instantsIn(FAR_AHEAD));
        for (LocalDate day : DAYS) {
            InForce.on(day, date);
            InForce.sinceItHappened(day, date);
        }
    }

    private static void isInOrder(Bound bound) {
        if (bound instanceof Between between) {
            assertThat(between.earliest()).isBeforeOrEqualTo(between.latest());
            assertThat(between.earliestDay()).isBeforeOrEqualTo(between.latestDay());
        }
    }
}
