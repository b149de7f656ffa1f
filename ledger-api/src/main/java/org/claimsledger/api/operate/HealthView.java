package org.claimsledger.api.operate;

import java.util.List;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.value.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's health. It has no content of the ledger, because everybody may ask for it.
 *
 * @param live false where nothing but a restart helps
 * @param ready whether it answers reads and takes writes as it should
 */
public record HealthView(boolean live, boolean ready, StoreView store, List<ProjectionHealthView> projections) {

    /**
     * The store.
     *
     * @param writable whether a write would be taken now
     * @param problem the code that a write would be refused with; null where it would be taken
     * @param position the position of the last event on disk
     * @param waiting the number of appends that wait to be written
     * @param freeBytes the free bytes of the ledger folder's file system
     */
    public record StoreView(boolean writable, @Nullable String problem, long position, int waiting, long freeBytes) {}

    /** A projection. The error that stopped it is at {@code /api/v1/projections}. */
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
