package org.claimsledger.api.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.claimsledger.copy.EventLine;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTags;
import org.claimsledger.projection.protection.RedactedLog.VisibleEvent;
import org.claimsledger.projection.protection.RedactedLog.VisibleEvent.Redacted;
import org.claimsledger.projection.protection.RedactedLog.VisibleEvent.Unredacted;
import org.claimsledger.time.Rfc3339;

/**
 * An event that its caller may see, as one line without its end. A redacted event says so. It has the hash of the stored
 * event but no salt, and of the metadata only the actor and the request: the keys and digests of the body would reveal it.
 */
final class VisibleEventLine {

    private static final HexFormat HEX = HexFormat.of();

    private VisibleEventLine() {}

    static byte[] bytes(VisibleEvent event) {
        return switch (event) {
            case Unredacted(var stored) -> new EventLine(stored, false).bytes();
            case Redacted redacted -> bytes(redacted);
        };
    }

    private static byte[] bytes(Redacted event) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put(EventTags.ACTOR, event.provenance().actor());
        metadata.put(EventTags.REQUEST, event.provenance().request());
        ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
        text(line, "{\"position\":" + event.position() + ",\"id\":");
        json(line, event.id());
        text(line, ",\"type\":\"" + EventCatalogue.snakeCaseName(event.type()) + "\",\"version\":" + event.version());
        text(line, ",\"recordedAt\":\"" + Rfc3339.format(event.recordedAt()) + "\",\"actor\":");
        json(line, event.provenance().actor());
        text(line, ",\"metadata\":");
        json(line, metadata);
        text(line, ",\"payload\":");
        line.writeBytes(EventJson.bytes(event.payload()));
        text(line, ",\"redacted\":true,\"hash\":\"" + HEX.formatHex(event.hash()) + "\"}");
        return line.toByteArray();
    }

    private static void json(ByteArrayOutputStream line, Object value) {
        line.writeBytes(EventJson.MAPPER.writeValueAsBytes(value));
    }

    private static void text(ByteArrayOutputStream line, String text) {
        line.writeBytes(text.getBytes(UTF_8));
    }
}
