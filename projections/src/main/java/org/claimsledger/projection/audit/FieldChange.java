package org.claimsledger.projection.audit;

import org.jspecify.annotations.Nullable;

/**
 * A field that differs between two states. Its values are those of the states; whoever shows them puts them into JSON or
 * words.
 *
 * @param path JSON pointer (RFC 6901) of the field
 * @param before absent where there was nothing
 * @param after absent where there is nothing any more
 */
public record FieldChange(
        String path, @Nullable Object before, @Nullable Object after) {}
