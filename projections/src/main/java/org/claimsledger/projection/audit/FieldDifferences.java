package org.claimsledger.projection.audit;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the fields that differ between two states. */
final class FieldDifferences {

    private final List<FieldChange> fieldChanges = new ArrayList<>();

    /** Adds the field at {@code path} if it differs. */
    FieldDifferences field(String path, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fieldChanges.add(new FieldChange(path, before, after));
        }
        return this;
    }

    /**
     * Adds the fields of two records of one type that differ, below {@code path}; an empty text or list counts as
     * absent.
     */
    FieldDifferences fields(String path, @Nullable Record before, @Nullable Record after) {
        return entries(path, components(before), components(after));
    }

    /**
     * Adds the entries of two maps that differ, below {@code path} by their keys, in the order before and then after.
     */
    FieldDifferences entries(String path, Map<?, ?> before, Map<?, ?> after) {
        Set<Object> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (Object key : keys) {
            field(path + "/" + escaped(key.toString()), before.get(key), after.get(key));
        }
        return this;
    }

    /** Adds the entries of two lists that differ, below {@code path} by their index. */
    FieldDifferences entries(String path, List<?> before, List<?> after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            field(path + "/" + i, i < before.size() ? before.get(i) : null, i < after.size() ? after.get(i) : null);
        }
        return this;
    }

    List<FieldChange> changes() {
        return List.copyOf(fieldChanges);
    }

    private static SortedMap<String, Object> components(@Nullable Record values) {
        SortedMap<String, Object> components = new TreeMap<>();
        if (values != null) {
            for (RecordComponent component : values.getClass().getRecordComponents()) {
                Object value = value(component, values);
                if (value != null && !isEmpty(value)) {
                    components.put(component.getName(), value);
                }
            }
        }
        return components;
    }

    private static @Nullable Object value(RecordComponent component, Record values) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof CharSequence text && text.isEmpty();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
