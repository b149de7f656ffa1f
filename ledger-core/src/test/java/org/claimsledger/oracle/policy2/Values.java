package org.claimsledger.oracle.policy2;

import static org.claimsledger.oracle.policy2.Values.Stand.APART;
import static org.claimsledger.oracle.policy2.Values.Stand.COMPATIBLE;
import static org.claimsledger.oracle.policy2.Values.Stand.EXCLUDES;
import static org.claimsledger.oracle.policy2.Values.Stand.IMPLIED;
import static org.claimsledger.oracle.policy2.Values.Stand.IMPLIES;
import static org.claimsledger.oracle.policy2.Values.Stand.SAME;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.claimsledger.name.FoldedText;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Link;
import org.claimsledger.oracle.policy2.Given.Relation;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.Quantity.BoundKind;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** R4: how a value stands to another one. */
final class Values {

    enum Stand {
        SAME,
        IMPLIES,
        IMPLIED,
        COMPATIBLE,
        EXCLUDES,
        APART;

        Stand reversed() {
            return this == IMPLIES ? IMPLIED : this == IMPLIED ? IMPLIES : this;
        }

        boolean isSameOrImplies() {
            return this == SAME || this == IMPLIES;
        }
    }

    private final Given given;

    Values(Given given) {
        this.given = given;
    }

    /** A relation recorded by the desk goes before all this: same_as makes them the same, contradicts makes them exclude. */
    Stand r4(Claim a, Claim b) {
        return r4(a, a.value(), b, b.value());
    }

    /** What is recorded of two claims is recorded of what they say now, so of evidence only where it speaks for that. */
    Stand r4(Claim a, Value ofA, Claim b, Value ofB) {
        boolean asTheyStand = r4(ofA, a.value()) == SAME && r4(ofB, b.value()) == SAME;
        Relation recorded = asTheyStand && !a.id().equals(b.id()) ? lastRecorded(a, b) : null;
        if (recorded == null) {
            return r4(ofA, ofB);
        }
        return recorded.link() == Link.SAME_AS ? SAME : EXCLUDES;
    }

    private @Nullable Relation lastRecorded(Claim a, Claim b) {
        Relation last = null;
        for (Claim one : new Claim[] {a, b}) {
            String other = one == a ? b.id() : a.id();
            for (Relation relation : one.relations()) {
                boolean ofValues = relation.link() == Link.SAME_AS || relation.link() == Link.CONTRADICTS;
                boolean counts = ofValues
                        && relation.other().equals(other)
                        && given.view().position() >= relation.position();
                if (counts && (last == null || relation.position() > last.position())) {
                    last = relation;
                }
            }
        }
        return last;
    }

    /** The same, implies, implied, compatible, excludes or apart. */
    Stand r4(Value a, Value b) {
        if (a instanceof Value.None || b instanceof Value.None) {
            return none(a, b);
        }
        if (a instanceof Value.Unknown || b instanceof Value.Unknown) {
            return unknown(a, b);
        }
        if (a instanceof Value.Measured x && b instanceof Value.Measured y) {
            return quantities(x.quantity(), y.quantity());
        }
        if (a instanceof Value.Date x && b instanceof Value.Date y) {
            return dates(x.date(), y.date());
        }
        if (a instanceof Value.Term x && b instanceof Value.Term y) {
            return terms(x.term(), y.term());
        }
        if (a instanceof Value.Text x && b instanceof Value.Text y) {
            return FoldedText.of(x.text()).equals(FoldedText.of(y.text())) ? SAME : APART;
        }
        if (a instanceof Value.AnotherSubject x && b instanceof Value.AnotherSubject y) {
            return kept(x.subject().value()).equals(kept(y.subject().value())) ? SAME : EXCLUDES;
        }
        if (a.kind() == b.kind()) {
            return a.equals(b) ? SAME : EXCLUDES;
        }
        return APART;
    }

    private String kept(String subject) {
        return given.subjects().keptAs().apply(subject);
    }

    /** none is 0 of a quantity and excludes all else. */
    private Stand none(Value a, Value b) {
        if (a instanceof Value.None && b instanceof Value.None) {
            return SAME;
        }
        if (a instanceof Value.None && b instanceof Value.Measured y) {
            return quantities(zeroOf(y.quantity()), y.quantity());
        }
        if (a instanceof Value.Measured x && b instanceof Value.None) {
            return quantities(x.quantity(), zeroOf(x.quantity()));
        }
        return EXCLUDES;
    }

