package org.claimsledger.api.operate;

import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.time.Rfc3339;
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

    static ProjectionView of(ProjectionHealth projectionHealth) {
        ProjectionHealth.RebuildProgress rebuildProgress = projectionHealth.rebuild();
        return new ProjectionView(
                projectionHealth.name(),
                projectionHealth.position(),
                projectionHealth.lag(),
                projectionHealth.running(),
                projectionHealth.lastError(),
                projectionHealth.generation(),
                rebuildProgress == null
                        ? null
                        : new RebuildView(
                                Rfc3339.format(rebuildProgress.startedAt()),
                                rebuildProgress.position(),
                                rebuildProgress.total()),
                projectionHealth.rebuildError());
    }
}
