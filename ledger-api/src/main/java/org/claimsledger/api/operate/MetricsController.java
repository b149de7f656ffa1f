package org.claimsledger.api.operate;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.security.AdminOnly;
import org.claimsledger.api.viewpoint.Query;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The metrics, in the format that Prometheus reads. */
@RestController
final class MetricsController {

    static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry registry;

    MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @AdminOnly
    @GetMapping("/metrics")
    ResponseEntity<String> metrics(HttpServletRequest request) {
        Query.of(request);
        return ResponseEntity.ok()
                .header("Content-Type", TEXT)
                .cacheControl(CacheControl.noStore())
                .body(registry.scrape());
    }
}
