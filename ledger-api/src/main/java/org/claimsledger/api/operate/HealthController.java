package org.claimsledger.api.operate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.claimsledger.api.config.LedgerSettings;
import org.claimsledger.api.limit.ShutdownSignal;
import org.claimsledger.api.operate.HealthView.ProjectionHealthView;
import org.claimsledger.api.security.PublicCall;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
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
final class HealthController {

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
}