    private static Quantity zeroOf(Quantity other) {
        return new Quantity(BoundKind.EXACTLY, BigDecimal.ZERO, null, other.unit());
    }

    /** Every value but none implies unknown. */
    private static Stand unknown(Value a, Value b) {
        boolean both = a instanceof Value.Unknown && b instanceof Value.Unknown;
        return both ? SAME : b instanceof Value.Unknown ? IMPLIES : IMPLIED;
    }

    /** A term implies its broader ones, else excludes. */
    private Stand terms(String a, String b) {
        if (a.equals(b)) {
            return SAME;
        }
        return broader(a).contains(b) ? IMPLIES : broader(b).contains(a) ? IMPLIED : EXCLUDES;
    }

    private Set<String> broader(String term) {
        Set<String> found = new HashSet<>();
        collectBroader(term, found);
        found.remove(term);
        return found;
    }

    private void collectBroader(String term, Set<String> found) {
        for (String above : given.predicate().broader().getOrDefault(term, Set.of())) {
            if (found.add(above)) {
                collectBroader(above, found);
            }
        }
    }

    /**
     * A date without a zone is a day of its place: an instant implies it from 14 hours before its first day begins to 12
     * hours after its last ends; else as spans of days. Two instants are one, or exclude each other.
     */
    private static Stand dates(Edtf a, Edtf b) {
        if (isInstant(a) && !isInstant(b)) {
            return isWithinADayOfItsPlace(a, b) ? IMPLIES : EXCLUDES;
        }
        if (isInstant(b) && !isInstant(a)) {
            return isWithinADayOfItsPlace(b, a) ? IMPLIED : EXCLUDES;
        }
        return isInstant(a)
                ? ((Bound.Between) a.start()).earliest().equals(((Bound.Between) b.start()).earliest())
                        ? SAME
                        : EXCLUDES
                : spans(Range.ofDays(a), Range.ofDays(b));
    }

    private static boolean isInstant(Edtf date) {
        return date.text().contains("T") && !date.text().contains("/");
    }

    private static boolean isWithinADayOfItsPlace(Edtf instant, Edtf days) {
        Instant moment = ((Bound.Between) instant.start()).earliest();
        boolean notBefore = !(days.start() instanceof Bound.Between first)
                || first.earliestDay().equals(LocalDate.MIN)
                || !moment.isBefore(first.earliest().minus(Duration.ofHours(14)));
        boolean notAfter = !(days.end() instanceof Bound.Between last)
                || last.latestDay().equals(LocalDate.MAX)
                || !moment.isAfter(last.latest().plus(Duration.ofHours(12)));
        return notBefore && notAfter;
    }

    /** Units are converted; what cannot be converted, different currencies too, is apart. */
    private Stand quantities(Quantity a, Quantity b) {
        UnaryOperator<BigDecimal> conversion = conversion(unitOf(a), unitOf(b));
        if (conversion == null) {
            return APART;
        }
        Stand stand = spans(Range.of(a).converted(conversion), Range.of(b));
        return stand == SAME ? SAME : measured(a, b, stand);
    }

    private @Nullable Unit unitOf(Quantity quantity) {
        return quantity.unit() == null ? given.predicate().unit() : quantity.unit();
    }

    private static @Nullable UnaryOperator<BigDecimal> conversion(@Nullable Unit from, @Nullable Unit to) {
        if (from == null && to == null) {
            return UnaryOperator.identity();
        }
        return from == null || to == null ? null : from.conversionTo(to).orElse(null);
    }

    /**
     * Of two exact amounts of a measured predicate that are equal after rounding to the fewer significant digits of the
     * two as written, the one with more digits implies the other.
     */
    private Stand measured(Quantity a, Quantity b, Stand otherwise) {
        boolean exact = a.bound() == BoundKind.EXACTLY && b.bound() == BoundKind.EXACTLY;
        int ofA = a.amount().precision();
        int ofB = b.amount().precision();
        if (!given.predicate().measured() || !exact || ofA == ofB) {
            return otherwise;
        }
        return ofA > ofB ? roundsTo(a, b) ? IMPLIES : otherwise : roundsTo(b, a) ? IMPLIED : otherwise;
    }

    private boolean roundsTo(Quantity finer, Quantity coarser) {
        UnaryOperator<BigDecimal> conversion = conversion(unitOf(finer), unitOf(coarser));
        MathContext digits = new MathContext(coarser.amount().precision(), RoundingMode.HALF_UP);
        return conversion != null
                && conversion.apply(finer.amount()).round(digits).compareTo(coarser.amount()) == 0;
    }

