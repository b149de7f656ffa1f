package org.claimsledger.store.append;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.CanonicalMetadata;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.UnstorableEvent;
import org.claimsledger.store.WellFormedText;

/**
 * An event that is checked, converted, salted and hashed, and lacks only its position. All of that happens on the
 * caller's thread, so that the one thread that writes has little left to do and nothing left to refuse.
 */
public record PreparedEvent(
        String id, MessageType type, List<Tag> tags, byte[] metadata, byte[] payload, byte[] salt, byte[] hash) {

    /** Longest payload and longest metadata, in bytes: the most that H2 holds in a row. */
    public static final int MAX_CONTENT_BYTES = 1 << 20;

    static final int MAX_NAME_LENGTH = 255;
    static final int MAX_VERSION_LENGTH = 64;
    static final int MAX_TAG_VALUE_LENGTH = 1000;
    static final int MAX_TAGS = 10_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    public static PreparedEvent of(TaggedEventMessage<?> tagged, Converter converter) {
        EventMessage event = tagged.event();
        byte[] metadata = requireBounded("metadata", CanonicalMetadata.write(event.metadata()));
        byte[] payload = requireBounded("payload", payloadOf(event, converter));
        byte[] salt = new byte[ContentHash.SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return new PreparedEvent(
                WellFormedText.require("An event's id", event.identifier(), MAX_NAME_LENGTH),
                requireStorable(event.type()),
                requireStorable(tagged.tags()),
                metadata,
                payload,
                salt,
                ContentHash.of(salt, metadata, payload));
    }

    private static byte[] payloadOf(EventMessage event, Converter converter) {
        byte[] payload = event.payloadAs(byte[].class, converter);
        if (payload == null) {
            throw new UnstorableEvent("The event " + event.type() + " has no payload.");
        }
        return payload;
    }

    private static MessageType requireStorable(MessageType type) {
        WellFormedText.require("An event's name", type.name(), MAX_NAME_LENGTH);
        WellFormedText.require("An event's version", type.version(), MAX_VERSION_LENGTH);
        return type;
    }

    private static List<Tag> requireStorable(Set<Tag> tags) {
        if (tags.size() > MAX_TAGS) {
            throw new UnstorableEvent(
                    "An event has " + tags.size() + " tags, and at most " + MAX_TAGS + " are stored.");
        }
        for (Tag tag : tags) {
            WellFormedText.require("A tag's key", tag.key(), MAX_NAME_LENGTH);
            WellFormedText.require("A tag's value", tag.value(), MAX_TAG_VALUE_LENGTH);
        }
        return List.copyOf(tags);
    }

    private static byte[] requireBounded(String what, byte[] content) {
        if (content.length > MAX_CONTENT_BYTES) {
            throw new UnstorableEvent("An event's " + what + " has " + content.length + " bytes, and at most "
                    + MAX_CONTENT_BYTES + " are stored.");
        }
        return content;
    }

    /** About its size in memory and on disk, in bytes. */
    int approximateBytes() {
        return 256 + metadata.length + payload.length + 64 * tags.size();
    }
}
