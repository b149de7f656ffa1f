package org.claimsledger.projection.protection;

import java.util.List;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** No source is protected. */
record NoProtectedSources() implements ProtectedSourceLookup {

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public @Nullable SourceId pseudonymOf(SourceId source) {
        return null;
    }

    @Override
    public @Nullable SourceId sourceFor(SourceId pseudonym) {
        return null;
    }

    @Override
    public List<SourceId> protectedAfter(long position) {
        return List.of();
    }

    @Override
    public List<SourceId> originalsOf(SourceId source, long asOf) {
        return List.of();
    }
}