    /** Disjoint spans exclude, equal ones are the same, the contained implies the containing, others are compatible. */
    private static Stand spans(Range a, Range b) {
        if (a.isBelow(b) || b.isBelow(a)) {
            return EXCLUDES;
        }
        boolean inside = a.isInside(b);
        boolean around = b.isInside(a);
        return inside && around ? SAME : inside ? IMPLIES : around ? IMPLIED : COMPATIBLE;
    }

    /** Whether all of a lies below all of b; of quantities that can be compared, and none. */
    boolean isAllBelow(Value a, Value b) {
        Quantity x = a instanceof Value.Measured it ? it.quantity() : null;
        Quantity y = b instanceof Value.Measured it ? it.quantity() : null;
        x = x == null && y != null && a instanceof Value.None ? zeroOf(y) : x;
        y = y == null && x != null && b instanceof Value.None ? zeroOf(x) : y;
        if (x == null || y == null) {
            return false;
        }
        UnaryOperator<BigDecimal> conversion = conversion(unitOf(x), unitOf(y));
        return conversion != null && Range.of(x).converted(conversion).isBelow(Range.of(y));
    }

    /** For quantities both are bounded on the same sides. */
    static boolean areBoundedOnTheSameSides(Value a, Value b) {
        if (a instanceof Value.Measured x && b instanceof Value.Measured y) {
            Range one = Range.of(x.quantity());
            Range other = Range.of(y.quantity());
            return (one.low == null) == (other.low == null) && (one.high == null) == (other.high == null);
        }
        if (a instanceof Value.None && b instanceof Value.Measured y) {
            return areBoundedOnTheSameSides(new Value.Measured(zeroOf(y.quantity())), b);
        }
        return !(a instanceof Value.Measured && b instanceof Value.None) || areBoundedOnTheSameSides(b, a);
    }

    /** From low to high; null where there is no end. About allows a tenth. */
    private record Range(
            @Nullable BigDecimal low,
            boolean lowItself,
            @Nullable BigDecimal high,
            boolean highItself) {

        /** Conversions between units may err in their last digits. */
        private static final MathContext COMPARED = new MathContext(12);

        static Range of(Quantity quantity) {
            BigDecimal number = quantity.amount();
            return switch (quantity.bound()) {
                case EXACTLY -> new Range(number, true, number, true);
                case ABOUT -> {
                    BigDecimal tenth = number.abs().movePointLeft(1);
                    yield new Range(number.subtract(tenth), true, number.add(tenth), true);
                }
                case AT_LEAST -> new Range(number, true, null, false);
                case MORE_THAN -> new Range(number, false, null, false);
                case AT_MOST -> new Range(null, false, number, true);
                case LESS_THAN -> new Range(null, false, number, false);
                case BETWEEN -> new Range(number, true, quantity.upper(), true);
            };
        }

        static Range ofDays(Edtf date) {
            LocalDate first = Times.firstDay(date.start());
            LocalDate last = Times.lastDay(date.end());
            return new Range(
                    first.equals(LocalDate.MIN) ? null : BigDecimal.valueOf(first.toEpochDay()),
                    true,
                    last.equals(LocalDate.MAX) ? null : BigDecimal.valueOf(last.toEpochDay()),
                    true);
        }

        Range converted(UnaryOperator<BigDecimal> conversion) {
            return new Range(
                    low == null ? null : conversion.apply(low),
                    lowItself,
                    high == null ? null : conversion.apply(high),
                    highItself);
        }

        boolean isBelow(Range other) {
            if (high == null || other.low == null) {
                return false;
            }
            int compared = compare(high, other.low);
            return compared < 0 || compared == 0 && !(highItself && other.lowItself);
        }

        boolean isInside(Range other) {
            return other.startsNotAfter(this) && other.endsNotBefore(this);
        }

        private boolean startsNotAfter(Range inner) {
            if (low == null || inner.low == null) {
                return low == null;
            }
            int compared = compare(low, inner.low);
            return compared < 0 || compared == 0 && (lowItself || !inner.lowItself);
        }

        private boolean endsNotBefore(Range inner) {
            if (high == null || inner.high == null) {
                return high == null;
            }
            int compared = compare(high, inner.high);
            return compared > 0 || compared == 0 && (highItself || !inner.highItself);
        }

        private static int compare(BigDecimal one, BigDecimal other) {
            return one.round(COMPARED).compareTo(other.round(COMPARED));
        }
    }
}
