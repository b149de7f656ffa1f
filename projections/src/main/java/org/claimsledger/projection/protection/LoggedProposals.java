package org.claimsledger.projection.protection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.claimsledger.event.Provenance;
import org.claimsledger.store.EventLog;

/** Looks up the actors of proposals in the log, each at most once. */
public final class LoggedProposals implements ProposalLookup {

    private final EventLog log;
    private final Map<Long, String> actors = new ConcurrentHashMap<>();

    public LoggedProposals(EventLog log) {
        this.log = log;
    }

    @Override
    public String actorOf(long position) {
        return actors.computeIfAbsent(position, missing -> Provenance.of(
                        log.read(missing - 1, 1).getFirst().metadata())
                .actor());
    }
}
