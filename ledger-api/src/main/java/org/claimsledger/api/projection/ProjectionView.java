package org.claimsledger.api.projection;

import org.claimsledger.ledger.Times;
import org.claimsledger.projection.run.Health;
import org.jspecify.annotations.Nullable;

/** A projection as answers show it. */
public record ProjectionView(
        String name,
        long position,
        long lag,
        boolean running,
        @Nullable String lastError,
        int generation,
        @Nullable RebuildView rebuild,
        @Nullable String rebuildError) {

    public record RebuildView(String since, long position, long of) {}

    static ProjectionView of(Health health) {
        Health.Rebuild rebuild = health.rebuild();
        return new ProjectionView(
                health.name(),
                health.position(),
                health.lag(),
                health.running(),
                health.lastError(),
                health.generation(),
                rebuild == null ? null : new RebuildView(Times.text(rebuild.since()), rebuild.position(), rebuild.of()),
                health.rebuildError());
    }
}
