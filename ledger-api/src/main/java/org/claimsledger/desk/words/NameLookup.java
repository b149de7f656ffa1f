package org.claimsledger.desk.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Publisher;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.projection.registry.Summaries.SubjectSummary;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** The names of things on one page, at its position; each is looked up once. */
public final class NameLookup {

    private final Registry registry;
    private final long asOf;
    private final Links links;
    private final Map<SubjectId, Optional<SubjectSummary>> subjects = new HashMap<>();
    private final Map<SourceId, Optional<SourceAt>> sources = new HashMap<>();
    private final Map<PredicateKey, Optional<Predicate>> predicates = new HashMap<>();

    public NameLookup(Registry registry, long asOf, Links links) {
        this.registry = registry;
        this.asOf = asOf;
        this.links = links;
    }

    /** The name that the subject is read under, with a link; its id where it was not registered yet. */
    public LinkedText subject(SubjectId id) {
        SubjectSummary summary = summary(id);
        return summary == null
                ? LinkedText.plain(id.value())
                : new LinkedText(
                        summary.keptName(), links.subject(summary.kept().value()));
    }

    /** The name of the subject itself, where a merge made another one of it. */
    public @Nullable String filedAs(SubjectId id) {
        SubjectSummary summary = summary(id);
        return summary == null || summary.kept().equals(id) ? null : summary.name();
    }

    public LinkedText source(SourceId id) {
        return sourceAt(id)
                .map(it -> new LinkedText(title(it), links.source(id.value())))
                .orElseGet(() -> LinkedText.plain(id.value()));
    }

    /** Somebody in an attribution chain, with a link where they are in the ledger. */
    public LinkedText attestor(Attestor attestor) {
        return switch (attestor) {
            case Attestor.ByName byName ->
                LinkedText.plain(byName.anonymous() ? byName.name() + " (not named)" : byName.name());
            case Attestor.BySubject by -> subject(by.subject());
            case Attestor.BySource by -> source(by.source());
        };
    }

    /** The publisher of a source, with a link where it is a subject; absent where it is unknown. */
    public @Nullable LinkedText publisher(SourceAt source) {
        String name = source.publisher();
        if (name == null) {
            return null;
        }
        return source.source().details().publisher() instanceof Publisher.BySubject by
                ? subject(by.subject())
                : LinkedText.plain(name);
    }

    public Optional<SourceAt> sourceAt(SourceId id) {
        return sources.computeIfAbsent(id, wanted -> registry.source(wanted, asOf));
    }

    public static String title(SourceAt source) {
        String title = source.source().details().title();
        if (title == null && source.source().isProtected()) {
            return "A protected source (" + source.source().id() + ")";
        }
        return title == null ? source.source().id().value() : title;
    }

    public Optional<Predicate> predicate(PredicateKey key) {
        return predicates.computeIfAbsent(key, wanted -> registry.definition(wanted, asOf));
    }

    public String label(PredicateKey key) {
        return predicate(key).map(Predicate::label).orElse(key.value());
    }

    /** A qualifier; a text that is the id of a subject is shown as that subject. */
    public QualifierText qualified(QualifierKey key, Qualifier qualifier) {
        return new QualifierText(
                Phrases.withSpaces(key.value()),
                switch (qualifier) {
                    case Qualifier.Text it -> qualifierValue(it.text());
                    case Qualifier.AnotherSubject it -> subject(it.subject());
                });
    }

    /** @param key as words */
    public record QualifierText(String key, LinkedText value) {}

    private LinkedText qualifierValue(String text) {
        try {
            SubjectId id = new SubjectId(text);
            return summary(id) == null ? LinkedText.plain(Phrases.withSpaces(text)) : subject(id);
        } catch (Refused notAnId) {
            return LinkedText.plain(text);
        }
    }

    /** Looks up many subjects at once. */
    public void preload(Set<SubjectId> ids) {
        List<SubjectId> wanted =
                ids.stream().filter(id -> !subjects.containsKey(id)).toList();
        Map<SubjectId, SubjectSummary> summaries = registry.subjectSummaries(wanted, asOf);
        wanted.forEach(id -> subjects.put(id, Optional.ofNullable(summaries.get(id))));
    }

    private @Nullable SubjectSummary summary(SubjectId id) {
        return subjects.computeIfAbsent(
                        id,
                        wanted -> Optional.ofNullable(
                                registry.subjectSummaries(Set.of(wanted), asOf).get(wanted)))
                .orElse(null);
    }
}
