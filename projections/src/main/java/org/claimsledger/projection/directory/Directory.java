package org.claimsledger.projection.directory;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.projection.directory.SourceAt.Noticed;
import org.claimsledger.projection.sight.Protections;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.Readings;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.Words;
import org.claimsledger.source.SourceKind;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Sources, subjects and predicates as of any applied position. Lists are in the order of registration; a page begins
 * after the position {@code after}, 0 for the first one.
 */
public final class Directory implements Cards {
    private final Readings readings;
    private final Veil veil;

    public Directory(Readings readings) {
        this(readings, Veil.NONE);
    }

    private Directory(Readings readings, Veil veil) {
        this.readings = readings;
        this.veil = veil;
    }

    /** The same, as somebody may see it. */
    public Directory seenThrough(Veil other) {
        return new Directory(readings, other);
    }

    /** What is protected at this moment; for one reading. */
    public Protections protections() {
        return new ProtectedSources(readings);
    }

    public Optional<SourceAt> source(SourceId id, long asOf) {
        return readings.at(
                asOf, session -> Optional.ofNullable(meant(session, asOf, id)).map(this::sourceAt));
    }

    /** By what name the source is read: its id, or its stand-in. */
    public SourceId nameOf(SourceId source) {
        return veil.id(source);
    }

    private Entries.@Nullable Found<SourceState> meant(Session session, long asOf, SourceId named) throws SQLException {
        SourceId source = veil.meant(named);
        return source == null ? null : sources(session, asOf).one(source.value());
    }

    public Optional<SubjectAt> subject(SubjectId id, long asOf) {
        return readings.at(
                asOf, session -> Optional.ofNullable(subjects(session, asOf).one(id.value()))
                        .map(this::subjectAt));
    }

    public Optional<PredicateAt> predicate(PredicateKey key, long asOf) {
        return readings.at(
                asOf, session -> Optional.ofNullable(predicates(session, asOf).one(key.value()))
                        .map(Directory::predicateAt));
    }

    /**
     * The positions up to {@code asOf} that brought about a new state, in order: at most {@code limit} of those after
     * {@code after}.
     */
    public List<Long> changes(SourceId id, long asOf, long after, int limit) {
        SourceId source = veil.meant(id);
        return source == null
                ? List.of()
                : readings.at(asOf, session -> sources(session, asOf).changes(source.value(), after, limit));
    }

    /** The same for a subject; merges and splits are changes of both. */
    public List<Long> changes(SubjectId id, long asOf, long after, int limit) {
        return readings.at(asOf, session -> subjects(session, asOf).changes(id.value(), after, limit));
    }

    /** The same for a predicate. */
    public List<Long> changes(PredicateKey key, long asOf, long after, int limit) {
        return readings.at(asOf, session -> predicates(session, asOf).changes(key.value(), after, limit));
    }

    /** Those of the sources with these numbers that were registered by then, in that order. */
    public List<SourceAt> sources(Collection<Long> numbers, long asOf) {
        return readings.at(asOf, session -> {
            List<SourceAt> found = new ArrayList<>();
            for (long number : numbers) {
                Entries.Found<SourceState> source = sources(session, asOf).numbered(number);
                if (source != null) {
                    found.add(sourceAt(source));
                }
            }
            return found;
        });
    }

    /** Sources, of that kind only where one is named. */
    public Page<SourceAt> sources(@Nullable SourceKind kind, long asOf, long after, int limit) {
        return readings.at(asOf, session -> sources(session, asOf)
                        .page((id, state) -> kind == null || state.details().kind() == kind, after, limit))
                .map(this::sourceAt);
    }

    /** Subjects, merged ones too, of that kind only where one is named. */
    public Page<SubjectAt> subjects(@Nullable SubjectKind kind, long asOf, long after, int limit) {
        return readings.at(asOf, session -> subjects(session, asOf)
                        .page((id, state) -> kind == null || state.details().kind() == kind, after, limit))
                .map(this::subjectAt);
    }

    /** Predicates; a search {@code q} finds those that have all of its words in key or label. */
    public Page<PredicateAt> predicates(@Nullable String q, long asOf, long after, int limit) {
        Words words = Words.of(q);
        return readings.at(asOf, session -> predicates(session, asOf)
                        .page(
                                (key, predicate) -> words.allIn(Words.fold(key + "\n" + predicate.label())),
                                after,
                                limit))
                .map(Directory::predicateAt);
    }

    @Override
    public Optional<Predicate> definition(PredicateKey key, long asOf) {
        return predicate(key, asOf).map(PredicateAt::predicate);
    }

