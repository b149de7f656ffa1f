package org.claimsledger.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a browser that a login needs: cookies of each host and port, forms, and redirects that a test sees. */
final class Browser {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI home;
    private final String address;
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
    private boolean tls;

    Browser(URI home, String address) {
        this.home = home;
        this.address = address;
    }

    record BrowserPage(int status, HttpResponse<?> response, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        String code() {
            return json().path("code").stringValue("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String location() {
            return header("Location");
        }

        List<String> setCookies() {
            return response.headers().allValues("Set-Cookie");
        }
    }

    /** A browser that reaches the ledger through a proxy that ends TLS. */
    Browser behindTls() {
        tls = true;
        return this;
    }

    Browser with(String cookie, String value) {
        cookies.computeIfAbsent(home.getAuthority(), any -> new LinkedHashMap<>())
                .put(cookie, value);
        return this;
    }

    @Nullable
    String cookie(String name) {
        return cookies.getOrDefault(home.getAuthority(), Map.of()).get(name);
    }

    BrowserPage get(String path, String... headers) {
        return send(home.resolve(path), "GET", BodyPublishers.noBody(), headers);
    }

    BrowserPage delete(String path, String... headers) {
        return send(home.resolve(path), "DELETE", BodyPublishers.noBody(), headers);
    }

    /** Sends JSON as a script of some page would. */
    BrowserPage post(String path, String body, String... headers) {
        boolean typed = List.of(headers).contains("Content-Type");
        String[] all = new String[headers.length + (typed ? 0 : 2)];
        System.arraycopy(headers, 0, all, 0, headers.length);
        if (!typed) {
            all[headers.length] = "Content-Type";
            all[headers.length + 1] = "application/json";
        }
        return send(home.resolve(path), "POST", BodyPublishers.ofString(body), all);
    }

    /** Sends a write as the ledger's own page would. */
    BrowserPage write(String path, String body) {
        return post("/api/v1" + path, body, "X-CSRF-Token", csrf());
    }

    String csrf() {
        return get("/api/v1/session").json().at("/csrf/token").stringValue();
    }

    BrowserPage form(String path, String form) {
        return form(home.resolve(path), form);
    }

    BrowserPage form(URI to, String form) {
        return send(to, "POST", BodyPublishers.ofString(form), "Content-Type", "application/x-www-form-urlencoded");
    }

    BrowserPage logIn(String name, String token) {
        return form("/login", "name=" + encoded(name) + "&token=" + encoded(token) + "&_csrf=" + encoded(formToken()));
    }

    /** Presses the button of a form on the login page. */
    BrowserPage submit(String action) {
        return form(action, "_csrf=" + encoded(formToken()));
    }

    String formToken() {
        return csrfTokenIn(get("/login").text());
    }

    static String csrfTokenIn(String page) {
        Matcher hidden = HIDDEN.matcher(page);
        if (!hidden.find()) {
            throw new AssertionError(page);
        }
        return hidden.group(1);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Follows redirects until there is a page. */
    BrowserPage follow(URI from, BrowserPage browserPage) {
        URI at = from;
        BrowserPage next = browserPage;
        for (int hops = 0; next.status() / 100 == 3; hops++) {
            if (hops == 10) {
                throw new AssertionError("no end of redirects: " + at);
            }
            at = at.resolve(next.location());
            next = send(at, "GET", BodyPublishers.noBody());
        }
        return next;
    }

    BrowserPage send(URI to, String method, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(to).method(method, body);
        request.header("X-Forwarded-For", address);
        if (tls) {
            request.header("X-Forwarded-Proto", "https");
        }
        Map<String, String> mine = cookies.computeIfAbsent(to.getAuthority(), any -> new LinkedHashMap<>());
        if (!mine.isEmpty()) {
            request.header(
                    "Cookie",
                    mine.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(cookie -> keep(cookie, mine));
            return new BrowserPage(response.statusCode(), response, response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void keep(String cookie, Map<String, String> mine) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
            mine.remove(pair[0]);
        } else {
            mine.put(pair[0], pair[1]);
        }
    }
}
