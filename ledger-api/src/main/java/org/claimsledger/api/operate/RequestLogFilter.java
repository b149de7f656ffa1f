package org.claimsledger.api.operate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimsledger.api.limit.RateLimitFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes a line of log for each request, and records its duration as a metric. Neither has anything that a client sent: the
 * route is the pattern of a path, without ids, and query, body, credentials and address are left out.
 */
final class RequestLogFilter extends OncePerRequestFilter {

    /** A fixed name, by which these lines can be turned off; a class's name could change. */
    static final String LOGGER = "org.claimsledger.requests";

    /** The request attribute with the request's id. */
    private static final String REQUEST_ID = "X-Request-Id";

    private static final String NO_ROUTE = "none";

    /** The methods that have a time series of their own. All others share one, because clients can invent any number. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final MeterRegistry registry;
    private final boolean logsActors;
    private final AtomicInteger active;

    RequestLogFilter(MeterRegistry registry, boolean logsActors) {
        this.registry = registry;
        this.logsActors = logsActors;
        this.active = registry.gauge("http.server.requests.active", new AtomicInteger());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        active.incrementAndGet();
        int status = HttpStatus.INTERNAL_SERVER_ERROR.value();
        try (MDC.MDCCloseable named = MDC.putCloseable("request", requestId(request))) {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            active.decrementAndGet();
            report(request, status, System.nanoTime() - began);
        }
    }

    private void report(HttpServletRequest request, int status, long nanos) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        String route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : NO_ROUTE;
        Timer.builder("http.server.requests")
                .description("How long requests took, by route")
                .tags("method", method, "route", route, "status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Duration.ofNanos(nanos));
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("ms", nanos / 1_000_000)
                .addKeyValue("request", requestId(request));
        if (logsActors && request.getAttribute(RateLimitFilter.CALLER) instanceof String actor) {
            line = line.addKeyValue("actor", actor);
        }
        line.log("request");
    }

    private static String requestId(HttpServletRequest request) {
        return request.getAttribute(REQUEST_ID) instanceof String name ? name : "";
    }
}
