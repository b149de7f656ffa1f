package org.claimsledger.projection.sight;

import java.util.List;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Nothing is protected. */
record NoProtections() implements Protections {

    @Override
    public boolean areNone() {
        return true;
    }

    @Override
    public @Nullable SourceId standIn(SourceId source) {
        return null;
    }

    @Override
    public @Nullable SourceId source(SourceId standIn) {
        return null;
    }

    @Override
    public List<SourceId> protectedAfter(long position) {
        return List.of();
    }

    @Override
    public List<SourceId> echoed(SourceId source, long asOf) {
        return List.of();
    }
}
