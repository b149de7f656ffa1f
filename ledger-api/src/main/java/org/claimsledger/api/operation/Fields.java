package org.claimsledger.api.operation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.Edtf.InvalidEdtf;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one JSON object, read one by one. A bad field does not stop the reading: all faults are reported together
 * when the object is built, each with its pointer. A field that is null counts as absent.
 */
public final class Fields {

    /** A field that must be present. Its value may be used only when everything was read without a fault. */
    public static final class Required<T> {

        private final @Nullable T value;

        private Required(@Nullable T value) {
            this.value = value;
        }

        public T get() {
            if (value == null) {
                throw new IllegalStateException("a required field was used before the object was checked");
            }
            return value;
        }
    }

    private final ObjectNode object;
    private final Map<String, String> path;
    private final Set<String> readNames = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private Fields(ObjectNode object, Map<String, String> path) {
        this.object = object;
        this.path = path;
    }

    public static Fields of(ObjectNode object) {
        return new Fields(object, Map.of());
    }

    /** A body whose ids are in the URL's path. In an import they are in fields of these names. */
    public static Fields of(ObjectNode object, Map<String, String> path) {
        return new Fields(object, path);
    }

    /** Builds the object, unless a field was wrong or is unknown. */
    public <T> T build(Supplier<T> constructor) {
        for (String name : object.propertyNames()) {
            if (!readNames.contains(name)) {
                refusals.add(
                        new Refusal(RefusalCode.UNKNOWN_FIELD, Refusal.pointerTo(name), "There is no such field here"));
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return constructor.get();
    }

    public <T> @Nullable T optional(String name, Function<JsonNode, T> reader) {
        readNames.add(name);
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            return reader.apply(node);
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> refusals.add(refusal.under(Refusal.pointerTo(name))));
            return null;
        }
    }

    public <T> Required<T> required(String name, Function<JsonNode, T> reader) {
        int before = refusals.size();
        T value = optional(name, reader);
        if (value == null && refusals.size() == before) {
            refusals.add(new Refusal(RefusalCode.FIELD_MISSING, "/" + name, "The field is required"));
        }
        return new Required<>(value);
    }

    /** Reports each of these fields that is absent. Other faults are reported where the field is read. */
    public void requirePresent(String... names) {
        for (String name : names) {
            if (!object.hasNonNull(name)) {
                refusals.add(new Refusal(RefusalCode.FIELD_MISSING, "/" + name, "The field is required"));
            }
        }
    }

    /** An id from the URL's path or, in an import, from the field of that name. */
    public <T> Required<T> targetId(String name, RefusalCode unknown, Function<String, T> reader) {
        String id = path.get(name);
        if (id == null) {
            return required(name, node -> reader.apply(string(node)));
        }
        try {
            return new Required<>(reader.apply(id));
        } catch (Refused notAnId) {
            throw Refused.because(unknown, "There is no " + name + " of that id");
        }
    }

    /** A number from the URL's path or, in an import, from the field of that name; 0, which numbers nothing, for another text. */
    public Required<Integer> targetNumber(String name) {
        String number = path.get(name);
        return number == null
                ? required(name, Fields::integer)
                : new Required<>(number.matches("[0-9]{1,9}") ? Integer.valueOf(number) : 0);
    }

    /** Those of these fields that are present and null, which a change therefore clears. */
    public List<String> cleared(String... names) {
        List<String> cleared = new ArrayList<>();
        for (String name : names) {
            JsonNode node = object.get(name);
            if (node != null && node.isNull()) {
                cleared.add(name);
            }
        }
        return List.copyOf(cleared);
    }

    public @Nullable String line(String name, int maxLength) {
        return optional(name, node -> TextRules.line(string(node), maxLength));
    }

    public @Nullable String lines(String name, int maxLength) {
        return optional(name, node -> TextRules.lines(string(node), maxLength));
    }

    public static String string(JsonNode node) {
        if (!node.isString()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "A string");
        }
        return node.stringValue();
    }

    public static boolean bool(JsonNode node) {
        if (!node.isBoolean()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "true or false");
        }
        return node.booleanValue();
    }

    public static int integer(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "A whole number");
        }
        return node.intValue();
    }

    public static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw Refused.because(RefusalCode.WRONG_TYPE, "An object");
    }

    public static Edtf edtf(JsonNode node) {
        try {
            return Edtf.parse(string(node));
        } catch (InvalidEdtf invalid) {
            throw Refused.because(RefusalCode.INVALID_EDTF, String.valueOf(invalid.getMessage()));
        }
    }

    /** An instant of RFC 3339, kept in UTC to the microsecond. */
    public static Instant instant(JsonNode node) {
        try {
            return OffsetDateTime.parse(string(node)).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException invalid) {
            throw Refused.because(
                    RefusalCode.INVALID_INSTANT, "An instant with its offset, as in 2026-11-22T10:15:00Z");
        }
    }

    /** A constant of an enumeration, spelled in lower_snake_case. */
    public static <E extends Enum<E>> Function<JsonNode, E> option(Class<E> options) {
        return node -> {
            String text = string(node);
            for (E option : options.getEnumConstants()) {
                if (option.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return option;
                }
            }
            List<String> names = new ArrayList<>();
            for (E option : options.getEnumConstants()) {
                names.add(option.name().toLowerCase(Locale.ROOT));
            }
            throw Refused.because(RefusalCode.UNKNOWN_OPTION, "One of " + String.join(", ", names));
        };
    }

    /** A list whose entries are read one by one; a refusal points at its entry. */
    public static <T> Function<JsonNode, List<T>> list(Function<JsonNode, T> reader) {
        return node -> {
            if (!node.isArray()) {
                throw Refused.because(RefusalCode.WRONG_TYPE, "An array");
            }
            if (node.size() > TextRules.ENTRIES) {
                throw Refused.because(RefusalCode.TOO_MANY, "At most " + TextRules.ENTRIES + " entries");
            }
            List<T> entries = new ArrayList<>();
            List<Refusal> refused = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                try {
                    entries.add(reader.apply(node.get(i)));
                } catch (Refused one) {
                    String at = "/" + i;
                    one.refusals().forEach(refusal -> refused.add(refusal.under(at)));
                }
            }
            if (!refused.isEmpty()) {
                throw new Refused(refused);
            }
            return entries;
        };
    }

    /** A map of short texts. */
    public static <K extends Comparable<K>> Function<JsonNode, SortedMap<K, String>> texts(Function<String, K> key) {
        return map(key, node -> TextRules.line(string(node), TextRules.SHORT));
    }

    /** A map whose entries are read one by one; a refusal points at its entry. */
    public static <K extends Comparable<K>, V> Function<JsonNode, SortedMap<K, V>> map(
            Function<String, K> key, Function<JsonNode, V> reader) {
        return node -> {
            SortedMap<K, V> entries = new TreeMap<>();
            List<Refusal> refused = new ArrayList<>();
            ObjectNode object = object(node);
            if (object.size() > TextRules.ENTRIES) {
                throw Refused.because(RefusalCode.TOO_MANY, "At most " + TextRules.ENTRIES + " entries");
            }
            for (String name : object.propertyNames()) {
                try {
                    entries.put(key.apply(name), reader.apply(object.get(name)));
                } catch (Refused one) {
                    one.refusals().forEach(refusal -> refused.add(refusal.under(Refusal.pointerTo(name))));
                }
            }
            if (!refused.isEmpty()) {
                throw new Refused(refused);
            }
            return entries;
        };
    }
}
