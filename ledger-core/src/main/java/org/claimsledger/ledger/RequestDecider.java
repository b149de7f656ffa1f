package org.claimsledger.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimDecider;
import org.claimsledger.command.ClaimCommand;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.PolicyCommand;
import org.claimsledger.command.PredicateCommand;
import org.claimsledger.command.SourceCommand;
import org.claimsledger.command.SubjectCommand;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.EvidenceAttached;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.EventTags;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.policy.PolicyDecider;
import org.claimsledger.predicate.PredicateDecider;
import org.claimsledger.source.SourceDecider;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/** Decides requests within a boundary: what was accepted before, what must still hold, and then the area's own rules. */
final class RequestDecider {

    /** How long an Idempotency-Key is remembered. */
    static final Duration IDEMPOTENCY_PERIOD = Duration.ofDays(30);

    private final InstantSource clock;

    RequestDecider(InstantSource clock) {
        this.clock = clock;
    }

    /** The outcome, whose position is one within the boundary where something is to be recorded. */
    Outcome decide(Request request, Boundary boundary) {
        try {
            Outcome.Accepted earlier = acceptedEarlier(request, boundary);
            return earlier != null ? new Outcome.Duplicate(earlier) : record(request, boundary);
        } catch (Refused refused) {
            return new Outcome.NotAccepted(refused.refusals());
        }
    }

    private Outcome.@Nullable Accepted acceptedEarlier(Request request, Boundary boundary) {
        String importKey = request.importKey();
        if (importKey != null) {
            IdempotencyRecord line = boundary.idempotencyRecord(EventTag.importLine(importKey));
            return line == null ? null : line.answer();
        }
        Request.Idempotency idempotency = request.idempotency();
        if (idempotency == null) {
            return null;
        }
        IdempotencyRecord idempotencyRecord =
                boundary.idempotencyRecord(EventTag.request(request.actor(), idempotency.key()));
        if (idempotencyRecord == null
                || idempotencyRecord.isBefore(clock.instant().minus(IDEMPOTENCY_PERIOD))) {
            return null;
        }
        if (!idempotency.digest().equals(idempotencyRecord.digest())) {
            throw Refused.because(
                    RefusalCode.IDEMPOTENCY_KEY_REUSED, "The Idempotency-Key was used for another request before");
        }
        return idempotencyRecord.answer();
    }

    private Outcome.Accepted record(Request request, Boundary boundary) {
        requireRevision(request, boundary);
        LedgerCommand command = request.command();
        List<? extends LedgerEvent> events =
                switch (command) {
                    case SourceCommand it -> new SourceDecider().decide(it, boundary);
                    case SubjectCommand it -> new SubjectDecider().decide(it, boundary);
                    case PredicateCommand it -> new PredicateDecider().decide(it, boundary);
                    case ClaimCommand it -> new ClaimDecider().decide(it, boundary);
                    case PolicyCommand it -> new PolicyDecider().decide(it, boundary);
                };
        long revision = revisionOf(command, boundary) + eventsOn(command, events);
        String made = createdIdIn(command, events);
        boundary.record(events, metadata(request, events.size(), revision, made));
        return new Outcome.Accepted(command.target(), revision, made, boundary.lastPosition(), Instant.EPOCH);
    }

    private static void requireRevision(Request request, Boundary boundary) {
        Long expected = request.expectedRevision();
        if (expected == null || !(request.command() instanceof ClaimCommand command)) {
            return;
        }
        Claim claim = boundary.claim(command.claim());
        if (claim != null && claim.revision() != expected) {
            throw Refused.because(
                    RefusalCode.REVISION_MOVED,
                    "The claim is at revision " + claim.revision() + ", not at " + expected);
        }
    }

    private static long revisionOf(LedgerCommand command, Boundary boundary) {
        return switch (command) {
            case ClaimCommand it -> {
                Claim claim = boundary.claim(it.claim());
                yield claim == null ? 0 : claim.revision();
            }
            case SourceCommand it -> {
                var source = boundary.source(it.source());
                yield source == null ? 0 : source.revision();
            }
            case SubjectCommand it -> {
                var subject = boundary.subject(it.subject());
                yield subject == null ? 0 : subject.revision();
            }
            case PredicateCommand it -> boundary.definitions(it.key()).revision();
            case PolicyCommand it -> boundary.policy().revision();
        };
    }

    private static long eventsOn(LedgerCommand command, List<? extends LedgerEvent> events) {
        EventTag target =
                switch (command) {
                    case ClaimCommand it -> EventTag.claim(it.claim());
                    case SourceCommand it -> EventTag.source(it.source());
                    case SubjectCommand it -> EventTag.subject(it.subject());
                    case PredicateCommand it -> EventTag.predicate(it.key());
                    case PolicyCommand it -> EventTag.policy();
                };
        return events.stream().filter(event -> event.tags().contains(target)).count();
    }

    private static @Nullable String createdIdIn(LedgerCommand command, List<? extends LedgerEvent> events) {
        for (LedgerEvent event : events) {
            if (event instanceof EvidenceAttached attached) {
                return attached.evidence().value();
            }
            if (event instanceof ClaimAsserted asserted) {
                return command.target().equals(asserted.claim().value())
                        ? asserted.evidence().value()
                        : asserted.claim().value();
            }
        }
        return null;
    }

    private static List<Map<String, String>> metadata(
            Request request, int events, long revision, @Nullable String made) {
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            Map<String, String> metadata = new TreeMap<>();
            metadata.put(EventTags.ACTOR, request.actor());
            metadata.put(EventTags.REQUEST, request.requestId());
            all.add(metadata);
        }
        Map<String, String> last = all.getLast();
        Request.Idempotency idempotency = request.idempotency();
        if (request.importKey() != null) {
            last.put(EventTags.IMPORT_KEY, request.importKey());
            IdempotencyRecord.putInto(last, request.command().target(), revision, made, null);
        } else if (idempotency != null) {
            last.put(EventTags.IDEMPOTENCY_KEY, idempotency.key());
            IdempotencyRecord.putInto(last, request.command().target(), revision, made, idempotency.digest());
        }
        return all;
    }
}
