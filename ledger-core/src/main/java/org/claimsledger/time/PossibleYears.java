package org.claimsledger.time;

import static org.claimsledger.time.TwoDigits.UNSPECIFIED;

/**
 * The years that an EDTF text may mean.
 *
 * @param first the earliest that may be meant
 * @param last the latest that may be meant
 * @param pattern the four digits, where those unspecified leave gaps between first and last; else empty
 * @param unit how many years the last digit that is given counts for: 1 in 1984, 10 in 198X, 100 in 1950S2
 */
record PossibleYears(long first, long last, String pattern, long unit) {

    /** Years are counted no further than this, which is far beyond {@link java.time.LocalDate}. */
    static final long LIMIT = 1_000_000_000_000_000L;

    private static final int DIGITS_WITHIN_LIMIT = 15;

    /** A year of four characters, each a digit or X. */
    static PossibleYears ofPattern(boolean negative, String pattern) {
        long least = 0;
        long greatest = 0;
        long unit = 1;
        boolean specified = true;
        for (int i = 0; i < pattern.length(); i++) {
            int digit = digit(pattern.charAt(i));
            least = 10 * least + (digit == UNSPECIFIED ? 0 : digit);
            greatest = 10 * greatest + (digit == UNSPECIFIED ? 9 : digit);
            unit = digit == UNSPECIFIED ? 10 * unit : 1;
            specified &= digit != UNSPECIFIED;
        }
        return negative
                ? new PossibleYears(-greatest, Math.min(-least, -1), specified ? "" : pattern, unit)
                : new PossibleYears(least, greatest, specified ? "" : pattern, unit);
    }

    /**
     * A year of which only some digits count.
     *
     * @param digits without leading zeros
     * @param zeros how many zeros follow them
     * @param significant how many digits count, from the left, at most all of them
     */
    static PossibleYears ofDigits(boolean negative, String digits, int zeros, int significant) {
        long length = (long) digits.length() + zeros;
        if (length > DIGITS_WITHIN_LIMIT) {
            long year = negative ? -LIMIT : LIMIT;
            return new PossibleYears(year, year, "", length == significant ? 1 : LIMIT);
        }
        long unit = powerOfTen(length - significant);
        long least = Long.parseLong(digits) * powerOfTen(zeros) / unit * unit;
        long greatest = least + unit - 1;
        return negative ? new PossibleYears(-greatest, -least, "", unit) : new PossibleYears(least, greatest, "", unit);
    }

    boolean has(long year) {
        long rest = Math.abs(year);
        for (int i = pattern.length() - 1; i >= 0; i--) {
            int digit = digit(pattern.charAt(i));
            if (digit != UNSPECIFIED && digit != rest % 10) {
                return false;
            }
            rest /= 10;
        }
        return true;
    }

    private static int digit(char c) {
        return c == 'X' ? UNSPECIFIED : c - '0';
    }

    private static long powerOfTen(long exponent) {
        long power = 1;
        for (long i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
