package org.claimsledger.projection.sight;

import java.util.List;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Which sources are protected now, whatever date is read. */
public interface Protections {

    /** Whether none is. */
    boolean areNone();

    /** What the source is called by those who may not know it; absent where everybody may. */
    @Nullable
    SourceId standIn(SourceId source);

    /** The source that is, or was, called so; absent where none ever was. */
    @Nullable
    SourceId source(SourceId standIn);

    /** Those that are protected now, and were not as of that position. */
    List<SourceId> protectedAfter(long position);

    /** The sources that this one republishes or repeats, as was known at that position; none before it was registered. */
    List<SourceId> echoed(SourceId source, long asOf);
}
