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
 * An event as logs and exports write it: one line, without the line break. Metadata and payload are the stored bytes,
 * so that every reader can check the hash, SHA-256 of the salt and {@code {"metadata":…,"payload":…}}.
 *
 * @param head whether this was the ledger's last event when it was exported; an export whose last line does not say so
 *     was cut off between two lines
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
     * Reads exactly what {@link #bytes} writes: a line with as much as one more space is refused.
     *
     * @throws UnreadableLine where it is anything else
     */
    public static EventLine read(byte[] line) {
        return new EventLineReader(line).line();
    }

    /** A line that was not written by an export. */
    public static final class UnreadableLine extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableLine(String what) {
            super(what);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
