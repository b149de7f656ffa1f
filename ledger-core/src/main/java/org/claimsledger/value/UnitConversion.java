package org.claimsledger.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.measure.IncommensurableException;
import javax.measure.Unit;

/**
 * The conversion of amounts from one unit into another: by a factor, and for temperatures by an offset too. Logarithmic
 * units convert into no other, because not every amount has a logarithm, or a power that is a number; nor do units that
 * the library cannot relate, such as squares of degrees.
 */
final class UnitConversion {

    /** How far an amount may lie from the straight line, for a library that counts in floating point here and there. */
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Test amounts of every size that a quantity may have. */
    private static final List<BigDecimal> TRIAL_AMOUNTS =
            List.of(new BigDecimal("1e-30"), TWO, TWO.negate(), new BigDecimal("1e21"), new BigDecimal("-1e21"));

    private UnitConversion() {}

    /** The conversion between two units; empty where there is none. */
    static Optional<UnaryOperator<BigDecimal>> of(Unit<?> from, Unit<?> to) {
        // For units that it cannot relate the library throws all sorts of exceptions, declared or not.
        try {
            if (!from.isCompatible(to)) {
                return Optional.empty();
            }
            var converter = from.getConverterToAny(to);
            UnaryOperator<BigDecimal> conversion =
                    amount -> new BigDecimal(converter.convert(amount).toString());
            return isStraight(conversion) ? Optional.of(conversion) : Optional.empty();
        } catch (IncommensurableException | RuntimeException none) {
            return Optional.empty();
        }
    }

    private static boolean isStraight(UnaryOperator<BigDecimal> conversion) {
        BigDecimal offset = conversion.apply(BigDecimal.ZERO);
        BigDecimal factor = conversion.apply(BigDecimal.ONE).subtract(offset);
        if (factor.signum() == 0) {
            return false;
        }
        return TRIAL_AMOUNTS.stream().allMatch(amount -> {
            BigDecimal expected = factor.multiply(amount).add(offset);
            BigDecimal converted = conversion.apply(amount);
            BigDecimal size = converted.abs().max(offset.abs());
            return expected.subtract(converted).abs().compareTo(size.multiply(TOLERANCE, MathContext.DECIMAL64)) <= 0;
        });
    }
}
