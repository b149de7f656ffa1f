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

/** How the ledger is doing, for whoever watches it: 200 where it is well, 503 where it is not. */
@RestController
final class HealthController {

    /** A group that is being written for longer than this will not be on disk soon. */
    static final Duration STALLED_AFTER = Duration.ofSeconds(10);

    /** A projection that is further behind answers with what is long past. */
    static final long MAX_LAG = 100_000;

    private final Ledger ledger;
    private final ReadModels readModels;
    private final LedgerSettings settings;
    private final ShutdownSignal shutdown;

    HealthController(Ledger ledger, ReadModels readModels, LedgerSettings settings, ShutdownSignal shutdownSignal) {
        this.ledger = ledger;
        this.readModels = readModels;
        this.settings = settings;
        this.shutdown = shutdownSignal;
    }

    /** Whether to send it requests. */
    @PublicCall
    @GetMapping("/health")
    ResponseEntity<HealthView> ready(HttpServletRequest request) {
        QueryParameters.of(request);
        HealthView health = health();
        return answer(health, health.ready());
    }

    /** Whether to leave it running: a restart is of no use to a ledger that answers here with 200. */
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
        StoreStatistics figures = ledger.figures();
        Refusal trouble = trouble(figures);
        List<ProjectionHealthView> all =
                readModels.health().stream().map(ProjectionHealthView::of).toList();
        boolean current = all.stream().allMatch(it -> it.running() && it.lag() <= MAX_LAG);
        return new HealthView(
                trouble == null || trouble.code() != RefusalCode.STORE_STOPPED,
                trouble == null && current && !shutdown.isStopping(),
                HealthView.store(
                        trouble,
                        figures.position(),
                        figures.waitingAppends(),
                        settings.data().toFile().getUsableSpace()),
                all);
    }

    private @Nullable Refusal trouble(StoreStatistics figures) {
        return figures.writingNanos() > STALLED_AFTER.toNanos()
                ? new Refusal(RefusalCode.OVERLOADED, "", "A group of events has been written for too long")
                : ledger.whyWritesFail();
    }
}
