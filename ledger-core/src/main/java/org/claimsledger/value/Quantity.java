package org.claimsledger.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A number as a source gives it: exactly, about, or within bounds.
 *
 * @param bound how the number is meant
 * @param amount the number; the lower one of {@code between}
 * @param upper the upper number of {@code between}, else absent
 * @param unit absent for the predicate's own unit
 */
@JsonSerialize(using = QuantityJson.Serializer.class)
@JsonDeserialize(using = QuantityJson.Deserializer.class)
public record Quantity(
        BoundKind bound,
        BigDecimal amount,
        @Nullable BigDecimal upper,
        @Nullable Unit unit) {

    /** Beyond 15 significant digits a JSON number does not survive every reader (RFC 8785 numbers are IEEE doubles). */
    private static final int SIGNIFICANT_DIGITS = 15;

    private static final BigDecimal LARGEST = new BigDecimal("1e21");
    private static final int SMALLEST_EXPONENT = -30;

    /** How the number is meant, by the field that carries it in JSON. */
    public enum BoundKind {
        EXACTLY("amount"),
        ABOUT("about"),
        AT_LEAST("atLeast"),
        AT_MOST("atMost"),
        MORE_THAN("moreThan"),
        LESS_THAN("lessThan"),
        BETWEEN("between");

        private final String field;

        BoundKind(String field) {
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    public Quantity {
        amount = number(amount);
        upper = upper == null ? null : number(upper);
        if ((bound == BoundKind.BETWEEN) != (upper != null)) {
            throw new IllegalArgumentException("two numbers for between, one for anything else");
        }
        if (upper != null && amount.compareTo(upper) > 0) {
            throw Refused.because(RefusalCode.INVALID_RANGE, "The lower number comes first");
        }
    }

    private static BigDecimal number(BigDecimal given) {
        if (given.signum() == 0) {
            return BigDecimal.ZERO;
        }
        // BigDecimal.stripTrailingZeros of a hostile 1e999999999 is cheap; its plain form would not be.
        BigDecimal number = given.stripTrailingZeros();
        if (number.precision() > SIGNIFICANT_DIGITS) {
            throw Refused.because(
                    RefusalCode.INVALID_NUMBER, "At most " + SIGNIFICANT_DIGITS + " significant digits are kept");
        }
        if (number.precision() - (long) number.scale() > 22
                || number.abs().compareTo(LARGEST) >= 0
                || -(long) number.scale() < SMALLEST_EXPONENT) {
            throw Refused.because(RefusalCode.INVALID_NUMBER, "Numbers lie between 1e-30 and 1e21 in size");
        }
        return number;
    }
}
