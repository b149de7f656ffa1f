package org.claimsledger.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.claimsledger.api.RunningLedger;

/**
 * How long pages of the sample case take, from the request to its last byte, over HTTP on the same machine, one after the
 * other; beside the call that gives the same as JSON. Arguments: an empty folder.
 */
final class DeskBench {

    private static final int WARM_UP_CALLS = 300;
    private static final int MEASURED_CALLS = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    private DeskBench(URI base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (RunningLedger ledger = RunningLedger.in(Path.of(arguments[0]))) {
            ledger.importLines(Files.readString(DeskFixture.SAMPLE));
            new DeskBench(ledger.base()).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        Map<String, String> besides = new LinkedHashMap<>();
        besides.put("/", "/api/v1/state?status=disputed");
        besides.put("/claims/otembaev-sentence", "/api/v1/claims/otembaev-sentence");
        besides.put(
                "/claims/otembaev-sentence?asOf=@315&publishedBy=2024-12-31&validOn=2010-06-01",
                "/api/v1/claims/otembaev-sentence?asOf=@315&publishedBy=2024-12-31&validOn=2010-06-01");
        besides.put("/subjects/rakhat-aliev", "/api/v1/subjects/rakhat-aliev/dossier");
        besides.put("/sources/rferl-2024-02", "/api/v1/sources/rferl-2024-02/claims");
        besides.put("/search?q=aliyev", "/api/v1/subjects?q=aliyev");
        besides.put("/compare?asOf=@310", "/api/v1/state/diff?from=@310");
        besides.put("/subjects/rakhat-aliev/candidates", "/api/v1/subjects/rakhat-aliev/candidates");
        System.out.println("| page | bytes | median | 99 of 100 | the call beside it |");
        System.out.println("|---|---|---|---|---|");
        for (var each : besides.entrySet()) {
            long[] page = measure(each.getKey());
            long[] call = measure(each.getValue());
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %,d | %.1f ms | %.1f ms | %.1f ms |%n",
                    each.getKey(),
                    get(each.getKey()).length,
                    page[MEASURED_CALLS / 2] / 1e6,
                    page[MEASURED_CALLS * 99 / 100] / 1e6,
                    call[MEASURED_CALLS / 2] / 1e6);
        }
    }

    private long[] measure(String path) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            get(path);
        }
        long[] nanos = new long[MEASURED_CALLS];
        for (int i = 0; i < MEASURED_CALLS; i++) {
            long begin = System.nanoTime();
            get(path);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private byte[] get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }
}
