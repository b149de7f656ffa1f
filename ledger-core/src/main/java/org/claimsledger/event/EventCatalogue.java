package org.claimsledger.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every event there is, by its stored name. Names and versions are contracts: an event that changes its shape gets a new
 * version, and the old one stays readable.
 */
public final class EventCatalogue {

    /** The namespace of all event names. */
    public static final String NAMESPACE = "ledger";

    /** The version of every event so far. */
    public static final String VERSION = "1";

    private static final Map<String, Class<? extends LedgerEvent>> TYPES_BY_NAME = new TreeMap<>();
    private static final Map<String, String> SNAKE_CASE = new HashMap<>();
    private static final Map<String, String> STORED_NAMES = new HashMap<>();

    static {
        register(LedgerEvent.class);
    }

    private EventCatalogue() {}

    private static void register(Class<?> kind) {
        if (kind.isInterface()) {
            for (Class<?> subkind : kind.getPermittedSubclasses()) {
                register(subkind);
            }
            return;
        }
        String name = kind.getSimpleName();
        TYPES_BY_NAME.put(name, kind.asSubclass(LedgerEvent.class));
        SNAKE_CASE.put(name, inSnakeCase(name));
        STORED_NAMES.put(inSnakeCase(name), name);
    }

    public static Collection<Class<? extends LedgerEvent>> events() {
        return TYPES_BY_NAME.values();
    }

    /** The name that an event is stored under: {@code ClaimAsserted}. */
    public static String nameOf(Class<? extends LedgerEvent> event) {
        return event.getSimpleName();
    }

    /** Whether this version of the program has an event of that stored name. */
    public static boolean isKnown(String name) {
        return TYPES_BY_NAME.containsKey(name);
    }

    public static Class<? extends LedgerEvent> typeOf(String name) {
        Class<? extends LedgerEvent> event = TYPES_BY_NAME.get(name);
        if (event == null) {
            throw new IllegalStateException(
                    "The ledger holds an event named " + name + ", which this version of the program does not know");
        }
        return event;
    }

    /** The name as history and export spell it: {@code claim_asserted}. */
    public static String snakeCaseName(String name) {
        String spelling = SNAKE_CASE.get(name);
        return spelling != null ? spelling : inSnakeCase(name);
    }

    /** The stored name for a spelling in lower snake case; a spelling that no event has is returned unchanged. */
    public static String storedName(String spelled) {
        return STORED_NAMES.getOrDefault(spelled, spelled);
    }

    private static String inSnakeCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
