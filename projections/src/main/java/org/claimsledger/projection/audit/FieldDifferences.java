package org.claimsledger.projection.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.claimsledger.event.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Collects the fields that differ between two states, in JSON as the ledger writes it. */
final class FieldDifferences {

    private final List<FieldChange> fieldChanges = new ArrayList<>();

    /** The field at {@code path}, in case that it differs. */
    FieldDifferences field(String path, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fieldChanges.add(new FieldChange(path, json(before), json(after)));
        }
        return this;
    }

    /** Every field of two objects, below {@code path}. */
    FieldDifferences fields(String path, @Nullable Object before, @Nullable Object after) {
        JsonNode ours = json(before);
        JsonNode theirs = json(after);
        Set<String> names = new LinkedHashSet<>();
        addNames(names, ours);
        addNames(names, theirs);
        for (String name : names) {
            field(path + "/" + escaped(name), at(ours, name), at(theirs, name));
        }
        return this;
    }

    /** The entries of two lists, below {@code path} by their number. */
    FieldDifferences entries(String path, List<?> before, List<?> after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            field(path + "/" + i, i < before.size() ? before.get(i) : null, i < after.size() ? after.get(i) : null);
        }
        return this;
    }

    List<FieldChange> changes() {
        return List.copyOf(fieldChanges);
    }

    /** Through its text, so that a number looks the same wherever it comes from. */
    private static @Nullable JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JsonNode node -> node;
            default -> EventJson.MAPPER.readTree(EventJson.MAPPER.writeValueAsBytes(value));
        };
    }

    /** The object without a field that its place says already. */
    static JsonNode without(String field, Object value) {
        JsonNode node = EventJson.MAPPER.readTree(EventJson.MAPPER.writeValueAsBytes(value));
        if (node instanceof ObjectNode object) {
            object.remove(field);
        }
        return node;
    }

    private static void addNames(Set<String> names, @Nullable JsonNode node) {
        if (node != null) {
            names.addAll(node.propertyNames());
        }
    }

    private static @Nullable JsonNode at(@Nullable JsonNode node, String name) {
        return node == null ? null : node.get(name);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
