package org.claimsledger.event;

import java.util.Set;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** The source that a decision rests on. */
public record Basis(SourceId source) {

    static Set<SourceId> sources(@Nullable Basis basis) {
        return basis == null ? Set.of() : Set.of(basis.source);
    }

    static boolean isHidden(@Nullable Basis basis, HiddenSources hidden) {
        return basis != null && hidden.isHidden(basis.source);
    }

    static @Nullable Basis redacted(@Nullable Basis basis, HiddenSources hidden) {
        return basis == null ? null : new Basis(hidden.shownId(basis.source));
    }
}
