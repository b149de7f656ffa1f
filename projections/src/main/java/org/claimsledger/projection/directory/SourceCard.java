package org.claimsledger.projection.directory;

import org.claimsledger.time.Edtf;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** As much of a source as a line that cites it needs. */
public record SourceCard(
        SourceId id,
        String title,
        @Nullable String publisher,
        @Nullable Edtf published) {}
