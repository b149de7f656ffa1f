package org.claimsledger.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The actor and the request behind an event, from its metadata.
 *
 * @param actor who asked for it
 * @param request the request that it came with; all lines of an import have the import's
 */
public record Provenance(String actor, String request) {

    /** @param metadata as they are stored */
    public static Provenance of(byte[] metadata) {
        JsonNode fields = EventJson.MAPPER.readTree(metadata);
        return new Provenance(text(fields.get(EventTags.ACTOR)), text(fields.get(EventTags.REQUEST)));
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.stringValue();
    }
}
