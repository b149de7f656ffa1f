package org.claimsledger.oracle.policy2;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.oracle.policy2.Reading.InForce;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;

/** One of several dates, or all of several, whose members are in no doubt and no ranges, as random histories write them. */
final class SetOfDates {

    private SetOfDates() {}

    static boolean is(Edtf date) {
        return date.text().startsWith("[") || date.text().startsWith("{");
    }

    /** Days of which one, or each, is meant. */
    record Member(LocalDate first, LocalDate last, boolean hasAnEnd) {

        boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    static List<Member> members(Edtf set) {
        List<Member> members = new ArrayList<>();
        for (String member : set.text().substring(1, set.text().length() - 1).split(",")) {
            Bound.Between days =
                    (Bound.Between) Edtf.parse(member.replace("..", "")).start();
            members.add(new Member(
                    member.startsWith("..") ? LocalDate.MIN : days.earliestDay(),
                    member.endsWith("..") ? LocalDate.MAX : days.latestDay(),
                    !member.endsWith("..")));
        }
        return members;
    }

    /** @param lastReported the last date of a source that supports it */
    static InForce on(LocalDate day, Edtf set, LocalDate lastReported) {
        List<Member> members = members(set);
        List<Member> around = members.stream().filter(it -> it.contains(day)).toList();
        if (around.isEmpty()) {
            return InForce.NO;
        }
        if (set.text().startsWith("[")) {
            boolean onlyThatDay = members.stream()
                    .allMatch(it -> it.first().equals(day) && it.last().equals(day));
            return onlyThatDay ? InForce.YES : InForce.POSSIBLY;
        }
        boolean stillReported = !day.isAfter(lastReported);
        return stillReported || around.stream().anyMatch(Member::hasAnEnd) ? InForce.YES : InForce.PRESUMED;
    }
}
