package org.claimsledger.predicate;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.PredicateEvent.DefinitionWithdrawn;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of one predicate that stand, the latest last. Without any, the predicate is not in the vocabulary.
 *
 * @param revision how many events it has
 */
public record PredicateDefinitions(long revision, List<Predicate> definitions) {

    /** Before the first event. */
    public static final PredicateDefinitions NONE = new PredicateDefinitions(0, List.of());

    public PredicateDefinitions {
        definitions = definitions == null ? List.of() : List.copyOf(definitions);
    }

    /** The one that counts; absent where none stands. */
    public @Nullable Predicate latest() {
        return definitions.isEmpty() ? null : definitions.getLast();
    }

    static PredicateDefinitions evolve(@Nullable PredicateDefinitions before, PredicateEvent event) {
        PredicateDefinitions known = before == null ? NONE : before;
        return switch (event) {
            case PredicateDefined defined -> known.and(defined.predicate());
            case DefinitionWithdrawn withdrawn -> known.withoutLatest();
        };
    }

    private PredicateDefinitions and(Predicate definition) {
        List<Predicate> all = new ArrayList<>(definitions);
        all.add(definition);
        return new PredicateDefinitions(revision + 1, all);
    }

    private PredicateDefinitions withoutLatest() {
        return new PredicateDefinitions(revision + 1, definitions.subList(0, Math.max(0, definitions.size() - 1)));
    }
}
