package org.claimsledger.projection.protection;

import java.util.List;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Which sources are protected now, whatever position is read. */
public interface ProtectedSourceLookup {

    /** Whether no source is protected. */
    boolean isEmpty();

    /** The name under which the source is shown to those who may not know it; absent where everybody may. */
    @Nullable
    SourceId pseudonymOf(SourceId source);

    /** The source that has, or once had, this pseudonym; absent where none ever had. */
    @Nullable
    SourceId sourceFor(SourceId pseudonym);

    /** The sources that are protected now and were not as of that position. */
    List<SourceId> protectedAfter(long position);

    /** The sources that this one republishes or repeats as of a position; none before it was registered. */
    List<SourceId> originalsOf(SourceId source, long asOf);
}
