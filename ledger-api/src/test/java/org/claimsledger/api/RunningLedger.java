package org.claimsledger.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.claimsledger.api.config.LedgerSettings;
import org.claimsledger.ledger.FailingDiskLedger;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.StoreListener;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.engine.FaultyJournalFiles;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on a port of its own, spoken to over HTTP as any client would. */
public final class RunningLedger implements AutoCloseable {

    public static final String TOKEN = "a-token-for-tests";

    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext application;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private long head;

    private RunningLedger(ConfigurableApplicationContext application) {
        this.application = application;
        int port = Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer())
                .getPort();
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    public static RunningLedger in(Path folder) {
        return in(folder, "--ledger.rate=0");
    }

    /** Starts it with these settings in addition, such as {@code --name=value}. */
    public static RunningLedger in(Path folder, String... settings) {
        return with(List.of(LedgerApplication.class), appended(settings, "--ledger.data=" + folder));
    }

    /** A ledger whose disk stalls or fails on command. */
    public static RunningLedger onFiles(FaultyJournalFiles files, Path folder, String... settings) {
        return with(
                List.of(LedgerApplication.class, FailingStore.class),
                appended(
                        settings,
                        "--ledger.data=" + folder,
                        "--ledger.rate=0",
                        "--spring.main.allow-bean-definition-overriding=true"),
                files);
    }

    /** The store on such a disk; everything else is unchanged. */
    static class FailingStore {

        @Bean(destroyMethod = "close")
        Ledger ledger(LedgerSettings settings, InstantSource clock, StoreListener listener, FaultyJournalFiles files) {
            return FailingDiskLedger.open(settings.data(), clock, listener, files);
        }
    }

    /** A node on a database, with a folder of its own. */
    public static RunningLedger onDatabase(PostgresDatabase postgresDatabase, Path folder) {
        return in(
                folder,
                "--ledger.rate=0",
                "--ledger.store=postgres",
                "--ledger.postgres.url=" + postgresDatabase.url(),
                "--ledger.postgres.user=" + postgresDatabase.user());
    }

    private static List<String> appended(String[] settings, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of(settings));
        return all;
    }

    private static RunningLedger with(List<Class<?>> sources, List<String> settings, Object... beans) {
        List<String> all = new ArrayList<>(settings);
        all.add("--server.port=0");
        all.add("--ledger.admin-token=" + TOKEN);
        all.add("--logging.level.org.claimsledger.requests=warn");
        return new RunningLedger(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .initializers(context -> {
                    for (Object bean : beans) {
                        context.getBeanFactory()
                                .registerSingleton(bean.getClass().getSimpleName(), bean);
                    }
                })
                .run(all.toArray(String[]::new)));
    }

    /** An answer: its status, its headers, and its body as JSON (a text node where it is none). */
    public record Answer(int status, HttpResponse<?> response, String text) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String code() {
            return json().path("code").stringValue("");
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public List<JsonNode> lines() {
            List<JsonNode> lines = new ArrayList<>();
            text.lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(JSON.readTree(line)));
            return lines;
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends a body of the ledger's own paths, below {@code /api/v1}, with the token. */
    public Answer post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer importLines(String... lines) {
        return send(request("/imports")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines))));
    }

    /** For requests that are wrong on purpose. */
    public HttpRequest.Builder request(String path, String... headers) {
        boolean whole = path.startsWith("/api") || path.startsWith("/health") || path.equals("/metrics");
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(whole ? path : "/api/v1" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Answer(
                        response.statusCode(), response, new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The number of events in the log; fails if there are fewer than at the last count. */
    public synchronized long head() {
        head += get("/events?after=" + head).lines().size();
        return head;
    }

    public URI base() {
        return base;
    }

    /** A bean of the running application, for state that HTTP does not show. */
    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** The time that each open session lasts without a request. */
    List<Duration> sessionTimeouts() {
        var server = Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer());
        List<Duration> patience = new ArrayList<>();
        for (Container context :
                ((TomcatWebServer) server).getTomcat().getHost().findChildren()) {
            for (Session session : ((Context) context).getManager().findSessions()) {
                patience.add(Duration.ofSeconds(session.getMaxInactiveInterval()));
            }
        }
        return patience;
    }

    @Override
    public void close() {
        client.close();
        application.close();
    }
}
