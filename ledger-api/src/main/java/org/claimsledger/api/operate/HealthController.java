package org.claimsledger.api.operate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.claimsledger.api.config.LedgerSettings;
import org.claimsledger.api.limit.Stopping;
import org.claimsledger.api.operate.HealthView.ProjectionHealthView;
import org.claimsledger.api.security.Open;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.Projections;
import org.claimsledger.store.StoreFigures;
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
    static final Duration HANGS = Duration.ofSeconds(10);

    /** A projection that is further behind answers with what is long past. */
    static final long FAR_BEHIND = 100_000;

    private final Ledger ledger;
    private final Projections projections;
    private final LedgerSettings settings;
    private final Stopping stopping;

    HealthController(Ledger ledger, Projections projections, LedgerSettings settings, Stopping stopping) {
        this.ledger = ledger;
        this.projections = projections;
        this.settings = settings;
        this.stopping = stopping;
    }

    /** Whether to send it requests. */
    @Open
    @GetMapping("/health")
    ResponseEntity<HealthView> ready(HttpServletRequest request) {
        Query.of(request);
        HealthView health = health();
        return answer(health, health.ready());
    }

    /** Whether to leave it running: a restart is of no use to a ledger that answers here with 200. */
    @Open
    @GetMapping("/health/live")
    ResponseEntity<HealthView> live(HttpServletRequest request) {
        Query.of(request);
        HealthView health = health();
        return answer(health, health.live());
    }

    private static ResponseEntity<HealthView> answer(HealthView health, boolean well) {
        return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(health);
    }

    private HealthView health() {
        StoreFigures figures = ledger.figures();
        Refusal trouble = trouble(figures);
        List<ProjectionHealthView> all =
                projections.health().stream().map(ProjectionHealthView::of).toList();
        boolean current = all.stream().allMatch(it -> it.running() && it.lag() <= FAR_BEHIND);
        return new HealthView(
                trouble == null || trouble.code() != RefusalCode.STORE_STOPPED,
                trouble == null && current && !stopping.isUnderWay(),
                HealthView.store(
                        trouble,
                        figures.position(),
                        figures.waitingAppends(),
                        settings.data().toFile().getUsableSpace()),
                all);
    }

    private @Nullable Refusal trouble(StoreFigures figures) {
        return figures.writingNanos() > HANGS.toNanos()
                ? new Refusal(RefusalCode.OVERLOADED, "", "A group of events has been written for too long")
                : ledger.trouble();
    }
}
