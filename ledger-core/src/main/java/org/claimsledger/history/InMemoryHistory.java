package org.claimsledger.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Compatibility;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Question;
import org.claimsledger.bestknown.SourceHistory;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * All that was recorded up to some position, in memory: the plain way from events to every reading, with no table in
 * between. Events are added in the order of their positions; readings may be taken at any time in between. Where some
 * are missing, what builds on them is left out.
 *
 * <p>For one thread.
 */
public final class InMemoryHistory implements KnownAt {

    private final Map<ClaimId, List<RecordedEvent<ClaimEvent>>> claims = new LinkedHashMap<>();
    private final Map<SourceId, List<RecordedEvent<SourceEvent>>> sources = new LinkedHashMap<>();
    private final Map<SourceId, SourceHistory> foldedSources = new HashMap<>();
    private final Map<SubjectId, Subject> subjects = new LinkedHashMap<>();
    private final Map<PredicateKey, Predicate> predicates = new LinkedHashMap<>();
    private final Map<EventTag, List<LedgerEvent>> eventsByTag = new HashMap<>();
    private long position;

    /** The best-known state of a question. */
    public record AnsweredQuestion(Question question, BestKnown bestKnown) {}

    /** The position of the last event, 0 before the first. */
    public long position() {
        return position;
    }

    public void add(long next, Instant recordedAt, LedgerEvent event) {
        position = next;
        event.tags().forEach(eventTag -> eventsByTag
                .computeIfAbsent(eventTag, none -> new ArrayList<>())
                .add(event));
        switch (event) {
            case ClaimEvent it -> {
                for (ClaimId claim : it.claims()) {
                    add(claim, new RecordedEvent<>(next, recordedAt, it));
                }
            }
            case SourceEvent it -> {
                foldedSources.remove(it.source());
                sources.computeIfAbsent(it.source(), id -> new ArrayList<>())
                        .add(new RecordedEvent<>(next, recordedAt, it));
            }
            case SubjectEvent it -> {
                for (SubjectId subject : it.subjects()) {
                    evolve(subject, it);
                }
            }
            case PredicateEvent it -> predicates.put(it.predicate().key(), it.predicate());
        }
    }

    private void add(ClaimId claim, RecordedEvent<ClaimEvent> recordedEvent) {
        claims.computeIfAbsent(claim, id -> new ArrayList<>()).add(recordedEvent);
    }

    private void evolve(SubjectId id, SubjectEvent event) {
        if (event instanceof SubjectRegistered || subjects.containsKey(id)) {
            subjects.compute(id, (same, before) -> new SubjectDecider().evolve(before, event));
        }
    }

    /** All claims, in the order in which they were asserted. */
    public Set<ClaimId> claims() {
        return Collections.unmodifiableSet(claims.keySet());
    }

    public Collection<Subject> subjects() {
        return Collections.unmodifiableCollection(subjects.values());
    }

    public @Nullable Subject subject(SubjectId id) {
        return subjects.get(id);
    }

    @Override
    public @Nullable Predicate predicate(PredicateKey key) {
        return predicates.get(key);
    }

    @Override
    public @Nullable SourceHistory source(SourceId id) {
        List<RecordedEvent<SourceEvent>> events = sources.get(id);
        return events == null ? null : foldedSources.computeIfAbsent(id, missing -> SourceHistory.of(events));
    }

    @Override
    public SubjectId canonicalSubject(SubjectId subject) {
        Set<SubjectId> seen = new HashSet<>();
        SubjectId at = subject;
        while (seen.add(at)) {
            Subject known = subjects.get(at);
            SubjectId next = known == null ? null : known.mergedInto();
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    @Override
    public String nameOf(SubjectId subject) {
        Subject known = subjects.get(subject);
        return known == null ? subject.value() : known.details().name();
    }

    @Override
    public Set<ClaimId> claimsAffectedBy(LedgerEvent event) {
        return AffectedClaims.by(event, eventTag -> eventsByTag.getOrDefault(eventTag, List.of()));
    }

    @Override
    public @Nullable ClaimHistory history(ClaimId claim) {
        List<RecordedEvent<ClaimEvent>> events = claims.get(claim);
        return events == null ? null : new ClaimHistory(events, this, this, compatibility(predicateOf(events)));
    }

    private @Nullable Predicate predicateOf(List<RecordedEvent<ClaimEvent>> events) {
        return events.getFirst().event() instanceof ClaimEvent.ClaimAsserted asserted
                ? predicates.get(asserted.content().predicate())
                : null;
    }

    private Compatibility compatibility(@Nullable Predicate predicate) {
        return new Compatibility(predicate == null ? null : predicate.unit(), this);
    }

    /** All claims that are reported by then, in the order in which they were asserted. */
    public List<ClaimState> states(Instant publishedBy) {
        List<ClaimState> states = new ArrayList<>(claims.size());
        for (ClaimId claim : claims.keySet()) {
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
            Predicate predicate = predicates.get(state.claim().content().predicate());
            if (predicate != null && state.status().isAccepted()) {
                questions
                        .computeIfAbsent(
                                Question.of(state.claim().id(), state.claim().content(), predicate.cardinality(), this),
                                question -> new ArrayList<>())
                        .add(CompetingClaim.of(state));
            }
        }
        List<AnsweredQuestion> answeredQuestion = new ArrayList<>(questions.size());
        questions.forEach((question, competingClaims) -> {
            Predicate predicate = predicates.get(question.predicate());
            if (predicate != null) {
                answeredQuestion.add(new AnsweredQuestion(
                        question,
                        new BestKnownPolicy(predicate.time(), compatibility(predicate), validOn, today)
                                .answer(competingClaims)));
            }
        });
        return answeredQuestion;
    }
}
