package org.claimsledger.api.operate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what is refused, by code, whether it is a call or a line of an import. */
@Component
public final class RefusalMetrics {

    private final MeterRegistry registry;

    RefusalMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param code one of the program's own, of which there are not many */
    public void count(String code) {
        Counter.builder("ledger.refusals")
                .description("Calls and lines of imports that were refused, by code")
                .tag("code", code)
                .register(registry)
                .increment();
    }
}
