package org.claimsledger.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Any number of random histories, read by the product and by the oracle: says where the two differ, and ends with 1 if
 * they do. Arguments: how many (100,000 unless given), and the first seed (1).
 */
public final class Trials {

    private static final int SHOWN = 20;

    private Trials() {}

    public static void main(String[] args) {
        long count = args.length > 0 ? Long.parseLong(args[0]) : 100_000;
        long first = args.length > 1 ? Long.parseLong(args[1]) : 1;
        long start = System.nanoTime();
        List<Trial.Difference> differences = run(first, count);
        differences.forEach(System.out::println);
        System.out.printf(
                "%,d histories from seed %d: %s in %d s%n",
                count,
                first,
                differences.isEmpty() ? "no difference" : differences.size() + " differences or more",
                (System.nanoTime() - start) / 1_000_000_000);
        System.exit(differences.isEmpty() ? 0 : 1);
    }

    /** The differences of so many histories; after twenty it looks no further. */
    static List<Trial.Difference> run(long first, long count) {
        List<Trial.Difference> differences = Collections.synchronizedList(new ArrayList<>());
        LongStream.range(first, first + count)
                .parallel()
                .filter(seed -> differences.size() < SHOWN)
                .forEach(seed -> Trial.of(seed).ifPresent(differences::add));
        return List.copyOf(differences);
    }
}
