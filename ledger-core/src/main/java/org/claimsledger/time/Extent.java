package org.claimsledger.time;

import java.util.List;
import org.claimsledger.time.Bound.Between;

/** The shape of an EDTF text: what it says of the days between its bounds. */
sealed interface Extent {

    /** Between which moments it begins. */
    Bound start();

    /** Between which moments it ends. */
    Bound end();

    /** The stretches outside of which nothing is claimed, each with the bounds of its beginning and its end. */
    List<Interval> stretches();

    /**
     * One date, with or without a time of day.
     *
     * @param hasZone whether a clock time says how far it is from UTC; what doesn't is a day or time of its place
     */
    record LoneDate(Between when, boolean hasZone) implements Extent {

        @Override
        public Bound start() {
            return when;
        }

        @Override
        public Bound end() {
            return when;
        }

        @Override
        public List<Interval> stretches() {
            return List.of(new Interval(when, when));
        }
    }

    /** From a start to an end. */
    record Interval(Bound start, Bound end) implements Extent {

        @Override
        public List<Interval> stretches() {
            return List.of(this);
        }

        /** Whether a day can belong to both. */
        boolean canMeet(Interval other) {
            return !isOverBefore(other) && !other.isOverBefore(this);
        }

        private boolean isOverBefore(Interval other) {
            return end instanceof Between ours
                    && other.start instanceof Between theirs
                    && ours.lastDay().isBefore(theirs.firstDay());
        }
    }

    /** One of several dates, in square brackets. */
    record OneOf(List<SetMember> members) implements Extent {

        @Override
        public Bound start() {
            return SetMember.hull(members);
        }

        @Override
        public Bound end() {
            return SetMember.hull(members);
        }

        @Override
        public List<Interval> stretches() {
            return SetMember.stretches(members);
        }
    }

    /** All of several dates, in curly brackets. */
    record AllOf(List<SetMember> members) implements Extent {

        @Override
        public Bound start() {
            return SetMember.hull(members);
        }

        @Override
        public Bound end() {
            return SetMember.hull(members);
        }

        @Override
        public List<Interval> stretches() {
            return SetMember.stretches(members);
        }
    }
}
