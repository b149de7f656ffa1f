package org.claimsledger.bestknown;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.claimsledger.event.Predicate;
import org.claimsledger.name.FoldedText;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.Quantity.BoundKind;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The relations of the values that a predicate takes: "at least 238" is implied by "240", 20 and 15 years exclude each
 * other, murder implies homicide where the vocabulary says so.
 */
public final class ValueRelations {

    /** A day begins this long before it begins in UTC, where the zone is furthest east. */
    private static final Duration EASTERNMOST = Duration.ofHours(14);

    /** A day ends this long after it ends in UTC, where the zone is furthest west. */
    private static final Duration WESTERNMOST = Duration.ofHours(12);

    /** As many digits as a quantity may have: beyond them a conversion only rounds. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final @Nullable Predicate predicate;
    private final SubjectIdentities subjectIdentities;

    /** @param predicate whose unit, terms and ways of counting apply; absent where it is not known */
    public ValueRelations(@Nullable Predicate predicate, SubjectIdentities subjectIdentities) {
        this.predicate = predicate;
        this.subjectIdentities = subjectIdentities;
    }

    /** How one value stands to another. */
    public ValueRelation between(Value one, Value other) {
        if (one.equals(other)) {
            return ValueRelation.SAME;
        }
        if (one instanceof Value.None || other instanceof Value.None) {
            return withNone(one, other);
        }
        if (one instanceof Value.Unknown) {
            return ValueRelation.IMPLIED;
        }
        if (other instanceof Value.Unknown) {
            return ValueRelation.IMPLIES;
        }
        if (one.kind() != other.kind()) {
            return ValueRelation.APART;
        }
        return switch (one) {
            case Value.Measured mine -> quantities(mine.quantity(), ((Value.Measured) other).quantity());
            case Value.Date mine -> dates(mine.date(), ((Value.Date) other).date());
            case Value.Term mine -> terms(mine.term(), ((Value.Term) other).term());
            case Value.AnotherSubject mine ->
                sameOrExcluded(subjectIdentities
                        .canonicalSubject(mine.subject())
                        .equals(subjectIdentities.canonicalSubject(((Value.AnotherSubject) other).subject())));
            case Value.Text mine ->
                FoldedText.of(mine.text()).equals(FoldedText.of(((Value.Text) other).text()))
                        ? ValueRelation.SAME
                        : ValueRelation.APART;
            case Value.AnotherClaim mine -> ValueRelation.EXCLUDES;
            case Value.Flag mine -> ValueRelation.EXCLUDES;
            case Value.Unknown unknown -> ValueRelation.SAME;
            case Value.None none -> ValueRelation.SAME;
        };
    }

    private static ValueRelation sameOrExcluded(boolean same) {
        return same ? ValueRelation.SAME : ValueRelation.EXCLUDES;
    }

    /** There is none: of a quantity it is 0 of it, and it excludes all else. */
    private static ValueRelation withNone(Value one, Value other) {
        if (one instanceof Value.None) {
            return other instanceof Value.Measured measured
                    ? Span.closed(BigDecimal.ZERO, BigDecimal.ZERO).relationTo(span(measured.quantity()))
                    : ValueRelation.EXCLUDES;
        }
        return withNone(other, one).reversed();
    }

    private ValueRelation terms(String one, String other) {
        if (isBroader(other, one)) {
            return ValueRelation.IMPLIES;
        }
        return isBroader(one, other) ? ValueRelation.IMPLIED : ValueRelation.EXCLUDES;
    }

    private boolean isBroader(String wide, String narrow) {
        return predicate != null && predicate.broaderTerms(narrow).contains(wide);
    }

    private ValueRelation quantities(Quantity one, Quantity other) {
        Optional<Span<BigDecimal>> mine = inUnitOf(one, other);
        if (mine.isEmpty()) {
            return ValueRelation.APART;
        }
        Span<BigDecimal> theirs = span(other);
        ValueRelation relation = mine.get().relationTo(theirs);
        return relation == ValueRelation.EXCLUDES
                        && predicate != null
                        && predicate.measured()
                        && one.bound() == BoundKind.EXACTLY
                        && other.bound() == BoundKind.EXACTLY
                ? readings(one.amount().precision(), mine.get(), other.amount().precision(), theirs)
                : relation;
    }

    /** Of two readings that are equal as far as the coarser one goes, the finer one implies the other. */
    private static ValueRelation readings(int digits, Span<BigDecimal> mine, int otherDigits, Span<BigDecimal> theirs) {
        MathContext coarser = new MathContext(Math.min(digits, otherDigits), RoundingMode.HALF_UP);
        if (digits == otherDigits
                || mine.low() == null
                || theirs.low() == null
                || mine.low().round(coarser).compareTo(theirs.low().round(coarser)) != 0) {
            return ValueRelation.EXCLUDES;
        }
        return digits > otherDigits ? ValueRelation.IMPLIES : ValueRelation.IMPLIED;
    }

