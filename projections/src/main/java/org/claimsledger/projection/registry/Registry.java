package org.claimsledger.projection.registry;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.registry.Registry.SourceAt.RecordedNotice;
import org.claimsledger.projection.registry.Summaries.SourceSummary;
import org.claimsledger.projection.registry.Summaries.SubjectSummary;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.SearchTokens;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.projection.table.TableSnapshots;
import org.claimsledger.source.Source;
import org.claimsledger.subject.Subject;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Reads sources, subjects and predicates as of any applied position. Lists are in the order of registration. A page
 * begins after the position {@code after}, 0 for the first page.
 */
public final class Registry implements Summaries {

    /**
     * A source as it stood at a position of the log.
     *
     * @param notices the notices of its publisher, in the order in which they were recorded
     * @param registered the position at which it was registered; lists are in this order
     * @param lastChange the position of the event that brought this state about
     */
    public record SourceAt(Source source, List<RecordedNotice> notices, long registered, long lastChange) {

        /** A notice with the position and time at which it was recorded. */
        public record RecordedNotice(long position, Instant recordedAt, Notice notice) {}

        public SourceAt {
            notices = List.copyOf(notices);
        }
    }

    /**
     * A subject as it stood at a position of the log.
     *
     * @param registered the position at which it was registered; lists are in this order
     * @param lastChange the position of the event that brought this state about
     */
    public record SubjectAt(Subject subject, long registered, long lastChange) {}

    /**
     * A predicate as it stood at a position of the log.
     *
     * @param registered the position at which it was defined; lists are in this order
     * @param lastChange the position of the event that brought this state about
     */
    public record PredicateAt(Predicate predicate, long registered, long lastChange) {}

    private final TableSnapshots snapshots;
    private final Redaction redaction;

    public Registry(TableSnapshots tableSnapshots, Redaction redaction) {
        this.snapshots = tableSnapshots;
        this.redaction = redaction;
    }

    public Optional<SourceAt> source(SourceId id, long asOf) {
        return snapshots.at(asOf, tableSession -> Optional.ofNullable(resolve(tableSession, asOf, id))
                .map(this::sourceAt));
    }

    /** The name by which the caller may know the source: its id, or its pseudonym. */
    public SourceId shownId(SourceId source) {
        return redaction.shownId(source);
    }

    private EntityReader.@Nullable EntityVersion<StoredSource> resolve(
            TableSession tableSession, long asOf, SourceId named) throws SQLException {
        SourceId source = redaction.resolve(named);
        return source == null ? null : sources(tableSession, asOf).byId(source.value());
    }

    public Optional<SubjectAt> subject(SubjectId id, long asOf) {
        return snapshots.at(asOf, tableSession -> Optional.ofNullable(
                        subjects(tableSession, asOf).byId(id.value()))
                .map(this::subjectAt));
    }

    public Optional<PredicateAt> predicate(PredicateKey key, long asOf) {
        return snapshots.at(asOf, tableSession -> Optional.ofNullable(
                        predicates(tableSession, asOf).byId(key.value()))
                .map(Registry::predicateAt));
    }

    /**
     * The positions of a source's changes after {@code after}, up to {@code asOf}, in order, at most {@code limit}.
     */
    public List<Long> changes(SourceId id, long asOf, long after, int limit) {
        SourceId source = redaction.resolve(id);
        return source == null
                ? List.of()
                : snapshots.at(asOf, tableSession -> sources(tableSession, asOf).changes(source.value(), after, limit));
    }

    /** The positions of a subject's changes; a merge or a split is a change of both subjects. */
    public List<Long> changes(SubjectId id, long asOf, long after, int limit) {
        return snapshots.at(asOf, tableSession -> subjects(tableSession, asOf).changes(id.value(), after, limit));
    }

    /** The sources with these numbers that were registered at {@code asOf}, in the order of the numbers. */
    public List<SourceAt> sources(Collection<Long> numbers, long asOf) {
        return snapshots.at(asOf, tableSession -> {
            List<SourceAt> sources = new ArrayList<>();
            for (long number : numbers) {
                EntityReader.EntityVersion<StoredSource> source =
                        sources(tableSession, asOf).byNumber(number);
                if (source != null) {
                    sources.add(sourceAt(source));
                }
            }
            return sources;
        });
    }

    /** Sources; only those of {@code kind}, where it is present. */
    public Page<SourceAt> sources(@Nullable SourceKind kind, long asOf, long after, int limit) {
        return snapshots
                .at(asOf, tableSession -> sources(tableSession, asOf)
                        .page((id, state) -> kind == null || state.details().kind() == kind, after, limit))
                .map(this::sourceAt);
    }

    /** Subjects, including merged ones; only those of {@code kind}, where it is present. */
    public Page<SubjectAt> subjects(@Nullable SubjectKind kind, long asOf, long after, int limit) {
        return snapshots
                .at(asOf, tableSession -> subjects(tableSession, asOf)
                        .page((id, state) -> kind == null || state.details().kind() == kind, after, limit))
                .map(this::subjectAt);
    }

    /** Predicates; only those that have all words of {@code q} in key or label, where it is present. */
    public Page<PredicateAt> predicates(@Nullable String q, long asOf, long after, int limit) {
        SearchTokens searchTokens = SearchTokens.of(q);
        return snapshots
                .at(asOf, tableSession -> predicates(tableSession, asOf)
                        .page(
                                (key, predicate) ->
                                        searchTokens.allOccurIn(SearchTokens.fold(key + "\n" + predicate.label())),
                                after,
                                limit))
                .map(Registry::predicateAt);
    }

    @Override
    public Optional<Predicate> definition(PredicateKey key, long asOf) {
        return predicate(key, asOf).map(PredicateAt::predicate);
    }

