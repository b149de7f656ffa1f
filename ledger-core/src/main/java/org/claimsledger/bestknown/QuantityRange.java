package org.claimsledger.bestknown;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.UnaryOperator;
import org.claimsledger.value.Quantity;
import org.jspecify.annotations.Nullable;

/** The numbers that a quantity allows: from a lower end to an upper one, each of which may be open or left out. */
record QuantityRange(
        @Nullable BigDecimal low,
        boolean lowIncluded,
        @Nullable BigDecimal high,
        boolean highIncluded) {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /** As many digits as a quantity may have: beyond them a conversion only rounds. */
    private static final MathContext DIGITS = new MathContext(15);

    static QuantityRange of(Quantity quantity) {
        BigDecimal amount = quantity.amount();
        return switch (quantity.bound()) {
            case EXACTLY -> new QuantityRange(amount, true, amount, true);
            case ABOUT -> {
                BigDecimal tenth = amount.abs().multiply(TENTH);
                yield new QuantityRange(amount.subtract(tenth), true, amount.add(tenth), true);
            }
            case AT_LEAST -> new QuantityRange(amount, true, null, false);
            case AT_MOST -> new QuantityRange(null, false, amount, true);
            case MORE_THAN -> new QuantityRange(amount, false, null, false);
            case LESS_THAN -> new QuantityRange(null, false, amount, false);
            case BETWEEN -> new QuantityRange(amount, true, quantity.upper(), true);
        };
    }

    /** The same in another unit. */
    QuantityRange converted(UnaryOperator<BigDecimal> conversion) {
        return new QuantityRange(
                low == null ? null : conversion.apply(low),
                lowIncluded,
                high == null ? null : conversion.apply(high),
                highIncluded);
    }

    boolean overlaps(QuantityRange other) {
        return endsNotBefore(other) && other.endsNotBefore(this);
    }

    private boolean endsNotBefore(QuantityRange other) {
        if (high == null || other.low == null) {
            return true;
        }
        int order = high.round(DIGITS).compareTo(other.low.round(DIGITS));
        return order > 0 || order == 0 && highIncluded && other.lowIncluded;
    }
}
