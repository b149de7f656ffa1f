package org.claimsledger.api.operate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts refused calls and refused lines of imports, by code. */
@Component
public final class RefusalMetrics {

    private final MeterRegistry registry;

    RefusalMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param code one of the program's own codes, because each makes a time series */
    public void count(String code) {
        Counter.builder("ledger.refusals")
                .description("Calls and lines of imports that were refused, by code")
                .tag("code", code)
                .register(registry)
                .increment();
    }
}