    @Override
    public Map<SourceId, SourceSummary> sourceSummaries(Collection<SourceId> ids, long asOf) {
        return snapshots.at(asOf, tableSession -> {
            Map<SourceId, SourceSummary> summaries = new HashMap<>();
            for (SourceId id : new HashSet<>(ids)) {
                SourceId source = redaction.resolve(id);
                EntityType.SummaryColumns summaryColumns =
                        source == null ? null : sources(tableSession, asOf).summaryColumns(source.value());
                if (source != null && summaryColumns != null) {
                    summaries.put(id, sourceSummary(source, summaryColumns));
                }
            }
            return summaries;
        });
    }

    @Override
    public Map<SubjectId, SubjectSummary> subjectSummaries(Collection<SubjectId> ids, long asOf) {
        return snapshots.at(asOf, tableSession -> {
            Map<SubjectId, SubjectSummary> summaries = new HashMap<>();
            for (SubjectId id : new HashSet<>(ids)) {
                EntityType.SummaryColumns summaryColumns =
                        subjects(tableSession, asOf).summaryColumns(id.value());
                if (summaryColumns != null) {
                    SubjectId kept = new AliasReader(tableSession, asOf).keptFor(id);
                    EntityType.SummaryColumns keptColumns =
                            subjects(tableSession, asOf).summaryColumns(kept.value());
                    String keptName = keptColumns == null ? summaryColumns.label() : keptColumns.label();
                    summaries.put(id, new SubjectSummary(id, summaryColumns.label(), kept, keptName));
                }
            }
            return summaries;
        });
    }

    /** The subject that stands for this one at {@code asOf}: itself, or the last one in a chain of merges. */
    public SubjectId keptFor(SubjectId id, long asOf) {
        return snapshots.at(asOf, tableSession -> new AliasReader(tableSession, asOf).keptFor(id));
    }

    /** The subject that stands for this one at {@code asOf}, with its state. */
    public SubjectAt keptFor(SubjectAt subject, long asOf) {
        return subject(keptFor(subject.subject().id(), asOf), asOf).orElse(subject);
    }

    /** The subjects that stand for these at {@code asOf}, by these. */
    public Map<SubjectId, SubjectId> keptFor(Collection<SubjectId> ids, long asOf) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return snapshots.at(asOf, tableSession -> {
            AliasReader aliasReader = new AliasReader(tableSession, asOf);
            Map<SubjectId, SubjectId> kept = new HashMap<>();
            for (SubjectId id : ids) {
                kept.put(id, aliasReader.keptFor(id));
            }
            return kept;
        });
    }

    /** All subjects that count as one with this one at {@code asOf}, including itself. */
    public Set<SubjectId> sameAs(SubjectId id, long asOf) {
        return snapshots.at(asOf, tableSession -> new AliasReader(tableSession, asOf).sameAs(id));
    }

    /** The names of all subjects that count as one with this one at {@code asOf}, by subject. */
    public Map<SubjectId, List<String>> names(SubjectId id, long asOf) {
        return snapshots.at(asOf, tableSession -> {
            Map<SubjectId, List<String>> names = new LinkedHashMap<>();
            for (SubjectId same : new AliasReader(tableSession, asOf).sameAs(id)) {
                EntityReader.EntityVersion<StoredSubject> entityVersion =
                        subjects(tableSession, asOf).byId(same.value());
                names.put(
                        same,
                        entityVersion == null
                                ? List.of()
                                : entityVersion.state().subject(same).names());
            }
            return names;
        });
    }

    private SourceSummary sourceSummary(SourceId source, EntityType.SummaryColumns summaryColumns) {
        return redaction.isHidden(source)
                ? new SourceSummary(redaction.shownId(source), null, null, null, true)
                : new SourceSummary(
                        source,
                        summaryColumns.label(),
                        summaryColumns.publisher(),
                        date(summaryColumns.published()),
                        redaction.isProtected(source));
    }

    private static EntityReader<StoredSource> sources(TableSession tableSession, long asOf) {
        return new EntityReader<>(EntityType.SOURCES, tableSession, asOf);
    }

    private static EntityReader<StoredSubject> subjects(TableSession tableSession, long asOf) {
        return new EntityReader<>(EntityType.SUBJECTS, tableSession, asOf);
    }

    private static EntityReader<Predicate> predicates(TableSession tableSession, long asOf) {
        return new EntityReader<>(EntityType.PREDICATES, tableSession, asOf);
    }

    private SourceAt sourceAt(EntityReader.EntityVersion<StoredSource> entityVersion) {
        StoredSource state = entityVersion.state();
        SourceId id = new SourceId(entityVersion.id());
        return new SourceAt(
                redaction.source(state.source(id)),
                state.notices().stream()
                        .map(it ->
                                new RecordedNotice(it.position(), it.recordedAt(), redaction.notice(id, it.notice())))
                        .toList(),
                entityVersion.entityNo(),
                entityVersion.recordedFrom());
    }

    private SubjectAt subjectAt(EntityReader.EntityVersion<StoredSubject> entityVersion) {
        return new SubjectAt(
                redaction.subject(entityVersion.state().subject(new SubjectId(entityVersion.id()))),
                entityVersion.entityNo(),
                entityVersion.recordedFrom());
    }

    private static PredicateAt predicateAt(EntityReader.EntityVersion<Predicate> entityVersion) {
        return new PredicateAt(entityVersion.state(), entityVersion.entityNo(), entityVersion.recordedFrom());
    }

    private static @Nullable Edtf date(@Nullable String text) {
        return text == null ? null : Edtf.parse(text);
    }
}
