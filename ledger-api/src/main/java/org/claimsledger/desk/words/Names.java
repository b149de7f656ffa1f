package org.claimsledger.desk.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.directory.SubjectCard;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** Names beside ids for one page, all as of its position, each looked up once. */
public final class Names {

    private final Directory directory;
    private final long asOf;
    private final Links to;
    private final Map<SubjectId, Optional<SubjectCard>> subjects = new HashMap<>();
    private final Map<SourceId, Optional<SourceAt>> sources = new HashMap<>();
    private final Map<PredicateKey, Optional<Predicate>> predicates = new HashMap<>();

    public Names(Directory directory, long asOf, Links to) {
        this.directory = directory;
        this.asOf = asOf;
        this.to = to;
    }

    /** The subject under the name that it is read by, with a link; its id where the ledger did not hold it yet. */
    public Said subject(SubjectId id) {
        SubjectCard card = card(id);
        return card == null
                ? Said.plain(id.value())
                : new Said(card.readAsName(), to.subject(card.readAs().value()));
    }

    /** The subject that this one was filed as, where a merge made another one of it. */
    public @Nullable String filedAs(SubjectId id) {
        SubjectCard card = card(id);
        return card == null || card.readAs().equals(id) ? null : card.name();
    }

    public Said source(SourceId id) {
        return sourceAt(id)
                .map(it -> new Said(title(it), to.source(id.value())))
                .orElseGet(() -> Said.plain(id.value()));
    }

    public Optional<SourceAt> sourceAt(SourceId id) {
        return sources.computeIfAbsent(id, wanted -> directory.source(wanted, asOf));
    }

    public static String title(SourceAt source) {
        String title = source.source().details().title();
        if (title == null && source.source().isProtected()) {
            return "A protected source (" + source.source().id() + ")";
        }
        return title == null ? source.source().id().value() : title;
    }

    public Optional<Predicate> predicate(PredicateKey key) {
        return predicates.computeIfAbsent(key, wanted -> directory.definition(wanted, asOf));
    }

    public String label(PredicateKey key) {
        return predicate(key).map(Predicate::label).orElse(key.value());
    }

    /** What narrows a claim down; a text that is the id of a subject stands for that subject. */
    public Qualified qualified(QualifierKey key, String text) {
        return new Qualified(Words.spaced(key.value()), named(text));
    }

    /** @param key as words */
    public record Qualified(String key, Said value) {}

    private Said named(String text) {
        try {
            SubjectId id = new SubjectId(text);
            return card(id) == null ? Said.plain(Words.spaced(text)) : subject(id);
        } catch (Refused noId) {
            return Said.plain(text);
        }
    }

    /** Looks many up at once. */
    public void learn(Set<SubjectId> ids) {
        List<SubjectId> wanted =
                ids.stream().filter(id -> !subjects.containsKey(id)).toList();
        Map<SubjectId, SubjectCard> cards = directory.subjectCards(wanted, asOf);
        wanted.forEach(id -> subjects.put(id, Optional.ofNullable(cards.get(id))));
    }

    private @Nullable SubjectCard card(SubjectId id) {
        return subjects.computeIfAbsent(
                        id,
                        wanted -> Optional.ofNullable(
                                directory.subjectCards(Set.of(wanted), asOf).get(wanted)))
                .orElse(null);
    }
}
