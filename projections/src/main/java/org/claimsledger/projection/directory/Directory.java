package org.claimsledger.projection.directory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Sources, subjects and predicates as of any applied position. Lists are in the order of registration; a page begins
 * after the position {@code after}, 0 for the first one. A search {@code q} finds what has all of its words in its names,
 * whatever their case and diacritics.
 */
public final class Directory {

    public Optional<SourceAt> source(SourceId id, long asOf) {
        throw new UnsupportedOperationException("not built yet");
    }

    public Optional<SubjectAt> subject(SubjectId id, long asOf) {
        throw new UnsupportedOperationException("not built yet");
    }

    public Optional<PredicateAt> predicate(PredicateKey key, long asOf) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Sources; {@code q} looks at titles, publishers and authors. */
    public Page<SourceAt> sources(@Nullable String q, long asOf, long after, int limit) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Subjects, merged ones too; {@code q} looks at every name that a subject goes by. */
    public Page<SubjectAt> subjects(@Nullable String q, long asOf, long after, int limit) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Predicates; {@code q} looks at keys and labels. */
    public Page<PredicateAt> predicates(@Nullable String q, long asOf, long after, int limit) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Cards of those that were recorded by {@code asOf}. */
    public Map<SourceId, SourceCard> sourceCards(Collection<SourceId> ids, long asOf) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Cards of those that were recorded by {@code asOf}. */
    public Map<SubjectId, SubjectCard> subjectCards(Collection<SubjectId> ids, long asOf) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Cards of those that were recorded by {@code asOf}. */
    public Map<PredicateKey, PredicateCard> predicateCards(Collection<PredicateKey> keys, long asOf) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The subject that this one is read under at {@code asOf}: itself, or the last one in a chain of merges. */
    public SubjectId keptFor(SubjectId id, long asOf) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** All subjects that count as one with this one at {@code asOf}, itself included. */
    public Set<SubjectId> sameAs(SubjectId id, long asOf) {
        throw new UnsupportedOperationException("not built yet");
    }
}
