package org.claimsledger.store.h2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.append.PreparedEvent;
import org.claimsledger.store.append.SequencedEvent;

/**
 * One group of events as the journal holds it: everything that is needed to write the group into the tables again.
 *
 * <pre>
 * magic            4 bytes
 * header checksum  4   CRC-32C of the segment's number and the rest of the header
 * body checksum    4   CRC-32C of the body
 * body length      4
 * events           4
 * first position   8
 * body                 each event: recorded time, id, type, version, tags, metadata, payload, salt, hash
 * </pre>
 *
 * The two checksums tell a length that can be relied on from one that cannot.
 */
final class JournalRecord {

    static final int MAGIC = 0x434c4752;
    static final int HEADER_LENGTH = 28;

    /** A length beyond this is not one that was written. */
    static final int MAX_BODY_BYTES = 1 << 30;

    private JournalRecord() {}

    /** A record's header, whose own checksum is right. */
    record Header(int bodyChecksum, int bodyLength, int events, long firstPosition) {}

    static int length(List<SequencedEvent> group) {
        long length = HEADER_LENGTH;
        for (SequencedEvent event : group) {
            length += length(event.event());
        }
        return Math.toIntExact(length);
    }

    /** An upper bound of the bytes that the event takes. */
    private static long length(PreparedEvent event) {
        long length = 8
                + 7 * 4
                + 3L * (event.id().length() + event.type().name().length())
                + 3L * event.type().version().length()
                + event.metadata().length
                + event.payload().length
                + ContentHash.SALT_LENGTH
                + ContentHash.LENGTH;
        for (Tag tag : event.tags()) {
            length += 8 + 3L * (tag.key().length() + tag.value().length());
        }
        return length;
    }

    /** Puts the group's record at the beginning of an empty buffer and flips it. */
    static void write(List<SequencedEvent> group, long segment, ByteBuffer to) {
        to.position(HEADER_LENGTH);
        for (SequencedEvent event : group) {
            write(event, to);
        }
        int end = to.position();
        to.putInt(0, MAGIC);
        to.putInt(8, checksum(to.slice(HEADER_LENGTH, end - HEADER_LENGTH)));
        to.putInt(12, end - HEADER_LENGTH);
        to.putInt(16, group.size());
        to.putLong(20, group.getFirst().position());
        to.putInt(4, headerChecksum(segment, to));
        to.flip();
    }

    private static void write(SequencedEvent sequenced, ByteBuffer to) {
        PreparedEvent event = sequenced.event();
        to.putLong(sequenced.recordedAt());
        put(event.id(), to);
        put(event.type().name(), to);
        put(event.type().version(), to);
        to.putInt(event.tags().size());
        for (Tag tag : event.tags()) {
            put(tag.key(), to);
            put(tag.value(), to);
        }
        put(event.metadata(), to);
        put(event.payload(), to);
        to.put(event.salt()).put(event.hash());
    }

    private static void put(String text, ByteBuffer to) {
        put(text.getBytes(UTF_8), to);
    }

    private static void put(byte[] bytes, ByteBuffer to) {
        to.putInt(bytes.length).put(bytes);
    }

    static boolean isHeader(ByteBuffer header, long segment) {
        int length = header.getInt(12);
        return header.getInt(0) == MAGIC
                && header.getInt(4) == headerChecksum(segment, header)
                && length > 0
                && length <= MAX_BODY_BYTES;
    }

    static Header header(ByteBuffer header) {
        return new Header(header.getInt(8), header.getInt(12), header.getInt(16), header.getLong(20));
    }

    static boolean isBody(ByteBuffer body, Header header) {
        return checksum(body.slice()) == header.bodyChecksum();
    }

    static List<SequencedEvent> events(ByteBuffer body, Header header) {
        var events = new ArrayList<SequencedEvent>(header.events());
        for (int i = 0; i < header.events(); i++) {
            events.add(event(header.firstPosition() + i, body));
        }
        return events;
    }

    private static SequencedEvent event(long position, ByteBuffer from) {
        long recordedAt = from.getLong();
        String id = text(from);
        var type = new MessageType(new QualifiedName(text(from)), text(from));
        int tagCount = from.getInt();
        var tags = new ArrayList<Tag>(tagCount);
        for (int i = 0; i < tagCount; i++) {
            tags.add(Tag.of(text(from), text(from)));
        }
        byte[] metadata = bytes(from.getInt(), from);
        byte[] payload = bytes(from.getInt(), from);
        byte[] salt = bytes(ContentHash.SALT_LENGTH, from);
        byte[] hash = bytes(ContentHash.LENGTH, from);
        return new SequencedEvent(
                position, recordedAt, new PreparedEvent(id, type, List.copyOf(tags), metadata, payload, salt, hash));
    }

    private static String text(ByteBuffer from) {
        return new String(bytes(from.getInt(), from), UTF_8);
    }

    private static byte[] bytes(int length, ByteBuffer from) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static int headerChecksum(long segment, ByteBuffer header) {
        ByteBuffer checked = ByteBuffer.allocate(Long.BYTES + HEADER_LENGTH - 8);
        checked.putLong(segment).put(header.slice(8, HEADER_LENGTH - 8)).flip();
        return checksum(checked);
    }

    private static int checksum(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
