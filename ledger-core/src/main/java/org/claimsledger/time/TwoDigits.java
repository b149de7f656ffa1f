package org.claimsledger.time;

/**
 * The two digits of a month or a day, each possibly unspecified: {@code 12}, {@code 1X}, {@code X1}, {@code XX}.
 *
 * @param tens the digit, or {@link #UNSPECIFIED}
 * @param units the digit, or {@link #UNSPECIFIED}
 */
record TwoDigits(int tens, int units) {

    static final int UNSPECIFIED = -1;

    /** Unspecified in both digits; also stands for a component that is not written at all. */
    static final TwoDigits ANY = new TwoDigits(UNSPECIFIED, UNSPECIFIED);

    boolean areAllSpecified() {
        return tens != UNSPECIFIED && units != UNSPECIFIED;
    }

    boolean areAllUnspecified() {
        return tens == UNSPECIFIED && units == UNSPECIFIED;
    }

    int value() {
        return 10 * tens + units;
    }

    boolean match(int value) {
        return (tens == UNSPECIFIED || tens == value / 10) && (units == UNSPECIFIED || units == value % 10);
    }

    /** The months or days that one step of the last given digit stands for. */
    int unit() {
        return units == UNSPECIFIED ? 10 : 1;
    }

    /** The least (direction 1) or greatest (direction -1) matching value from 1 to the limit, or 0 where none does. */
    int extreme(int limit, int direction) {
        if (areAllSpecified()) {
            int value = value();
            return value <= limit ? value : 0;
        }
        for (int value = direction > 0 ? 1 : limit; 1 <= value && value <= limit; value += direction) {
            if (match(value)) {
                return value;
            }
        }
        return 0;
    }
}
