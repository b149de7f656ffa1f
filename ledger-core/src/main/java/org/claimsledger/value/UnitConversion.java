package org.claimsledger.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.measure.IncommensurableException;
import javax.measure.Unit;

/**
 * How amounts of one measure are expressed in another: by a factor, and of temperatures by an offset too. Measures on a
 * logarithmic scale are expressed in no other, since not every amount has a logarithm, nor a power that is a number; nor
 * are those that the library cannot bring together, such as squares of degrees.
 */
final class UnitConversion {

    /** How far an amount may lie from the straight line, for a library that counts in floating point here and there. */
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Amounts of every size that a quantity may have. */
    private static final List<BigDecimal> TRIED =
            List.of(new BigDecimal("1e-30"), TWO, TWO.negate(), new BigDecimal("1e21"), new BigDecimal("-1e21"));

    private UnitConversion() {}

    /** Empty where there is none. */
    static Optional<UnaryOperator<BigDecimal>> of(Unit<?> from, Unit<?> to) {
        // Of what it cannot bring together the library throws as it happens, even when it tells of it.
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
        return TRIED.stream().allMatch(amount -> {
            BigDecimal expected = factor.multiply(amount).add(offset);
            BigDecimal found = conversion.apply(amount);
            BigDecimal size = found.abs().max(offset.abs());
            return expected.subtract(found).abs().compareTo(size.multiply(TOLERANCE, MathContext.DECIMAL64)) <= 0;
        });
    }
}
