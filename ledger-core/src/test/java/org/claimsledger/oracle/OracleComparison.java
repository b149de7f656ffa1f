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
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;

/** One random history, read by the product and by the oracle from random vantages. */
final class OracleComparison {

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
    record ReadingDifference(
            long seed,
            List<RandomHistory.TimedCommand> history,
            OracleViewpoint vantage,
            Object oracle,
            Object product) {

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("Seed " + seed + ", read from " + vantage + "\n");
            for (OracleEvent oracleEvent : RandomHistory.recorded(history)) {
                text.append("  %3d %s %s%n"
                        .formatted(oracleEvent.position(), oracleEvent.recordedAt(), oracleEvent.event()));
            }
            UnequalParts.of(oracle, product)
                    .forEach(part -> text.append("  ").append(part).append('\n'));
            return text.toString();
        }
    }

    private final long seed;
    private final Random random;
    private final RandomDates dates;

    private OracleComparison(long seed) {
        this.seed = seed;
        this.random = new Random(~seed);
        this.dates = new RandomDates(random);
    }

    /** The first difference that is found, if there is any, with a history from which nothing more can be left out. */
    static Optional<ReadingDifference> of(long seed) {
        return new OracleComparison(seed).run();
    }

    /** The differences in so many histories; after a few it looks no further. */
    static List<ReadingDifference> differences(long firstSeed, long histories) {
        List<ReadingDifference> found = Collections.synchronizedList(new ArrayList<>());
        LongStream.range(firstSeed, firstSeed + histories)
                .parallel()
                .filter(seed -> found.size() < SHOWN)
                .forEach(seed -> of(seed).ifPresent(found::add));
        return List.copyOf(found);
    }

    private Optional<ReadingDifference> run() {
        List<RandomHistory.TimedCommand> history = RandomHistory.of(seed);
        List<OracleEvent> recorded = RandomHistory.recorded(history);
        List<Instant> instants = instants(recorded);
        for (int i = 0; i < VANTAGES; i++) {
            OracleViewpoint oracleViewpoint = i == 0
                    ? new OracleViewpoint(recorded.size(), null, null, dates.day())
                    : vantage(recorded.size(), instants);
            if (difference(history, recorded, oracleViewpoint).isPresent()) {
                return differenceIn(
                        shrunken(
                                history, it -> differenceIn(it, oracleViewpoint).isPresent()),
                        oracleViewpoint);
            }
        }
        long lot = random.nextLong();
        if (brokenRest(history, recorded, lot).isPresent()) {
            return brokenRestIn(shrunken(history, it -> brokenRestIn(it, lot).isPresent()), lot);
        }
        return Optional.empty();
    }

    private OracleViewpoint vantage(int last, List<Instant> instants) {
        Instant publishedBy =
                switch (random.nextInt(6)) {
                    case 0 -> null;
                    case 1 -> dates.instant();
                    case 2 -> instants.get(random.nextInt(instants.size())).minus(1, ChronoUnit.MICROS);
                    case 3 -> instants.get(random.nextInt(instants.size())).plus(1, ChronoUnit.MICROS);
                    default -> instants.get(random.nextInt(instants.size()));
                };
        return new OracleViewpoint(
                random.nextBoolean() ? last : 1 + random.nextInt(last),
                publishedBy,
                random.nextBoolean() ? null : dates.day(),
                dates.day());
    }

    /** Every instant at which anything can be reported. */
    private static List<Instant> instants(List<OracleEvent> recorded) {
        TreeSet<Instant> all = new TreeSet<>();
        for (OracleEvent oracleEvent : recorded) {
            all.add(oracleEvent.recordedAt());
            switch (oracleEvent.event()) {
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

    private Optional<ReadingDifference> differenceIn(
            List<RandomHistory.TimedCommand> history, OracleViewpoint oracleViewpoint) {
        return difference(history, RandomHistory.recorded(history), oracleViewpoint);
    }

    private Optional<ReadingDifference> difference(
            List<RandomHistory.TimedCommand> history, List<OracleEvent> recorded, OracleViewpoint oracleViewpoint) {
        OracleReading oracle = Oracle.read(recorded, oracleViewpoint);
        Object product;
        try {
            product = ProductReader.read(recorded, oracleViewpoint);
        } catch (RuntimeException failure) {
            product = failure + " at " + List.of(failure.getStackTrace());
        }
        return oracle.equals(product)
                ? Optional.empty()
                : Optional.of(new ReadingDifference(seed, history, oracleViewpoint, oracle, product));
    }

    private Optional<ReadingDifference> brokenRestIn(List<RandomHistory.TimedCommand> history, long lot) {
        return brokenRest(history, RandomHistory.recorded(history), lot);
    }

    /** Between two neighbouring breakpoints of a claim nothing changes, neither does it before the first. */
    private Optional<ReadingDifference> brokenRest(
            List<RandomHistory.TimedCommand> history, List<OracleEvent> recorded, long lot) {
        RandomDates within = new RandomDates(new Random(lot));
        int last = recorded.size();
        CompleteHistory inMemoryHistory = ProductReader.chronicle(recorded, last);
        for (ClaimId id : inMemoryHistory.claims()) {
            ClaimHistory claim = Objects.requireNonNull(inMemoryHistory.history(id));
            TreeSet<Instant> all = new TreeSet<>(claim.breakpoints());
            all.add(LONG_AGO);
            all.add(FAR_OFF);
            List<Instant> breakpoints = List.copyOf(all);
            for (int i = 0; i + 1 < breakpoints.size(); i++) {
                Instant from = breakpoints.get(i);
                Instant to = breakpoints.get(i + 1).minus(1, ChronoUnit.MICROS);
                Instant inside = within.between(from.isBefore(LONG_AGO) ? LONG_AGO : from, to);
                OracleReading.ClaimReading atFrom = of(id, recorded, from);
                for (Instant other : List.of(inside, to)) {
                    OracleReading.ClaimReading later = of(id, recorded, other);
                    if (!Objects.equals(atFrom, later)) {
                        return Optional.of(new ReadingDifference(
                                seed,
                                history,
                                new OracleViewpoint(last, other, null, SOME_DAY),
                                later,
                                "as at " + from));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static OracleReading.ClaimReading of(ClaimId id, List<OracleEvent> recorded, Instant publishedBy) {
        return Oracle.read(id, recorded, new OracleViewpoint(recorded.size(), publishedBy, null, SOME_DAY));
    }

    private static List<RandomHistory.TimedCommand> shrunken(
            List<RandomHistory.TimedCommand> history, Predicate<List<RandomHistory.TimedCommand>> stillDiffers) {
        List<RandomHistory.TimedCommand> smaller = new ArrayList<>(history);
        for (boolean shrank = true; shrank; ) {
            shrank = false;
            for (int i = smaller.size() - 1; i >= 0; i--) {
                RandomHistory.TimedCommand left = smaller.remove(i);
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
