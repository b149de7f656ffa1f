package org.claimsledger.api.operate;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.claimsledger.api.config.LedgerSettings;
import org.claimsledger.api.limit.ImportLimiter;
import org.claimsledger.api.limit.WriteLimiter;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.store.StoreListener;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The metrics, and the filter that sees every request. */
@Configuration
class MetricsConfiguration {

    /** Closed with the application, together with the listener to the garbage collector. */
    @Bean(destroyMethod = "close")
    PrometheusMeterRegistry registry(JvmGcMetrics collector) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        collector.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return registry;
    }

    @Bean(destroyMethod = "close")
    JvmGcMetrics collector() {
        return new JvmGcMetrics();
    }

    @Bean
    StoreListener writingMetrics(PrometheusMeterRegistry registry) {
        return new AppendMetrics(registry);
    }

    @Bean
    LedgerGauges stateMetrics(
            PrometheusMeterRegistry registry,
            LedgerSettings settings,
            Ledger ledger,
            ReadModels readModels,
            WriteLimiter writes,
            ImportLimiter imports) {
        var metrics = new LedgerGauges(registry);
        metrics.register(ledger);
        metrics.register(readModels);
        metrics.register(settings.data());
        metrics.register(writes, imports);
        return metrics;
    }

    /** Outside of all other filters but the one that names the request, so that all their answers are logged. */
    @Bean
    FilterRegistrationBean<RequestLogFilter> requestLog(PrometheusMeterRegistry registry, LedgerSettings settings) {
        var registration = new FilterRegistrationBean<>(
                new RequestLogFilter(registry, settings.log().actors()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
