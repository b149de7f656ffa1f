package org.claimsledger.api.read;

import java.util.List;
import org.claimsledger.event.EventJson;
import org.claimsledger.projection.audit.FieldChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A field that differs, with its values as the ledger writes them. */
public record FieldChangeView(
        String path, @Nullable JsonNode before, @Nullable JsonNode after) {

    public static List<FieldChangeView> of(List<FieldChange> changes) {
        return changes.stream()
                .map(it -> new FieldChangeView(it.path(), json(it.before()), json(it.after())))
                .toList();
    }

    private static @Nullable JsonNode json(@Nullable Object value) {
        return value == null ? null : EventJson.tree(value);
    }
}
