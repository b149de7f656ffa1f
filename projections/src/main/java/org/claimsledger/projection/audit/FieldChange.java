package org.claimsledger.projection.audit;

import org.jspecify.annotations.Nullable;

/**
 * A field that differs between two states, with its values as the states have them. The API and the desk turn them into
 * JSON and words.
 *
 * @param path JSON pointer (RFC 6901) of the field
 * @param before absent where the field had no value
 * @param after absent where the field no longer has a value
 */
public record FieldChange(
        String path, @Nullable Object before, @Nullable Object after) {}
