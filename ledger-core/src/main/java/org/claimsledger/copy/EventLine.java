package org.claimsledger.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTags;
import org.claimsledger.store.CanonicalMetadata;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.time.Rfc3339;

/**
 * An event as logs and exports write it, one line without its end. Metadata and payload are the stored bytes themselves,
 * so that the hash, SHA-256 of the salt and {@code {"metadata":…,"payload":…}}, can be checked by whoever reads it.
 *
 * @param head whether the line says that the ledger ended here when it was exported; an export that was cut off between
 *     two lines is known by a last line that does not
 */
public record EventLine(StoredEvent event, boolean isHead) {

    static final String HEAD = ",\"head\":true";

    private static final HexFormat HEX = HexFormat.of();

    public byte[] bytes() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(event.payload().length + event.metadata().length + 512);
        writeTo(line);
        return line.toByteArray();
    }

    public void writeTo(ByteArrayOutputStream line) {
        text(line, "{\"position\":" + event.position() + ",\"id\":");
        string(line, event.id());
        text(line, ",\"type\":\"" + EventCatalogue.snakeCaseName(event.type()) + "\",\"version\":" + event.version());
        text(line, ",\"recordedAt\":\"" + Rfc3339.format(event.recordedAt()) + "\",\"actor\":");
        string(line, CanonicalMetadata.read(event.metadata()).getOrDefault(EventTags.ACTOR, ""));
        text(line, ",\"metadata\":");
        line.writeBytes(event.metadata());
        text(line, ",\"payload\":");
        line.writeBytes(event.payload());
        text(line, ",\"salt\":\"" + HEX.formatHex(event.salt()));
        text(line, "\",\"hash\":\"" + HEX.formatHex(event.hash()) + "\"" + (isHead ? HEAD + "}" : "}"));
    }

    private static void string(ByteArrayOutputStream line, String text) {
        line.writeBytes(EventJson.MAPPER.writeValueAsBytes(text));
    }

    private static void text(ByteArrayOutputStream line, String text) {
        line.writeBytes(text.getBytes(UTF_8));
    }

    /**
     * Reads a line that {@link #bytes} wrote, and no other: the same facts with a space between them are refused.
     *
     * @throws UnreadableLine where it is anything else
     */
    public static EventLine read(byte[] line) {
        return new EventLineReader(line).line();
    }
}
