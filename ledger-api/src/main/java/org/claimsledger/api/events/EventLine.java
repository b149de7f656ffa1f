package org.claimsledger.api.events;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.claimsledger.api.body.Times;
import org.claimsledger.ledger.EventCatalogue;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.store.StoredEvent;

/**
 * An event as the export writes it. Metadata and payload are the stored bytes themselves, so that the hash, SHA-256 of the
 * salt and {@code {"metadata":…,"payload":…}}, can be checked by whoever reads it.
 */
final class EventLine {

    private EventLine() {}

    static byte[] of(StoredEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(event.payload().length + 512);
        text(line, "{\"position\":" + event.position());
        text(line, ",\"id\":\"" + event.id() + "\"");
        text(line, ",\"type\":\"" + EventCatalogue.spelled(event.type()) + "\"");
        text(line, ",\"version\":" + event.version());
        text(line, ",\"recordedAt\":\"" + Times.text(event.recordedAt()) + "\"");
        text(line, ",\"actor\":");
        line.writeBytes(EventJson.MAPPER.writeValueAsBytes(actor(event)));
        text(line, ",\"metadata\":");
        line.writeBytes(event.metadata());
        text(line, ",\"payload\":");
        line.writeBytes(event.payload());
        text(line, ",\"salt\":\"" + HexFormat.of().formatHex(event.salt()) + "\"");
        text(line, ",\"hash\":\"" + HexFormat.of().formatHex(event.hash()) + "\"}");
        return line.toByteArray();
    }

    private static String actor(StoredEvent event) {
        return EventJson.MAPPER.readTree(event.metadata()).path("actor").stringValue("");
    }

    private static void text(ByteArrayOutputStream line, String text) {
        line.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
