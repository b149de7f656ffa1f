package org.claimsledger.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Question;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Provenance;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.verify.LogPages;
import org.jspecify.annotations.Nullable;

/**
 * A history with all its events in memory, which can also say what there is. Events are added by one thread; from then on
 * it may be read by any number of them.
 */
public final class CompleteHistory extends History {

    private final EventsInMemory events;
    private final List<ClaimId> claims = new ArrayList<>();
    private final Map<EventTag, Map<Long, Provenance>> proposals = new HashMap<>();

    /** The best-known state of a question. */
    public record AnsweredQuestion(Question question, BestKnown bestKnown) {}

    /** Before the first event. */
    public CompleteHistory() {
        this(new EventsInMemory(), 0);
    }

    private CompleteHistory(EventsInMemory events, long position) {
        super(events, new ConcurrentHashMap<>(), position);
        this.events = events;
    }

    /**
     * Reads the log up to and with a position, and no table. It cannot tell which claims an event affects.
     *
     * @param progress hears how far it is, every now and then
     */
    public static CompleteHistory replay(EventLog log, long asOf, LongConsumer progress) {
        CompleteHistory history = new CompleteHistory(new EventsInMemory(), asOf);
        LogPages.run(log, 0, asOf, CompleteHistory::read, page -> {
            page.forEach(history::add);
            progress.accept(page.isEmpty() ? 0 : page.getLast().event().position());
        });
        return history;
    }

    /** @param proposedBy whom it came of, where it is something that had to wait for an editor */
    private record ReplayedEvent(
            EncodedEvent event,
            List<EventTag> changes,
            @Nullable Provenance proposedBy) {}

    private static List<ReplayedEvent> read(LogPages.LogPage page) {
        if (page.events().size() != page.upTo() - page.after()) {
            throw new IllegalStateException(
                    "the log has a gap after position " + page.after() + "; see what verify says");
        }
        List<ReplayedEvent> events = new ArrayList<>(page.events().size());
        for (StoredEvent stored : page.events()) {
            EncodedEvent event = EncodedEvent.of(stored);
            events.add(new ReplayedEvent(
                    event, event.changes(), event.isProposal() ? Provenance.of(stored.metadata()) : null));
        }
        return events;
    }

    private void add(ReplayedEvent replayed) {
        EventTag first = replayed.changes().getFirst();
        if (replayed.event().type() == ClaimAsserted.class) {
            claims.add(new ClaimId(first.value()));
        }
        if (replayed.proposedBy() != null) {
            proposals
                    .computeIfAbsent(first, none -> new HashMap<>())
                    .put(replayed.event().position(), replayed.proposedBy());
        }
        events.add(replayed.event(), replayed.changes());
    }

    @Override
    public void add(long next, Instant recordedAt, LedgerEvent event) {
        super.add(next, recordedAt, event);
        if (event instanceof ClaimAsserted asserted) {
            claims.add(asserted.claim());
        }
    }

    /** All claims, in the order in which they were asserted. */
    public List<ClaimId> claims() {
        return Collections.unmodifiableList(claims);
    }

    /** A claim by its number in the order of assertion, from 0; read anew each time. */
    public ClaimHistory claim(int number) {
        return Objects.requireNonNull(history(claims.get(number)), "a claim that was asserted has a history");
    }

    /** Whom those of a claim's filings came of that had to wait for an editor, by their positions; told by a replay only. */
    public Map<Long, Provenance> proposalProvenance(ClaimId claim) {
        return proposals.getOrDefault(EventTag.claim(claim), Map.of());
    }

    /** Every source, in the order in which they were registered. */
    public List<SourceId> sources() {
        return events.tags(EventTag.SOURCE)
                .map(tag -> new SourceId(tag.value()))
                .toList();
    }

    /** Every subject, merged ones too, in the order in which they were registered. */
    public List<SubjectId> subjects() {
        return events.tags(EventTag.SUBJECT)
                .map(tag -> new SubjectId(tag.value()))
                .toList();
    }

    /** Every predicate, in the order in which they were defined. */
    public List<PredicateKey> predicates() {
        return events.tags(EventTag.PREDICATE)
                .map(tag -> new PredicateKey(tag.value()))
                .toList();
    }

    /** All claims that are reported by then, in the order in which they were asserted. */
    public List<ClaimState> states(Instant publishedBy) {
        List<ClaimState> states = new ArrayList<>(claims.size());
        for (ClaimId claim : claims) {
            ClaimHistory history = history(claim);
            ClaimState state = history == null ? null : history.at(publishedBy);
            if (state != null) {
                states.add(state);
            }
        }
        return states;
    }

    /** The best-known state of every question, in the order of their first claims; what waits for an editor asks none. */
    public List<AnsweredQuestion> bestKnown(Instant publishedBy, @Nullable LocalDate validOn, LocalDate today) {
        Map<Question, List<CompetingClaim>> questions = new LinkedHashMap<>();
        for (ClaimState state : states(publishedBy)) {
            Predicate predicate = predicate(state.claim().content().predicate());
            if (predicate != null && state.status().isAccepted()) {
                questions
                        .computeIfAbsent(
                                Question.of(state.claim().id(), state.claim().content(), predicate.cardinality(), this),
                                question -> new ArrayList<>())
                        .add(CompetingClaim.of(state));
            }
        }
        List<AnsweredQuestion> answers = new ArrayList<>(questions.size());
        questions.forEach((question, competingClaims) -> {
            Predicate predicate = predicate(question.predicate());
            if (predicate != null) {
                answers.add(new AnsweredQuestion(
                        question,
                        new BestKnownPolicy(predicate.time(), compatibility(predicate), validOn, today)
                                .answer(competingClaims)));
            }
        });
        return answers;
    }
}
