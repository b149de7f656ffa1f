package org.claimsledger.projection.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one projection anew, beside the live generation: fills the next one with all that the log holds, takes it along
 * until it is close behind, and swaps.
 */
final class Rebuild<G extends Generation> {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** So many events behind, what is missing can be applied while the live one waits. */
    private static final long CLOSE_BEHIND = 1_000;

    private final Upkeep<G> upkeep;
    private final int number;
    private final Instant since = Instant.now();
    private final Thread thread;
    private volatile @Nullable Filling filling;
    private volatile boolean stopping;

    Rebuild(Upkeep<G> upkeep, int number) {
        this.upkeep = upkeep;
        this.number = number;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("projection-" + upkeep.name() + "-rebuild")
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        Filling running = filling;
        if (running != null) {
            running.stop();
        }
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    Health.Rebuild progress() {
        Filling running = filling;
        return running == null ? new Health.Rebuild(since, 0, upkeep.log().head()) : running.progress();
    }

    private void run() {
        G next = null;
        String error = null;
        try {
            next = upkeep.beginGeneration(number);
            if (make(next)) {
                next = null;
            }
        } catch (Throwable e) {
            LOG.error("The rebuild of {} failed; the tables that there are stay as they are", upkeep.name(), e);
            error = String.valueOf(e);
        }
        if (next != null) {
            next.drop();
        }
        upkeep.rebuilt(error);
    }

    /** @return whether it is the live generation now */
    private boolean make(G next) throws Exception {
        Filling work = next.filling(upkeep.log(), upkeep.pace());
        filling = work;
        if (!work.run()) {
            return false;
        }
        while (!stopping) {
            if (upkeep.log().head() - next.position() <= CLOSE_BEHIND) {
                next.flush();
                upkeep.takeOver(next);
                return true;
            }
            List<Recorded> batch = upkeep.feed().after(next.position());
            next.apply(batch);
        }
        return false;
    }
}
