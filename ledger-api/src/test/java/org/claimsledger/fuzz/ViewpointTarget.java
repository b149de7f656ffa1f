package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.fuzz.RawHttpConnection.RawAnswer;
import tools.jackson.databind.JsonNode;

/**
 * Any text as the query of a reading call, that is the clocks and what else is asked. The first letter picks the call.
 * Where the second is {@code ?}, values are encoded as a browser does; else they are sent as they are. An answer that
 * names its viewpoint is asked for again by that name, and then names the same.
 */
final class ViewpointTarget implements FuzzTarget {

    private static final List<String> CALLS = List.of(
            "/claims",
            "/claims/one",
            "/claims/one/versions",
            "/claims/one/diff",
            "/claims/one/history",
            "/subjects",
            "/subjects/the-accused",
            "/subjects/the-accused/dossier",
            "/subjects/the-accused/candidates",
            "/sources",
            "/sources/report/claims",
            "/predicates",
            "/state",
            "/state/diff",
            "/reviews",
            "/events");

    private final FuzzedServer ledger = new FuzzedServer();

    @Override
    public void run(byte[] input) throws IOException {
        if (input.length < 2) {
            return;
        }
        String path = "/api/v1" + CALLS.get((input[0] & 0xff) % CALLS.size());
        String text = new String(input, 2, input.length - 2, StandardCharsets.UTF_8);
        if (input[1] != '?') {
            ledger.request(path + "?" + onOneLine(input), "");
            return;
        }
        List<String> others = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (String parameter : text.split("&")) {
            String encoded = encoded(parameter);
            all.add(encoded);
            if (!encoded.matches("(asOf|publishedBy|validOn|cursor)(=.*)?")) {
                others.add(encoded);
            }
        }
        RawAnswer rawAnswer = ledger.request(path + "?" + String.join("&", all), "");
        if (rawAnswer.status() == 200
                && !path.endsWith("/events")
                && !path.endsWith("diff")
                && !path.contains("history")) {
            requestAgain(path, others, rawAnswer);
        }
    }

    private void requestAgain(String path, List<String> others, RawAnswer first) throws IOException {
        JsonNode viewpoint = first.json().path("viewpoint");
        if (viewpoint.isMissingNode() || others.stream().anyMatch(it -> it.startsWith("cursor"))) {
            return;
        }
        List<String> all = new ArrayList<>(others);
        all.add(encoded("asOf=@" + viewpoint.at("/asOf/position").asLong()));
        all.add(encoded("validOn=" + viewpoint.path("validOn").stringValue()));
        if (!viewpoint.path("publishedBy").isNull()) {
            all.add(encoded("publishedBy=" + viewpoint.path("publishedBy").stringValue()));
        }
        RawAnswer again = ledger.request(path + "?" + String.join("&", all), "");
        assertThat(again.status()).as("%s", again).isEqualTo(200);
        assertThat(again.json().path("viewpoint")).isEqualTo(viewpoint);
    }

    private static String encoded(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0
                ? URLEncoder.encode(parameter, StandardCharsets.UTF_8)
                : URLEncoder.encode(parameter.substring(0, equals), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(parameter.substring(equals + 1), StandardCharsets.UTF_8);
    }

    /** The text on one line, because anything after a line break would be another request. */
    private static String onOneLine(byte[] input) {
        return new String(input, 2, input.length - 2, StandardCharsets.ISO_8859_1).replaceAll("[\r\n ]", "+");
    }

    @Override
    public void close() {
        ledger.close();
    }
}
