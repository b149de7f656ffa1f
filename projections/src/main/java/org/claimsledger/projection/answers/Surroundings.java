package org.claimsledger.projection.answers;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.Compatibility;
import org.claimsledger.bestknown.Identities;
import org.claimsledger.bestknown.Question;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.versions.Contender;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;

/** What the directory says at a viewpoint, looked up once: predicates, and who counts as whom. For any number of threads. */
final class Surroundings implements Identities {

    private final Directory directory;
    private final Viewpoint viewpoint;
    private final Map<PredicateKey, Predicate> predicates = new ConcurrentHashMap<>();
    private final Map<PredicateKey, BestKnownPolicy> policies = new ConcurrentHashMap<>();
    private final Map<SubjectId, SubjectId> kept = new ConcurrentHashMap<>();

    Surroundings(Directory directory, Viewpoint viewpoint) {
        this.directory = directory;
        this.viewpoint = viewpoint;
    }

    Question questionOf(Contender contender) {
        return Question.of(
                contender.candidate().claim(),
                contender.content(),
                predicate(contender.content().predicate()).cardinality(),
                this);
    }

    Predicate predicate(PredicateKey key) {
        return predicates.computeIfAbsent(key, wanted -> directory
                .definition(wanted, viewpoint.position())
                .orElseThrow(() ->
                        new IllegalStateException("a claim says " + wanted + ", which the directory does not hold")));
    }

    BestKnownPolicy policy(PredicateKey key) {
        return policies.computeIfAbsent(key, wanted -> {
            Predicate predicate = predicate(wanted);
            return new BestKnownPolicy(
                    predicate.time(),
                    new Compatibility(predicate.unit(), this),
                    viewpoint.validOn(),
                    viewpoint.today());
        });
    }

    @Override
    public SubjectId keptFor(SubjectId subject) {
        SubjectId known = kept.get(subject);
        return known != null ? known : kept.computeIfAbsent(subject, id -> directory.keptFor(id, viewpoint.position()));
    }

    /** All that count as one with this one. */
    Set<SubjectId> sameAs(SubjectId subject) {
        return directory.sameAs(subject, viewpoint.position());
    }

    @Override
    public String nameOf(SubjectId subject) {
        return directory
                .subject(subject, viewpoint.position())
                .map(it -> it.subject().details().name())
                .orElse(subject.value());
    }
}
