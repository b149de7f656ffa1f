package org.claimsledger.projection.registry;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.claimsledger.event.Predicate;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** The part of the registry that it takes to show a claim. */
public interface Summaries {

    /** Summaries of the sources that were recorded by {@code asOf}. */
    Map<SourceId, SourceSummary> sourceSummaries(Collection<SourceId> ids, long asOf);

    /** Summaries of the subjects that were recorded by {@code asOf}. */
    Map<SubjectId, SubjectSummary> subjectSummaries(Collection<SubjectId> ids, long asOf);

    /** The predicate as it was defined at {@code asOf}. */
    Optional<Predicate> definition(PredicateKey key, long asOf);
}
