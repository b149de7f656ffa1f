package org.claimsledger.projection.answers;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.Questions;
import org.claimsledger.bestknown.SubjectIdentities;
import org.claimsledger.event.Predicate;
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
    private final Map<PredicateKey, Questions> questions = new ConcurrentHashMap<>();
    private final Map<SubjectId, SubjectId> kept = new ConcurrentHashMap<>();

    RegistryAtViewpoint(Registry registry, Viewpoint viewpoint) {
        this.registry = registry;
        this.viewpoint = viewpoint;
    }

    Predicate predicate(PredicateKey key) {
        return predicates.computeIfAbsent(key, wanted -> registry.definition(wanted, viewpoint.position())
                .orElseThrow(() ->
                        new IllegalStateException("a claim says " + wanted + ", which the directory does not hold")));
    }

    BestKnownPolicy policy(PredicateKey key) {
        return policies.computeIfAbsent(
                key, wanted -> new BestKnownPolicy(predicate(wanted), this, viewpoint.validOn(), viewpoint.today()));
    }

    Questions questions(PredicateKey key) {
        return questions.computeIfAbsent(key, wanted -> new Questions(predicate(wanted), this));
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
