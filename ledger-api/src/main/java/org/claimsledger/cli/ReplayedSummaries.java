package org.claimsledger.cli;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimsledger.bestknown.SourceHistory;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.projection.registry.Summaries;
import org.claimsledger.projection.registry.Summaries.SourceSummary;
import org.claimsledger.projection.registry.Summaries.SubjectSummary;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** Summaries from a replay. They are as of the replay's position, whatever position is asked for. */
record ReplayedSummaries(CompleteHistory replay) implements Summaries {

    @Override
    public Map<SourceId, SourceSummary> sourceSummaries(Collection<SourceId> ids, long asOf) {
        Map<SourceId, SourceSummary> summaries = new HashMap<>();
        for (SourceId id : new HashSet<>(ids)) {
            SourceHistory source = replay.source(id);
            if (source != null) {
                SourceDetails details = source.details();
                String title = Objects.requireNonNullElse(details.title(), "");
                summaries.put(
                        id,
                        new SourceSummary(id, title, details.publisher(), details.published(), source.isProtected()));
            }
        }
        return summaries;
    }

    @Override
    public Map<SubjectId, SubjectSummary> subjectSummaries(Collection<SubjectId> ids, long asOf) {
        Map<SubjectId, SubjectSummary> summaries = new HashMap<>();
        for (SubjectId id : new HashSet<>(ids)) {
            Subject subject = replay.subject(id);
            if (subject != null) {
                SubjectId canonical = replay.canonicalSubject(id);
                summaries.put(
                        id, new SubjectSummary(id, subject.details().name(), canonical, replay.nameOf(canonical)));
            }
        }
        return summaries;
    }

    @Override
    public Optional<Predicate> definition(PredicateKey key, long asOf) {
        return Optional.ofNullable(replay.predicate(key));
    }
}
