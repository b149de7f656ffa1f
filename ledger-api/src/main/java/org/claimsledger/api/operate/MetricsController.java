package org.claimsledger.api.operate;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.security.PublicCall;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.QueryParameters;
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
        QueryParameters.of(request);
        return ResponseEntity.ok()
                .header("Content-Type", TEXT)
                .cacheControl(CacheControl.noStore())
                .body(registry.scrape());
    }

    /** For the holder of the admin's token. */
    @RestController
    @ConditionalOnProperty(name = "ledger.metrics", havingValue = "admin", matchIfMissing = true)
    static final class AdminMetricsController extends MetricsController {

        AdminMetricsController(PrometheusMeterRegistry registry) {
            super(registry);
        }

        @RequiresRole(Role.ADMIN)
        @GetMapping("/metrics")
        ResponseEntity<String> metrics(HttpServletRequest request) {
            return answer(request);
        }
    }

    /** For everybody. */
    @RestController
    @ConditionalOnProperty(name = "ledger.metrics", havingValue = "all")
    static final class PublicMetricsController extends MetricsController {

        PublicMetricsController(PrometheusMeterRegistry registry) {
            super(registry);
        }

        @PublicCall
        @GetMapping("/metrics")
        ResponseEntity<String> metrics(HttpServletRequest request) {
            return answer(request);
        }
    }
}
