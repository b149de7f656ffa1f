package org.claimsledger.projection.registry;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.claimsledger.event.Predicate;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** As much of a directory as it takes to show a claim. */
public interface Summaries {

    /** Cards of those that were recorded by {@code asOf}. */
    Map<SourceId, SourceSummary> sourceSummaries(Collection<SourceId> ids, long asOf);

    /** Cards of those that were recorded by {@code asOf}. */
    Map<SubjectId, SubjectSummary> subjectSummaries(Collection<SubjectId> ids, long asOf);

    /** The predicate as it was defined at {@code asOf}. */
    Optional<Predicate> definition(PredicateKey key, long asOf);
}
