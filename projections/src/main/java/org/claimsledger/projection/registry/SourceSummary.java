package org.claimsledger.projection.registry;

import org.claimsledger.time.Edtf;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * The part of a source that lists show.
 *
 * @param id its pseudonym, before a caller who may not know the source
 * @param title absent before a caller who may not know it
 * @param isProtected whether only editors may know the source
 */
public record SourceSummary(
        SourceId id,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable Edtf published,
        boolean isProtected) {}
