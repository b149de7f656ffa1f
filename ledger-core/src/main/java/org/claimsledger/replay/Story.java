package org.claimsledger.replay;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.value.LedgerEvent;

/** The events of one thing, in order, as bytes: they are read when they are folded. */
final class Story {

    private final List<Told> told = new ArrayList<>(1);

    /** One event: where it stands, its stored name, and its payload. */
    record Told(long position, String type, byte[] payload) {

        LedgerEvent event() {
            return EventJson.event(type, payload);
        }
    }

    void add(Told event) {
        told.add(event);
    }

    List<Told> events() {
        return told;
    }

    long first() {
        return told.getFirst().position();
    }

    long last() {
        return told.getLast().position();
    }
}
