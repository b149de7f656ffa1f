package org.claimsledger.cli;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimsledger.bestknown.SourceState;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.projection.directory.Cards;
import org.claimsledger.projection.directory.SourceCard;
import org.claimsledger.projection.directory.SubjectCard;
import org.claimsledger.replay.Replay;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** A directory out of a replay; it knows the replay's position and no other. */
record ReplayedCards(Replay replay) implements Cards {

    @Override
    public Map<SourceId, SourceCard> sourceCards(Collection<SourceId> ids, long asOf) {
        Map<SourceId, SourceCard> cards = new HashMap<>();
        for (SourceId id : new HashSet<>(ids)) {
            SourceState source = replay.source(id);
            if (source != null) {
                SourceDetails details = source.details();
                String title = Objects.requireNonNullElse(details.title(), "");
                cards.put(
                        id, new SourceCard(id, title, details.publisher(), details.published(), source.isProtected()));
            }
        }
        return cards;
    }

    @Override
    public Map<SubjectId, SubjectCard> subjectCards(Collection<SubjectId> ids, long asOf) {
        Map<SubjectId, SubjectCard> cards = new HashMap<>();
        for (SubjectId id : new HashSet<>(ids)) {
            replay.subject(id).ifPresent(subject -> {
                String name = subject.details().name();
                SubjectId kept = replay.keptFor(id);
                cards.put(
                        id,
                        new SubjectCard(
                                id,
                                name,
                                kept,
                                replay.subject(kept)
                                        .map(it -> it.details().name())
                                        .orElse(name)));
            });
        }
        return cards;
    }

    @Override
    public Optional<Predicate> definition(PredicateKey key, long asOf) {
        return replay.predicate(key);
    }
}
