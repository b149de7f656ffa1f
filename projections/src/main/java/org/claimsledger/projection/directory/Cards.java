package org.claimsledger.projection.directory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** As much of a directory as it takes to show a claim. */
public interface Cards {

    /** Cards of those that were recorded by {@code asOf}. */
    Map<SourceId, SourceCard> sourceCards(Collection<SourceId> ids, long asOf);

    /** Cards of those that were recorded by {@code asOf}. */
    Map<SubjectId, SubjectCard> subjectCards(Collection<SubjectId> ids, long asOf);

    /** The predicate as it was defined at {@code asOf}. */
    Optional<Predicate> definition(PredicateKey key, long asOf);
}
