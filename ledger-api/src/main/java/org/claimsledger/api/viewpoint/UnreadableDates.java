package org.claimsledger.api.viewpoint;

import java.util.EnumMap;
import java.util.Map;
import org.claimsledger.value.Refused;

/** Thrown where parameters name no viewpoint. It carries the texts that were given and every fault in them. */
public final class UnreadableDates extends RuntimeException {

    private final transient ViewpointParameters requested;
    private final transient Map<ViewpointDate, Refused> faults;

    UnreadableDates(ViewpointParameters requested, Map<ViewpointDate, Refused> faults) {
        super("dates that cannot be read: " + faults.keySet(), null, false, false);
        this.requested = requested;
        this.faults = faults;
    }

    public ViewpointParameters requested() {
        return requested;
    }

    /** The faults, a sentence each. */
    public Map<ViewpointDate, String> problems() {
        Map<ViewpointDate, String> problems = new EnumMap<>(ViewpointDate.class);
        faults.forEach((date, fault) -> problems.put(date, fault.first().detail() + "."));
        return problems;
    }

    /** The fault that an answer of the API reports. */
    Refused first() {
        return faults.values().iterator().next();
    }
}
