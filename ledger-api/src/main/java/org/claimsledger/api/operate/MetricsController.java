package org.claimsledger.api.operate;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.security.Open;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.token.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The metrics, in the format that Prometheus reads. */
abstract class MetricsController {

    private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry registry;

    private MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    ResponseEntity<String> answer(HttpServletRequest request) {
        Query.of(request);
        return ResponseEntity.ok()
                .header("Content-Type", TEXT)
                .cacheControl(CacheControl.noStore())
                .body(registry.scrape());
    }

    /** For whoever has the admin's token. */
    @RestController
    @ConditionalOnProperty(name = "ledger.metrics", havingValue = "admin", matchIfMissing = true)
    static final class ForTheAdmin extends MetricsController {

        ForTheAdmin(PrometheusMeterRegistry registry) {
            super(registry);
        }

        @Needs(Role.ADMIN)
        @GetMapping("/metrics")
        ResponseEntity<String> metrics(HttpServletRequest request) {
            return answer(request);
        }
    }

    /** For everybody. */
    @RestController
    @ConditionalOnProperty(name = "ledger.metrics", havingValue = "all")
    static final class ForAll extends MetricsController {

        ForAll(PrometheusMeterRegistry registry) {
            super(registry);
        }

        @Open
        @GetMapping("/metrics")
        ResponseEntity<String> metrics(HttpServletRequest request) {
            return answer(request);
        }
    }
}
