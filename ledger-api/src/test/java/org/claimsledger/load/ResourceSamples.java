package org.claimsledger.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Samples of a running server's resources, and whether they stayed the same. */
final class ResourceSamples {

    private static final double MEBIBYTE = 1 << 20;

    /** The share by which memory may grow, measured after garbage collection. */
    private static final double HEAP_TOLERANCE = 0.2;

    private static final double HEAP_NOISE = 24;
    private static final double COUNT_NOISE = 8;

    /**
     * One look, after a collection of garbage.
     *
     * @param heap what is in use, in MiB
     * @param threads those of the system
     * @param files that are open, sockets among them
     */
    record ResourceSample(long second, double heap, double threads, double files, double events) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%6d s  heap %6.1f MiB  threads %4.0f  files %4.0f  events %8.0f",
                    second,
                    heap,
                    threads,
                    files,
                    events);
        }
    }

    /** The durations of calls since the last sample. */
    static final class Latencies {

        private long[] nanos = new long[1024];
        private int count;

        synchronized void add(long taken) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = taken;
        }

        /** Number, median and 99th percentile; begins afresh. */
        synchronized String summary() {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            String told = count == 0
                    ? "0"
                    : String.format(
                            Locale.ROOT,
                            "%d, %.1f ms, %.1f ms",
                            count,
                            sorted[count / 2] / 1e6,
                            sorted[(int) (count * 0.99)] / 1e6);
            count = 0;
            return told;
        }
    }

    private final List<ResourceSample> samples = new ArrayList<>();

    void add(ResourceSample resourceSample) {
        samples.add(resourceSample);
    }

    static double mebibytes(double bytes) {
        return bytes / MEBIBYTE;
    }

    /** Compares the second quarter with the last one; the first is for warming up. */
    String verdict() {
        if (samples.size() < 8) {
            return "too few looks to say whether it was flat";
        }
        List<String> risen = new ArrayList<>();
        double heap = compare("heap (MiB)", ResourceSample::heap, risen, HEAP_NOISE, HEAP_TOLERANCE);
        compare("threads", ResourceSample::threads, risen, COUNT_NOISE, 0);
        compare("files", ResourceSample::files, risen, COUNT_NOISE, 0);
        return risen.isEmpty()
                ? String.format(Locale.ROOT, "flat: heap, threads and files as before (heap %+.1f MiB)", heap)
                : "not flat: " + String.join(", ", risen);
    }

    private double compare(
            String what, ToDoubleFunction<ResourceSample> value, List<String> risen, double noise, double tolerance) {
        int quarter = samples.size() / 4;
        double before = median(samples.subList(quarter, 2 * quarter), value);
        double after = median(samples.subList(samples.size() - quarter, samples.size()), value);
        if (after - before > noise + before * tolerance) {
            risen.add(String.format(Locale.ROOT, "%s from %.1f to %.1f", what, before, after));
        }
        return after - before;
    }

    private static double median(List<ResourceSample> resourceSamples, ToDoubleFunction<ResourceSample> value) {
        double[] sorted = resourceSamples.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
