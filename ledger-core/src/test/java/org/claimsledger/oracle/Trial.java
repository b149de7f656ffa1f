package org.claimsledger.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.claimsledger.bestknown.Chronicle;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.source.SourceEvent.SourceAmended;
import org.claimsledger.source.SourceEvent.SourceNoticed;
import org.claimsledger.source.SourceEvent.SourceRegistered;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;

/** One random history, read by the product and by the oracle from random vantages. */
final class Trial {

    private static final int VANTAGES = 8;
    private static final int SHOWN = 10;
    private static final LocalDate SOME_DAY = LocalDate.of(2023, 1, 1);
    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * Where the two differ.
     *
     * @param history the commands that lead there, as few as were found
     * @param vantage from where they were read
     * @param oracle what the oracle says
     * @param product what the product says
     */
    record Difference(long seed, List<RandomHistory.Timed> history, Vantage vantage, Object oracle, Object product) {

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("Seed " + seed + ", read from " + vantage + "\n");
            for (Entry entry : RandomHistory.recorded(history)) {
                text.append("  %3d %s %s%n".formatted(entry.position(), entry.recordedAt(), entry.event()));
            }
            return text.append("  oracle:  ")
                    .append(oracle)
                    .append("\n  product: ")
                    .append(product)
                    .append('\n')
                    .toString();
        }
    }

    private final long seed;
    private final Random random;
    private final RandomDates dates;

    private Trial(long seed) {
        this.seed = seed;
        this.random = new Random(~seed);
        this.dates = new RandomDates(random);
    }

    /** The first difference that is found, if there is any, with a history from which nothing more can be left out. */
    static Optional<Difference> of(long seed) {
        return new Trial(seed).run();
    }

    /** The differences in so many histories; after a few it looks no further. */
    static List<Difference> differences(long firstSeed, long histories) {
        List<Difference> found = Collections.synchronizedList(new ArrayList<>());
        LongStream.range(firstSeed, firstSeed + histories)
                .parallel()
                .filter(seed -> found.size() < SHOWN)
                .forEach(seed -> of(seed).ifPresent(found::add));
        return List.copyOf(found);
    }

    private Optional<Difference> run() {
        List<RandomHistory.Timed> history = RandomHistory.of(seed);
        List<Entry> recorded = RandomHistory.recorded(history);
        List<Instant> instants = instants(recorded);
        for (int i = 0; i < VANTAGES; i++) {
            Vantage vantage =
                    i == 0 ? new Vantage(recorded.size(), null, null, dates.day()) : vantage(recorded.size(), instants);
            if (difference(history, recorded, vantage).isPresent()) {
                return differenceIn(
                        shrunken(history, it -> differenceIn(it, vantage).isPresent()), vantage);
            }
        }
        long lot = random.nextLong();
        if (brokenRest(history, recorded, lot).isPresent()) {
            return brokenRestIn(shrunken(history, it -> brokenRestIn(it, lot).isPresent()), lot);
        }
        return Optional.empty();
    }

    private Vantage vantage(int last, List<Instant> instants) {
        Instant publishedBy =
                switch (random.nextInt(6)) {
                    case 0 -> null;
                    case 1 -> dates.instant();
                    case 2 -> instants.get(random.nextInt(instants.size())).minus(1, ChronoUnit.MICROS);
                    case 3 -> instants.get(random.nextInt(instants.size())).plus(1, ChronoUnit.MICROS);
                    default -> instants.get(random.nextInt(instants.size()));
                };
        return new Vantage(
                random.nextBoolean() ? last : 1 + random.nextInt(last),
                publishedBy,
                random.nextBoolean() ? null : dates.day(),
                dates.day());
    }

    /** Every instant at which anything can be reported. */
    private static List<Instant> instants(List<Entry> recorded) {
        TreeSet<Instant> all = new TreeSet<>();
        for (Entry entry : recorded) {
            all.add(entry.recordedAt());
            switch (entry.event()) {
                case SourceRegistered it ->
                    add(all, it.details().published(), it.details().retrievedAt());
                case SourceAmended it ->
                    add(all, it.details().published(), it.details().retrievedAt());
                case SourceNoticed it -> add(all, it.notice().published(), null);
                default -> {}
            }
        }
        return List.copyOf(all);
    }

    private static void add(TreeSet<Instant> all, Edtf date, Instant instant) {
        if (instant != null) {
            all.add(instant);
        }
        if (date != null && date.lastInstant().isPresent()) {
            Instant last = date.lastInstant().get();
            if (last.isBefore(FAR_OFF)) {
                all.add(last);
            }
        }
    }

    private Optional<Difference> differenceIn(List<RandomHistory.Timed> history, Vantage vantage) {
        return difference(history, RandomHistory.recorded(history), vantage);
    }

    private Optional<Difference> difference(List<RandomHistory.Timed> history, List<Entry> recorded, Vantage vantage) {
        Reading oracle = Oracle.read(recorded, vantage);
        Object product;
        try {
            product = Product.read(recorded, vantage);
        } catch (RuntimeException failure) {
            product = failure;
        }
        return oracle.equals(product)
                ? Optional.empty()
                : Optional.of(new Difference(seed, history, vantage, oracle, product));
    }

    private Optional<Difference> brokenRestIn(List<RandomHistory.Timed> history, long lot) {
        return brokenRest(history, RandomHistory.recorded(history), lot);
    }

    /** Between two neighbouring breakpoints of a claim nothing changes, neither does it before the first. */
    private Optional<Difference> brokenRest(List<RandomHistory.Timed> history, List<Entry> recorded, long lot) {
        RandomDates within = new RandomDates(new Random(lot));
        int last = recorded.size();
        Chronicle chronicle = Product.chronicle(recorded, last);
        for (ClaimId id : chronicle.claims()) {
            ClaimHistory claim = Objects.requireNonNull(chronicle.history(id));
            TreeSet<Instant> all = new TreeSet<>(claim.breakpoints());
            all.add(LONG_AGO);
            all.add(FAR_OFF);
            List<Instant> breakpoints = List.copyOf(all);
            for (int i = 0; i + 1 < breakpoints.size(); i++) {
                Instant from = breakpoints.get(i);
                Instant to = breakpoints.get(i + 1).minus(1, ChronoUnit.MICROS);
                Instant inside = within.between(from.isBefore(LONG_AGO) ? LONG_AGO : from, to);
                Reading.OfClaim atFrom = of(id, recorded, from);
                for (Instant other : List.of(inside, to)) {
                    Reading.OfClaim later = of(id, recorded, other);
                    if (!Objects.equals(atFrom, later)) {
                        return Optional.of(new Difference(
                                seed, history, new Vantage(last, other, null, SOME_DAY), later, "as at " + from));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Reading.OfClaim of(ClaimId id, List<Entry> recorded, Instant publishedBy) {
        return Oracle.read(id, recorded, new Vantage(recorded.size(), publishedBy, null, SOME_DAY));
    }

    private static List<RandomHistory.Timed> shrunken(
            List<RandomHistory.Timed> history, Predicate<List<RandomHistory.Timed>> stillDiffers) {
        List<RandomHistory.Timed> smaller = new ArrayList<>(history);
        for (boolean shrank = true; shrank; ) {
            shrank = false;
            for (int i = smaller.size() - 1; i >= 0; i--) {
                RandomHistory.Timed left = smaller.remove(i);
                if (stillDiffers.test(smaller)) {
                    shrank = true;
                } else {
                    smaller.add(i, left);
                }
            }
        }
        return smaller;
    }
}
