package org.claimsledger.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Metrics in the format that Prometheus reads: each series with its labels, and the names that have a type. */
public record MetricsScrape(Map<String, Double> series, Set<String> names) {

    public static MetricsScrape of(String text) {
        Map<String, Double> series = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                names.add(line.split(" ")[2]);
            } else if (!line.startsWith("#") && !line.isBlank()) {
                int space = line.lastIndexOf(' ');
                series.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
            }
        }
        return new MetricsScrape(series, names);
    }

    /** Reads the metrics of this ledger with the admin's token. */
    static MetricsScrape of(RunningLedger ledger) {
        return of(ledger.get("/metrics", "Authorization", "Bearer " + RunningLedger.TOKEN)
                .text());
    }

    /** The value of a series; 0 if it has not begun. */
    public double value(String series) {
        return this.series.getOrDefault(series, 0.0);
    }
}
