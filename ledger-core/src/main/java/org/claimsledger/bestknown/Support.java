package org.claimsledger.bestknown;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimsledger.event.SourceDetails.Reliability;
import org.jspecify.annotations.Nullable;

/**
 * What stands by a claim: the live statements that its origins have not given up, on it or on another claim that describes
 * one state with it, whose value is the same or implies it. Origins are counted, never claims or documents.
 *
 * @param fresh the latest date on which one of its origins began to say it; absent where nothing supports it
 */
public record Support(List<Statement> statements, @Nullable DateSpan fresh) {

    /** From best to worst: A, B, C, not rated, F (cannot be judged), D, E. */
    static final Comparator<@Nullable Reliability> BEST_RELIABILITY_FIRST = Comparator.comparingInt(Support::place);

    /** From best to worst: 1, 2, 3, not rated, 6 (cannot be judged), 4, 5. */
    static final Comparator<@Nullable Integer> BEST_CREDIBILITY_FIRST =
            Comparator.comparingInt(it -> it == null ? 4 : it == 6 ? 5 : it <= 3 ? it : it + 2);

    public Support {
        statements = List.copyOf(statements);
    }

    private static int place(@Nullable Reliability reliability) {
        return reliability == null
                ? 3
                : switch (reliability) {
                    case A -> 0;
                    case B -> 1;
                    case C -> 2;
                    case F -> 4;
                    case D -> 5;
                    case E -> 6;
                };
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    /** Everybody who stands by it, in the order of filing. */
    public Set<Origin> origins() {
        return origins(statements);
    }

    static Set<Origin> origins(Collection<Statement> statements) {
        return statements.stream().map(Statement::origin).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The grade of the best statement. */
    Grade grade() {
        return statements.stream()
                .map(Statement::grade)
                .max(Comparator.naturalOrder())
                .orElse(Grade.ALLEGED);
    }

    /** The best rating of a source; absent where it is that of none that is rated. */
    @Nullable
    Reliability rating() {
        return statements.stream()
                .map(Statement::attestation)
                .min(Comparator.comparing(Attestation::rating, BEST_RELIABILITY_FIRST))
                .map(Attestation::rating)
                .orElse(null);
    }

    /** Whether its best source is rated A, B or C, or not at all. */
    boolean isReliable() {
        return place(rating()) <= 3;
    }

    /** The best credibility that any of it has; absent where none is rated better than not at all. */
    @Nullable
    Integer credibility() {
        return statements.stream()
                .map(Statement::attestation)
                .min(Comparator.comparing(Attestation::credibility, BEST_CREDIBILITY_FIRST))
                .map(Attestation::credibility)
                .orElse(null);
    }
}
