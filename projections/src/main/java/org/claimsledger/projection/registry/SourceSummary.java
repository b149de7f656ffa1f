package org.claimsledger.projection.registry;

import org.claimsledger.time.Edtf;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * As much of a source as a line that cites it needs.
 *
 * @param id its stand-in, for whoever may not know which source it is
 * @param title absent for whoever may not know it
 * @param isProtected whether none but editors may know which source it is
 */
public record SourceSummary(
        SourceId id,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable Edtf published,
        boolean isProtected) {}
