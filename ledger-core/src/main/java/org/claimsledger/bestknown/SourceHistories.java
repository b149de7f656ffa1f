package org.claimsledger.bestknown;

import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** The sources as the ledger knew them at one recorded time. */
@FunctionalInterface
public interface SourceHistories {

    @Nullable
    SourceHistory source(SourceId id);
}
