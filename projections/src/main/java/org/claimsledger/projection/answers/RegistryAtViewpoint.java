package org.claimsledger.projection.answers;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.Compatibility;
import org.claimsledger.bestknown.Question;
import org.claimsledger.bestknown.SubjectIdentities;
import org.claimsledger.event.Predicate;
import org.claimsledger.projection.claims.AnswerCandidates.AnswerCandidate;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;

/** Predicates and merges at a viewpoint, each looked up once. For any number of threads. */
final class RegistryAtViewpoint implements SubjectIdentities {

    private final Registry registry;
    private final Viewpoint viewpoint;
    private final Map<PredicateKey, Predicate> predicates = new ConcurrentHashMap<>();
    private final Map<PredicateKey, BestKnownPolicy> policies = new ConcurrentHashMap<>();
    private final Map<SubjectId, SubjectId> kept = new ConcurrentHashMap<>();

    RegistryAtViewpoint(Registry registry, Viewpoint viewpoint) {
        this.registry = registry;
        this.viewpoint = viewpoint;
    }

    Question questionOf(AnswerCandidate answerCandidate) {
        return Question.of(
                answerCandidate.candidate().claim(),
                answerCandidate.content(),
                predicate(answerCandidate.content().predicate()).cardinality(),
                this);
    }

    Predicate predicate(PredicateKey key) {
        return predicates.computeIfAbsent(key, wanted -> registry.definition(wanted, viewpoint.position())
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
    public SubjectId canonicalSubject(SubjectId subject) {
        SubjectId cached = kept.get(subject);
        return cached != null
                ? cached
                : kept.computeIfAbsent(subject, id -> registry.keptFor(id, viewpoint.position()));
    }

    /** All subjects that count as one with this one. */
    Set<SubjectId> sameAs(SubjectId subject) {
        return registry.sameAs(subject, viewpoint.position());
    }

    @Override
    public String nameOf(SubjectId subject) {
        return registry.subject(subject, viewpoint.position())
                .map(it -> it.subject().details().name())
                .orElse(subject.value());
    }
}