    /** The first quantity in the unit of the second; empty where it cannot be converted. */
    private Optional<Span<BigDecimal>> inUnitOf(Quantity one, Quantity other) {
        Unit usual = predicate == null ? null : predicate.unit();
        Unit from = one.unit() == null ? usual : one.unit();
        Unit to = other.unit() == null ? usual : other.unit();
        if (from == null || to == null) {
            return from == to ? Optional.of(span(one)) : Optional.empty();
        }
        return from.conversionTo(to).map(conversion -> {
            Span<BigDecimal> span = span(one);
            return new Span<>(
                    span.low() == null ? null : conversion.apply(span.low()).round(DIGITS),
                    span.lowIncluded(),
                    span.high() == null ? null : conversion.apply(span.high()).round(DIGITS),
                    span.highIncluded());
        });
    }

    /** Whether all of one quantity lies below all of the other. */
    boolean isWhollyBelow(Value one, Value other) {
        Quantity lower = amount(one);
        Quantity higher = amount(other);
        return lower != null
                && higher != null
                && inUnitOf(lower, higher)
                        .filter(mine -> mine.isWhollyBelow(span(higher)))
                        .isPresent();
    }

    /** Whether two quantities are limited on the same sides. */
    boolean areBoundedAlike(Value one, Value other) {
        Quantity mine = amount(one);
        Quantity theirs = amount(other);
        return mine == null || theirs == null || span(mine).isBoundedLike(span(theirs));
    }

    private static final Quantity NOTHING = new Quantity(BoundKind.EXACTLY, BigDecimal.ZERO, null, null);

    private static @Nullable Quantity amount(Value value) {
        return switch (value) {
            case Value.Measured it -> it.quantity();
            case Value.None none -> NOTHING;
            case Value.Term it -> null;
            case Value.AnotherSubject it -> null;
            case Value.AnotherClaim it -> null;
            case Value.Text it -> null;
            case Value.Date it -> null;
            case Value.Flag it -> null;
            case Value.Unknown it -> null;
        };
    }

    private static Span<BigDecimal> span(Quantity quantity) {
        BigDecimal amount = quantity.amount();
        return switch (quantity.bound()) {
            case EXACTLY -> Span.closed(amount, amount);
            case ABOUT -> {
                BigDecimal tenth = amount.abs().multiply(TENTH);
                yield Span.closed(amount.subtract(tenth), amount.add(tenth));
            }
            case AT_LEAST -> new Span<>(amount, true, null, false);
            case AT_MOST -> new Span<>(null, false, amount, true);
            case MORE_THAN -> new Span<>(amount, false, null, false);
            case LESS_THAN -> new Span<>(null, false, amount, false);
            case BETWEEN -> Span.closed(amount, quantity.upper());
        };
    }

    /** A date without a clock time is a day of its place, wherever that is; an instant lies in it or not. */
    private static ValueRelation dates(Edtf one, Edtf other) {
        if (isInstant(one) && isInstant(other)) {
            return instants(one, false).relationTo(instants(other, false));
        }
        if (!isInstant(one) && !isInstant(other)) {
            return days(one).relationTo(days(other));
        }
        ValueRelation relation = instants(one, !isInstant(one)).relationTo(instants(other, !isInstant(other)));
        return relation == ValueRelation.IMPLIES || relation == ValueRelation.IMPLIED
                ? relation
                : ValueRelation.EXCLUDES;
    }

    private static boolean isInstant(Edtf date) {
        return date.start() instanceof Bound.Between start
                && start.earliest().equals(start.latest())
                && date.end().equals(start);
    }

    private static Span<Instant> instants(Edtf date, boolean anywhere) {
        Instant low = date.start() instanceof Bound.Between start ? start.earliest() : null;
        Instant high = date.end() instanceof Bound.Between end ? end.latest() : null;
        return anywhere
                ? Span.closed(low == null ? null : low.minus(EASTERNMOST), high == null ? null : high.plus(WESTERNMOST))
                : Span.closed(low, high);
    }

    private static Span<LocalDate> days(Edtf date) {
        LocalDate first = date.start() instanceof Bound.Between start ? start.earliestDay() : LocalDate.MIN;
        LocalDate last = date.end() instanceof Bound.Between end ? end.latestDay() : LocalDate.MAX;
        return Span.closed(first.equals(LocalDate.MIN) ? null : first, last.equals(LocalDate.MAX) ? null : last);
    }
}
