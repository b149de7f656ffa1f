package org.claimsledger.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.predicate.PredicateEvent;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.value.LedgerEvent;

/**
 * Every event there is, by its stored name. Names and versions are contracts: an event that changes its shape gets a new
 * version, and the old one stays readable.
 */
public final class EventCatalogue {

    /** The namespace of all event names. */
    public static final String NAMESPACE = "ledger";

    /** The version of every event so far. */
    public static final String VERSION = "1";

    private static final Map<String, Class<? extends LedgerEvent>> BY_NAME = new TreeMap<>();
    private static final Map<String, String> SPELLED = new HashMap<>();
    private static final Map<String, String> STORED = new HashMap<>();

    static {
        enter(SourceEvent.class);
        enter(SubjectEvent.class);
        enter(PredicateEvent.class);
        enter(ClaimEvent.class);
    }

    private EventCatalogue() {}

    private static void enter(Class<? extends LedgerEvent> area) {
        for (Class<?> event : area.getPermittedSubclasses()) {
            String name = event.getSimpleName();
            BY_NAME.put(name, event.asSubclass(LedgerEvent.class));
            SPELLED.put(name, inSnakeCase(name));
            STORED.put(inSnakeCase(name), name);
        }
    }

    public static Collection<Class<? extends LedgerEvent>> events() {
        return BY_NAME.values();
    }

    /** The name that an event is stored under: {@code ClaimAsserted}. */
    public static String nameOf(Class<? extends LedgerEvent> event) {
        return event.getSimpleName();
    }

    /** Whether this version of the program has an event of that stored name. */
    public static boolean knows(String name) {
        return BY_NAME.containsKey(name);
    }

    public static Class<? extends LedgerEvent> named(String name) {
        Class<? extends LedgerEvent> event = BY_NAME.get(name);
        if (event == null) {
            throw new IllegalStateException(
                    "The ledger holds an event named " + name + ", which this version of the program does not know");
        }
        return event;
    }

    /** The name as history and export spell it: {@code claim_asserted}. */
    public static String spelled(String name) {
        String known = SPELLED.get(name);
        return known != null ? known : inSnakeCase(name);
    }

    /** The stored name of what is spelled so; the spelling itself where it is that of no event. */
    public static String storedAs(String spelled) {
        return STORED.getOrDefault(spelled, spelled);
    }

    private static String inSnakeCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
