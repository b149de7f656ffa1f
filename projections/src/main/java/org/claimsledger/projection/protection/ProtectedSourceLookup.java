package org.claimsledger.projection.protection;

import java.util.List;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Looks up the sources that are protected now, whatever position is read. */
public interface ProtectedSourceLookup {

    /** Whether no source is protected. */
    boolean isEmpty();

    /** The name of the source for those who may not know it; absent where everybody may. */
    @Nullable
    SourceId pseudonymOf(SourceId source);

    /** The source that has or had this pseudonym; absent where none has had it. */
    @Nullable
    SourceId sourceFor(SourceId pseudonym);

    /** The sources that are protected now and were not protected at that position. */
    List<SourceId> protectedAfter(long position);

    /** The sources that this one republishes or repeats as of a position; none before it was registered. */
    List<SourceId> originalsOf(SourceId source, long asOf);
}
