package org.claimsledger.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import org.claimsledger.event.Predicate;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;

/** Whether anything satisfies two values at once. */
final class OracleCompatibility {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /** Beyond any number that is stored, and short of what conversions of units blur. */
    private static final MathContext COMPARED = new MathContext(12);

    private final OracleWorld world;
    private final Predicate predicate;

    OracleCompatibility(OracleWorld world, Predicate predicate) {
        this.world = world;
        this.predicate = predicate;
    }

    boolean are(Value one, Value other) {
        if (one instanceof Value.Unknown || other instanceof Value.Unknown) {
            return !(one instanceof Value.None) && !(other instanceof Value.None);
        }
        if (one instanceof Value.Measured a && other instanceof Value.Measured b) {
            return overlap(a.quantity(), b.quantity());
        }
        if (one instanceof Value.Date a && other instanceof Value.Date b) {
            return !first(a.date()).isAfter(last(b.date())) && !first(b.date()).isAfter(last(a.date()));
        }
        if (one instanceof Value.AnotherSubject a && other instanceof Value.AnotherSubject b) {
            return world.subject(a.subject()).equals(world.subject(b.subject()));
        }
        return one.equals(other);
    }

    private static Instant first(Edtf date) {
        return date.start() instanceof Bound.Between between ? between.earliest() : Instant.MIN;
    }

    private static Instant last(Edtf date) {
        return date.end() instanceof Bound.Between between ? between.latest() : Instant.MAX;
    }

    private boolean overlap(Quantity one, Quantity other) {
        Unit unitOfOne = one.unit() == null ? predicate.unit() : one.unit();
        Unit unitOfOther = other.unit() == null ? predicate.unit() : other.unit();
        if (unitOfOne == null || unitOfOther == null) {
            // Bare numbers, as far as anybody says.
            return meet(NumberRange.of(one), NumberRange.of(other));
        }
        if (unitOfOne.conversionTo(unitOfOther).isEmpty()) {
            // Of dollars and euros nobody can say that nothing satisfies both; of years and kilograms everybody can.
            return unitOfOne.isCurrency() && unitOfOther.isCurrency();
        }
        return meet(NumberRange.of(one).in(unitOfOne, unitOfOther), NumberRange.of(other));
    }

    private static boolean meet(NumberRange one, NumberRange other) {
        return one.reaches(other) && other.reaches(one);
    }

    /** The numbers that satisfy a quantity; null where there is no end. */
    private record NumberRange(BigDecimal low, boolean lowItself, BigDecimal high, boolean highItself) {

        static NumberRange of(Quantity quantity) {
            BigDecimal number = quantity.amount();
            return switch (quantity.bound()) {
                case EXACTLY -> new NumberRange(number, true, number, true);
                case ABOUT -> {
                    BigDecimal play = number.abs().multiply(TENTH);
                    yield new NumberRange(number.subtract(play), true, number.add(play), true);
                }
                case AT_LEAST -> new NumberRange(number, true, null, false);
                case AT_MOST -> new NumberRange(null, false, number, true);
                case MORE_THAN -> new NumberRange(number, false, null, false);
                case LESS_THAN -> new NumberRange(null, false, number, false);
                case BETWEEN -> new NumberRange(number, true, quantity.upper(), true);
            };
        }

        NumberRange in(Unit from, Unit to) {
            var conversion = from.conversionTo(to).orElseThrow();
            return new NumberRange(
                    low == null ? null : conversion.apply(low),
                    lowItself,
                    high == null ? null : conversion.apply(high),
                    highItself);
        }

        /** Whether the other one doesn't lie wholly below this one's low end. */
        boolean reaches(NumberRange other) {
            if (low == null || other.high == null) {
                return true;
            }
            int compared = low.round(COMPARED).compareTo(other.high.round(COMPARED));
            return compared < 0 || compared == 0 && lowItself && other.highItself;
        }
    }
}
