package org.claimsledger.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests with one or more faults, and now and then without any. */
final class HostileRequests {

    /** The texts that replace ids, parameters and headers. */
    private static final List<String> ODD = List.of(
            "",
            "%",
            "%00",
            "%2e%2e%2f",
            "..;/",
            "%ff%fe",
            "%F0%9F%98%80",
            "%E2%80%AE",
            "'%20or%201=1--",
            "\"",
            "<script>",
            "${jndi:ldap://127.0.0.1/a}",
            "@-1",
            "@9223372036854775808",
            "-999999999-01-01",
            "NaN",
            "1e999999999",
            "a".repeat(501),
            "a".repeat(9_000),
            "\u0000",
            "\u0007\u001b[2J",
            "\u0085\u00ff",
            "*",
            "a,b;c=d");

    /** The values that replace those of a body. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-0",
            "1e999999999",
            "1e-999999999",
            "9".repeat(1_100),
            "\"\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\u202e\\u200b\"",
            "\"" + "x".repeat(6_000) + "\"",
            "[]",
            "{}",
            "[".repeat(40) + "]".repeat(40),
            "{\"a\":".repeat(40),
            "\"2007-99-99\"",
            "\"https://example.org/\\u0000\"");

    private static final List<String> NAMES = List.of(
            "asOf",
            "publishedBy",
            "validOn",
            "cursor",
            "limit",
            "q",
            "from",
            "to",
            "clock",
            "status",
            "after",
            "dryRun",
            "kind",
            "batch",
            "x",
            "%00",
            "as%0AOf");

    private static final List<String> HEADERS = List.of(
            "Accept-Datetime",
            "If-Match",
            "Idempotency-Key",
            "Cookie",
            "Accept",
            "Accept-Encoding",
            "Last-Event-ID",
            "X-CSRF-Token",
            "X-Forwarded-For",
            "X-HTTP-Method-Override",
            "Origin",
            "Range",
            "Expect",
            "X-Request-Id",
            "X-Actor");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/x-ndjson",
            "text/plain",
            "multipart/form-data; boundary=a",
            "application/x-www-form-urlencoded",
            "application/json;charset=utf-16",
            "/",
            "\u0085");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "X", "get");

    private final Random random;
    private final List<String> calls;
    private final Map<String, String> bodiesByCall = new HashMap<>();
    private final List<String> bodies = new ArrayList<>();

    /**
     * @param calls each as in {@code POST /api/v1/claims/{id}/evidence}
     * @param ops the ops of imports, each with its call
     */
    HostileRequests(Random random, List<String> calls, Map<String, String> ops) throws IOException {
        this.random = random;
        this.calls = calls;
        for (Map.Entry<String, String> op : ops.entrySet()) {
            Path seed = FuzzSeeds.folder(FuzzTargets.LINES).resolve(op.getKey().replace('_', '-'));
            bodiesByCall.put(op.getValue(), body(op.getValue(), Files.readString(seed)));
        }
        bodies.addAll(bodiesByCall.values());
        for (Path seed : FuzzSeeds.of(FuzzTargets.IMPORTS)) {
            bodies.add(Files.readString(seed));
        }
    }

    /** A line of an import as the body of its call, without the ids that its path has. */
    private static String body(String call, String line) {
        ObjectNode body = (ObjectNode) new JsonMapper().readTree(line);
        body.remove(List.of("op", "id"));
        if (call.contains("{id}")) {
            String field = call.contains("/sources/") ? "source" : call.contains("/subjects/") ? "subject" : "claim";
            body.remove(body.has("predecessor") ? "predecessor" : field);
        }
        if (call.contains("{eid}")) {
            body.remove("evidence");
        }
        return body.toString();
    }

    /** The next request, as it goes over the wire, with this secret; without credentials if it is empty. */
    byte[] next(String secret) throws IOException {
        String call = any(calls);
        String method = oneIn(20) ? any(METHODS) : call.substring(0, call.indexOf(' '));
        StringBuilder head = new StringBuilder(method).append(" ").append(path(call));
        int parameters = Math.max(0, random.nextInt(8) - 5);
        for (int i = 0; i < parameters; i++) {
            head.append(i == 0 ? "?" : "&").append(any(NAMES)).append("=").append(oddText());
        }
        head.append(" HTTP/1.1\r\nHost: localhost\r\n");
        if (!secret.isEmpty()) {
            head.append("Authorization: Bearer ").append(secret).append("\r\n");
        }
        while (oneIn(8)) {
            head.append(any(HEADERS)).append(": ").append(oddText()).append("\r\n");
        }
        byte[] body = method.equals("GET") && !oneIn(10) ? new byte[0] : body(call);
        if (body.length > 0 || method.equals("POST")) {
            String type = call.endsWith("/imports") ? "application/x-ndjson" : "application/json";
            head.append("Content-Type: ").append(oneIn(10) ? any(TYPES) : type).append("\r\n");
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private String path(String call) {
        String path = call.substring(call.indexOf(' ') + 1);
        String id = oneIn(6) ? oddText().replace(" ", "+") : path.contains("subjects") ? "the-accused" : "one";
        return path.replace("{id}", path.contains("sources") && !oneIn(6) ? "report" : id)
                .replace("{key}", !oneIn(6) ? "sentenced" : id)
                .replace("{name}", id)
                .replace("{eid}", !oneIn(6) ? "e1" : id);
    }

    private String oddText() {
        return any(ODD);
    }

    /** The body of the call or of another one, with something changed; now and then far too big. */
    private byte[] body(String call) {
        if (oneIn(200)) {
            return "[".repeat(1_100_000).getBytes(StandardCharsets.UTF_8);
        }
        String text = oneIn(6) ? any(bodies) : bodiesByCall.getOrDefault(call, any(bodies));
        while (oneIn(2)) {
            text = changed(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && oneIn(8)) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String changed(String text) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text + text.substring(at);
            case 2 -> {
                int colon = text.indexOf("\":", at);
                int end = colon < 0 ? -1 : text.indexOf(',', colon);
                yield end < 0 ? text : text.substring(0, colon + 2) + any(VALUES) + text.substring(end);
            }
            default -> text.substring(0, at) + any(VALUES) + text.substring(at);
        };
    }

    private boolean oneIn(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
