package org.claimsledger.projection.audit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that differs between two states.
 *
 * @param path JSON pointer (RFC 6901) of the field
 * @param before absent where there was nothing
 * @param after absent where there is nothing any more
 */
public record FieldChange(
        String path, @Nullable JsonNode before, @Nullable JsonNode after) {}
