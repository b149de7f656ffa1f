package org.claimsledger.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.Compatibility;
import org.claimsledger.bestknown.Identities;
import org.claimsledger.bestknown.Occurred;
import org.claimsledger.bestknown.SourceState;
import org.claimsledger.bestknown.Sources;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.ledger.EventCatalogue;
import org.claimsledger.ledger.LogPages;
import org.claimsledger.ledger.Provenance;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.predicate.PredicateEvent.PredicateDefined;
import org.claimsledger.replay.Named.Area;
import org.claimsledger.replay.Story.Told;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The whole state at one position of the log, out of the events alone. All of the log's payloads up to there are in memory,
 * sorted by what they are about; each thing is folded when it is asked for, by the same rules by which it was decided.
 *
 * <p>Nothing is remembered between two replays, and no table is read but the log itself. Safe for any number of threads.
 */
public final class Replay implements Sources, Identities {

    private static final String ASSERTED = EventCatalogue.nameOf(ClaimAsserted.class);

    private final long position;
    private final Map<Area, Map<String, Story>> stories = new HashMap<>();
    private final List<Story> claims = new ArrayList<>();
    private final Map<SubjectId, Optional<Subject>> foldedSubjects = new ConcurrentHashMap<>();
    private final Map<SourceId, Optional<SourceState>> foldedSources = new ConcurrentHashMap<>();
    private final Map<PredicateKey, Optional<Predicate>> foldedPredicates = new ConcurrentHashMap<>();

    private Replay(long position) {
        this.position = position;
        for (Area area : Area.values()) {
            stories.put(area, new HashMap<>());
        }
    }

    /**
     * Reads the log up to and with a position.
     *
     * @param progress hears how far it is, every now and then
     */
    public static Replay of(EventLog log, long asOf, LongConsumer progress) {
        Replay replay = new Replay(asOf);
        LogPages.run(log, 0, asOf, Replay::sorted, page -> {
            page.forEach(replay::add);
            progress.accept(page.isEmpty() ? 0 : page.getLast().told().position());
        });
        return replay;
    }

    private record Sorted(Named named, Told told) {}

    private static List<Sorted> sorted(LogPages.Page page) {
        if (page.events().size() != page.upTo() - page.after()) {
            throw new IllegalStateException(
                    "the log has a gap after position " + page.after() + "; see what verify says");
        }
        List<Sorted> sorted = new ArrayList<>(page.events().size());
        for (StoredEvent event : page.events()) {
            sorted.add(new Sorted(Named.of(event), Told.of(event)));
        }
        return sorted;
    }

    private void add(Sorted event) {
        Named named = event.named();
        Story story = story(named.area(), named.first());
        story.add(event.told());
        String second = named.second();
        if (second != null && !second.equals(named.first())) {
            story(named.area(), second).add(event.told());
        }
        if (event.told().type().equals(ASSERTED)) {
            claims.add(story);
        }
    }

    private Story story(Area area, String id) {
        return of(area).computeIfAbsent(id, none -> new Story());
    }

    private Map<String, Story> of(Area area) {
        Map<String, Story> of = stories.get(area);
        if (of == null) {
            throw new IllegalStateException("no area " + area);
        }
        return of;
    }

    /** The position that was read up to. */
    public long position() {
        return position;
    }

    /** How many claims there are. */
    public int claims() {
        return claims.size();
    }

    /** A claim by its number in the order of assertion, from 0; read anew each time. */
    public ClaimHistory claim(int number) {
        List<Occurred<ClaimEvent>> events = claims.get(number).events().stream()
                .map(it -> it.as(ClaimEvent.class))
                .toList();
        Predicate predicate = events.getFirst().event() instanceof ClaimAsserted asserted
                ? predicate(asserted.content().predicate()).orElse(null)
                : null;
        return new ClaimHistory(
                events, this, this, new Compatibility(predicate == null ? null : predicate.unit(), this));
    }

    /** Whom those of a claim's filings came of that had to wait for an editor, by their positions. */
    public Map<Long, Provenance> filings(int number) {
        Map<Long, Provenance> filings = new HashMap<>();
        for (Told told : claims.get(number).events()) {
            Provenance provenance = told.proposedBy();
            if (provenance != null) {
                filings.put(told.position(), provenance);
            }
        }
        return filings;
    }

    @Override
    public @Nullable SourceState source(SourceId id) {
        return foldedSources
                .computeIfAbsent(id, it -> {
                    Story story = of(Area.SOURCE).get(it.value());
                    return Optional.ofNullable(
                            story == null
                                    ? null
                                    : SourceState.of(story.events().stream()
                                            .map(told -> told.as(SourceEvent.class))
                                            .toList()));
                })
                .orElse(null);
    }

    @Override
    public String nameOf(SubjectId subject) {
        return subject(subject).map(it -> it.details().name()).orElse(subject.value());
    }

    /** Every source, in no order. */
    public List<SourceId> sources() {
        return of(Area.SOURCE).keySet().stream().map(SourceId::new).toList();
    }

    /** Every subject, merged ones too, in no order. */
    public List<SubjectId> subjects() {
        return of(Area.SUBJECT).keySet().stream().map(SubjectId::new).toList();
    }

    /** Every predicate, in no order. */
    public List<PredicateKey> predicates() {
        return of(Area.PREDICATE).keySet().stream().map(PredicateKey::new).toList();
    }

    /** The position at which a claim was asserted, by its number in that order. */
    public long claimNo(int number) {
        return claims.get(number).first();
    }

    /** A source without its history. */
    public Optional<Source> plainSource(SourceId id) {
        return folded(Area.SOURCE, id.value(), (state, event) -> Source.evolve(state, (SourceEvent) event.event()));
    }

    public Optional<Subject> subject(SubjectId id) {
        return foldedSubjects.computeIfAbsent(
                id,
                it -> folded(
                        Area.SUBJECT,
                        it.value(),
                        (state, event) -> Subject.evolve(it, state, (SubjectEvent) event.event())));
    }

    public Optional<Predicate> predicate(PredicateKey key) {
        return foldedPredicates.computeIfAbsent(
                key,
                it -> folded(
                        Area.PREDICATE, it.value(), (state, event) -> ((PredicateDefined) event.event()).predicate()));
    }

    @Override
    public SubjectId keptFor(SubjectId id) {
        SubjectId kept = id;
        for (int merges = 0; merges <= of(Area.SUBJECT).size(); merges++) {
            SubjectId next = subject(kept).map(Subject::mergedInto).orElse(null);
            if (next == null) {
                return kept;
            }
            kept = next;
        }
        throw new IllegalStateException("the merges of " + id + " lead back to it");
    }

    /** How one more event changes a state, which is absent before the first. */
    private interface Fold<S> {
        S evolve(@Nullable S state, Told event);
    }

    private <S> Optional<S> folded(Area area, String id, Fold<S> fold) {
        Story story = of(area).get(id);
        S state = null;
        for (Told told : story == null ? List.<Told>of() : story.events()) {
            state = fold.evolve(state, told);
        }
        return Optional.ofNullable(state);
    }
}
