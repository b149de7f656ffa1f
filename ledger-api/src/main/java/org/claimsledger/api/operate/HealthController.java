package org.claimsledger.api.operate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.claimsledger.api.config.LedgerSettings;
import org.claimsledger.api.limit.ShutdownSignal;
import org.claimsledger.api.operate.HealthController.HealthView.ProjectionHealthView;
import org.claimsledger.api.security.PublicCall;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.store.StoreStatistics;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger's health for monitoring: 200 where it is well, 503 where it is not. */
@RestController
public final class HealthController {

    /** A group that takes longer than this to write counts as stuck. */
    static final Duration STALLED_AFTER = Duration.ofSeconds(10);

    /** A projection that is further behind than this many events counts as out of date. */
    static final long MAX_LAG = 100_000;

    private final Ledger ledger;
    private final ReadModels readModels;
    private final LedgerSettings settings;
    private final ShutdownSignal shutdown;

    HealthController(Ledger ledger, ReadModels readModels, LedgerSettings settings, ShutdownSignal shutdown) {
        this.ledger = ledger;
        this.readModels = readModels;
        this.settings = settings;
        this.shutdown = shutdown;
    }

    /** Whether requests should be sent to it. */
    @PublicCall
    @GetMapping("/health")
    ResponseEntity<HealthView> ready(HttpServletRequest request) {
        QueryParameters.of(request);
        HealthView health = health();
        return answer(health, health.ready());
    }

    /** Whether it should be left running: a restart does not help a ledger that answers 200 here. */
    @PublicCall
    @GetMapping("/health/live")
    ResponseEntity<HealthView> live(HttpServletRequest request) {
        QueryParameters.of(request);
        HealthView health = health();
        return answer(health, health.live());
    }

    private static ResponseEntity<HealthView> answer(HealthView health, boolean well) {
        return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(health);
    }

    private HealthView health() {
        StoreStatistics statistics = ledger.figures();
        Refusal trouble = trouble(statistics);
        List<ProjectionHealthView> projections =
                readModels.health().stream().map(ProjectionHealthView::of).toList();
        boolean current = projections.stream().allMatch(it -> it.running() && it.lag() <= MAX_LAG);
        return new HealthView(
                trouble == null || trouble.code() != RefusalCode.STORE_STOPPED,
                trouble == null && current && !shutdown.isStopping(),
                HealthView.store(
                        trouble,
                        statistics.position(),
                        statistics.waitingAppends(),
                        settings.data().toFile().getUsableSpace()),
                projections);
    }

    private @Nullable Refusal trouble(StoreStatistics statistics) {
        return statistics.writingNanos() > STALLED_AFTER.toNanos()
                ? new Refusal(RefusalCode.OVERLOADED, "", "A group of events has been written for too long")
                : ledger.whyWritesFail();
    }

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
        public record StoreView(
                boolean writable, @Nullable String problem, long position, int waiting, long freeBytes) {}

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
}