    @Override
    public Map<SourceId, SourceCard> sourceCards(Collection<SourceId> ids, long asOf) {
        return readings.at(asOf, session -> {
            Map<SourceId, SourceCard> cards = new HashMap<>();
            for (SourceId id : new HashSet<>(ids)) {
                SourceId source = veil.meant(id);
                Area.Card card = source == null ? null : sources(session, asOf).card(source.value());
                if (source != null && card != null) {
                    cards.put(id, sourceCard(source, card));
                }
            }
            return cards;
        });
    }

    @Override
    public Map<SubjectId, SubjectCard> subjectCards(Collection<SubjectId> ids, long asOf) {
        return readings.at(asOf, session -> {
            Map<SubjectId, SubjectCard> cards = new HashMap<>();
            for (SubjectId id : new HashSet<>(ids)) {
                Area.Card card = subjects(session, asOf).card(id.value());
                if (card != null) {
                    SubjectId kept = new Aliases(session, asOf).keptFor(id);
                    Area.Card keptCard = subjects(session, asOf).card(kept.value());
                    String keptName = keptCard == null ? card.label() : keptCard.label();
                    cards.put(id, new SubjectCard(id, card.label(), kept, keptName));
                }
            }
            return cards;
        });
    }

    /** Cards of those that were recorded by {@code asOf}. */
    public Map<PredicateKey, PredicateCard> predicateCards(Collection<PredicateKey> keys, long asOf) {
        return readings.at(asOf, session -> {
            Map<PredicateKey, PredicateCard> cards = new HashMap<>();
            for (PredicateKey key : new HashSet<>(keys)) {
                Area.Card card = predicates(session, asOf).card(key.value());
                if (card != null) {
                    cards.put(key, new PredicateCard(key, card.label()));
                }
            }
            return cards;
        });
    }

    /** The subject that this one is read under at {@code asOf}: itself, or the last one in a chain of merges. */
    public SubjectId keptFor(SubjectId id, long asOf) {
        return readings.at(asOf, session -> new Aliases(session, asOf).keptFor(id));
    }

    /** The same for several. */
    public Map<SubjectId, SubjectId> keptFor(Collection<SubjectId> ids, long asOf) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return readings.at(asOf, session -> {
            Aliases aliases = new Aliases(session, asOf);
            Map<SubjectId, SubjectId> kept = new HashMap<>();
            for (SubjectId id : ids) {
                kept.put(id, aliases.keptFor(id));
            }
            return kept;
        });
    }

    /** All subjects that count as one with this one at {@code asOf}, itself included. */
    public Set<SubjectId> sameAs(SubjectId id, long asOf) {
        return readings.at(asOf, session -> new Aliases(session, asOf).sameAs(id));
    }

    /** Every name of all subjects that count as one with this one at {@code asOf}, by who holds it. */
    public Map<SubjectId, List<String>> names(SubjectId id, long asOf) {
        return readings.at(asOf, session -> {
            Map<SubjectId, List<String>> names = new LinkedHashMap<>();
            for (SubjectId same : new Aliases(session, asOf).sameAs(id)) {
                Entries.Found<SubjectState> found = subjects(session, asOf).one(same.value());
                names.put(
                        same,
                        found == null ? List.of() : found.state().subject(same).names());
            }
            return names;
        });
    }

    private SourceCard sourceCard(SourceId source, Area.Card card) {
        return veil.isHidden(source)
                ? new SourceCard(veil.id(source), null, null, null, true)
                : new SourceCard(
                        source, card.label(), card.publisher(), date(card.published()), veil.isProtected(source));
    }

    private static Entries<SourceState> sources(Session session, long asOf) {
        return new Entries<>(Areas.SOURCES, session, asOf);
    }

    private static Entries<SubjectState> subjects(Session session, long asOf) {
        return new Entries<>(Areas.SUBJECTS, session, asOf);
    }

    private static Entries<Predicate> predicates(Session session, long asOf) {
        return new Entries<>(Areas.PREDICATES, session, asOf);
    }

    private SourceAt sourceAt(Entries.Found<SourceState> found) {
        SourceState state = found.state();
        SourceId id = new SourceId(found.id());
        return new SourceAt(
                veil.source(state.source(id)),
                state.notices().stream()
                        .map(it -> new Noticed(it.position(), it.recordedAt(), veil.notice(id, it.notice())))
                        .toList(),
                found.entryNo(),
                found.from());
    }

    private SubjectAt subjectAt(Entries.Found<SubjectState> found) {
        return new SubjectAt(
                veil.subject(found.state().subject(new SubjectId(found.id()))), found.entryNo(), found.from());
    }

    private static PredicateAt predicateAt(Entries.Found<Predicate> found) {
        return new PredicateAt(found.state(), found.entryNo(), found.from());
    }

    private static @Nullable Edtf date(@Nullable String text) {
        return text == null ? null : Edtf.parse(text);
    }
}
