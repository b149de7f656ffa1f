package org.claimsledger.projection.registry;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.claimsledger.event.Predicate;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** The part of the registry that showing a claim needs. */
public interface Summaries {

    /**
     * The part of a source that lists show.
     *
     * @param id its pseudonym, for a caller who may not know the source
     * @param title absent for a caller who may not know the source
     * @param publisher the name of the publisher: of a subject, the one that the desk uses for it after merges
     * @param publisherSubject the publisher as it was recorded, where it is a subject
     * @param isProtected whether only editors may know the source
     */
    record SourceSummary(
            SourceId id,
            @Nullable String title,
            @Nullable String publisher,
            @Nullable SubjectId publisherSubject,
            @Nullable Edtf published,
            boolean isProtected) {}

    /**
     * The part of a subject that lists show.
     *
     * @param name the name that the desk uses for it
     * @param kept the subject that stands for it: itself, or the last one in a chain of merges
     * @param keptName the name that the desk uses for the kept subject
     */
    record SubjectSummary(SubjectId id, String name, SubjectId kept, String keptName) {}

    /** Summaries of the sources that were recorded by {@code asOf}. */
    Map<SourceId, SourceSummary> sourceSummaries(Collection<SourceId> ids, long asOf);

    /** Summaries of the subjects that were recorded by {@code asOf}. */
    Map<SubjectId, SubjectSummary> subjectSummaries(Collection<SubjectId> ids, long asOf);

    /** The definition of the predicate at {@code asOf}. */
    Optional<Predicate> definition(PredicateKey key, long asOf);
}
