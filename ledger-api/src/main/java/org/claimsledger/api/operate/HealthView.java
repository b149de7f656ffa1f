package org.claimsledger.api.operate;

import java.util.List;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.value.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How the ledger is doing. It says nothing that is in the ledger, since everybody may ask.
 *
 * @param live false where only a restart helps
 * @param ready whether it answers reads and takes writes as it should
 */
public record HealthView(boolean live, boolean ready, StoreView store, List<ProjectionHealthView> projections) {

    /**
     * The store.
     *
     * @param writable whether a write would be taken now
     * @param problem the code that a write would be refused with; null where it would be taken
     * @param position the last event that is on disk
     * @param waiting how many appends wait to be written
     * @param freeBytes what is left on the file system of the ledger's folder
     */
    public record StoreView(boolean writable, @Nullable String problem, long position, int waiting, long freeBytes) {}

    /** One of the projections that answer reads; what stopped it is told by {@code /api/v1/projections}. */
    public record ProjectionHealthView(String name, boolean running, long position, long lag) {

        static ProjectionHealthView of(ProjectionHealth projectionHealth) {
            return new ProjectionHealthView(
                    projectionHealth.name(),
                    projectionHealth.running(),
                    projectionHealth.position(),
                    projectionHealth.lag());
        }
    }

    static StoreView store(@Nullable Refusal trouble, long position, int waiting, long freeBytes) {
        return new StoreView(
                trouble == null, trouble == null ? null : trouble.code().code(), position, waiting, freeBytes);
    }
}
