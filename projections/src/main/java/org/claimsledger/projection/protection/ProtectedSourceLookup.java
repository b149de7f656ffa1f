package org.claimsledger.projection.protection;

import java.util.List;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Which sources are protected now, whatever date is read. */
public interface ProtectedSourceLookup {

    /** Whether none is. */
    boolean isEmpty();

    /** What the source is called by those who may not know it; absent where everybody may. */
    @Nullable
    SourceId pseudonymOf(SourceId source);

    /** The source that is, or was, called so; absent where none ever was. */
    @Nullable
    SourceId sourceFor(SourceId standIn);

    /** Those that are protected now, and were not as of that position. */
    List<SourceId> protectedAfter(long position);

    /** The sources that this one republishes or repeats, as was known at that position; none before it was registered. */
    List<SourceId> originalsOf(SourceId source, long asOf);
}
