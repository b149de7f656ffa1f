package org.claimsledger.bestknown;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values can both be true: they are incompatible where nothing satisfies both. "At least 238" and "240" are
 * compatible, 20 and 15 years are not.
 */
public final class Compatibility {

    private final @Nullable Unit unit;
    private final SubjectIdentities subjectIdentities;

    /** @param unit the predicate's, which a quantity without one is counted in */
    public Compatibility(@Nullable Unit unit, SubjectIdentities subjectIdentities) {
        this.unit = unit;
        this.subjectIdentities = subjectIdentities;
    }

    /** The agreement of the value that evidence speaks for with the claimed value. */
    ValueAgreement agreementOf(Value spokenFor, Value claimed) {
        if (spokenFor.equals(claimed)) {
            return ValueAgreement.THIS;
        }
        return compatible(spokenFor, claimed) ? ValueAgreement.COMPATIBLE : ValueAgreement.OTHER;
    }

    public boolean compatible(Value one, Value other) {
        if (one instanceof Value.None || other instanceof Value.None) {
            return one instanceof Value.None && other instanceof Value.None;
        }
        if (one instanceof Value.Unknown || other instanceof Value.Unknown) {
            return true;
        }
        return switch (one) {
            case Value.Measured mine ->
                other instanceof Value.Measured theirs && overlap(mine.quantity(), theirs.quantity());
            case Value.AnotherSubject mine ->
                other instanceof Value.AnotherSubject theirs
                        && subjectIdentities
                                .canonicalSubject(mine.subject())
                                .equals(subjectIdentities.canonicalSubject(theirs.subject()));
            case Value.Date mine -> other instanceof Value.Date theirs && overlap(mine.date(), theirs.date());
            case Value.Term mine -> mine.equals(other);
            case Value.AnotherClaim mine -> mine.equals(other);
            case Value.Text mine -> mine.equals(other);
            case Value.Flag mine -> mine.equals(other);
            case Value.Unknown unknown -> true;
            case Value.None none -> false;
        };
    }

    /**
     * Nothing is twenty years and twenty kilograms at once; a sum in two currencies can be the same, since nobody here
     * knows their rates.
     */
    private boolean overlap(Quantity mine, Quantity theirs) {
        Unit from = mine.unit() == null ? unit : mine.unit();
        Unit to = theirs.unit() == null ? unit : theirs.unit();
        if (from == null || to == null || from.equals(to)) {
            return QuantityRange.of(mine).overlaps(QuantityRange.of(theirs));
        }
        return from.conversionTo(to)
                .map(conversion -> QuantityRange.of(mine).converted(conversion).overlaps(QuantityRange.of(theirs)))
                .orElse(from.isCurrency() && to.isCurrency());
    }

    /** Two times of one day exclude each other. */
    private static boolean overlap(Edtf mine, Edtf theirs) {
        return !first(mine.start()).isAfter(last(theirs.end()))
                && !first(theirs.start()).isAfter(last(mine.end()));
    }

    private static Instant first(Bound bound) {
        return bound instanceof Bound.Between between ? between.earliest() : Instant.MIN;
    }

    private static Instant last(Bound bound) {
        return bound instanceof Bound.Between between ? between.latest() : Instant.MAX;
    }

    /** The numbers that a quantity allows: from a lower end to an upper one, each of which may be open or left out. */
    private record QuantityRange(
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

        /** This range in another unit. */
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

    /** The agreement of the value that evidence speaks for with its claim's value. */
    public enum ValueAgreement {
        /** It is that value. */
        THIS,
        /** It is another one, which can be true together with it: support and dispute count as they are. */
        COMPATIBLE,
        /** It is another one, which excludes it: support counts as dispute, dispute for nothing. */
        OTHER
    }
}
