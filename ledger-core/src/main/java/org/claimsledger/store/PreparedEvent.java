package org.claimsledger.store;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * An event with everything settled but its place: checked, converted, salted and hashed. All of that happens on the
 * thread of whoever appends, so that the one thread that writes has little left to do and nothing left to refuse.
 */
record PreparedEvent(
        String id, MessageType type, List<Tag> tags, byte[] metadata, byte[] payload, byte[] salt, byte[] hash) {

    /** Longest payload and longest metadata, in bytes: what H2 holds in a row. */
    static final int LARGEST_CONTENT = 1 << 20;

    static final int LONGEST_NAME = 255;
    static final int LONGEST_VERSION = 64;
    static final int LONGEST_TAG_VALUE = 1000;
    static final int MOST_TAGS = 10_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    static PreparedEvent of(TaggedEventMessage<?> tagged, Converter converter) {
        EventMessage event = tagged.event();
        byte[] metadata = bounded("metadata", CanonicalMetadata.write(event.metadata()));
        byte[] payload = bounded("payload", payloadOf(event, converter));
        byte[] salt = new byte[ContentHash.SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return new PreparedEvent(
                WellFormed.require("An event's id", event.identifier(), LONGEST_NAME),
                storable(event.type()),
                storable(tagged.tags()),
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

    private static MessageType storable(MessageType type) {
        WellFormed.require("An event's name", type.name(), LONGEST_NAME);
        WellFormed.require("An event's version", type.version(), LONGEST_VERSION);
        return type;
    }

    private static List<Tag> storable(Set<Tag> tags) {
        if (tags.size() > MOST_TAGS) {
            throw new UnstorableEvent(
                    "An event has " + tags.size() + " tags, and at most " + MOST_TAGS + " are stored.");
        }
        for (Tag tag : tags) {
            WellFormed.require("A tag's key", tag.key(), LONGEST_NAME);
            WellFormed.require("A tag's value", tag.value(), LONGEST_TAG_VALUE);
        }
        return List.copyOf(tags);
    }

    private static byte[] bounded(String what, byte[] content) {
        if (content.length > LARGEST_CONTENT) {
            throw new UnstorableEvent("An event's " + what + " has " + content.length + " bytes, and at most "
                    + LARGEST_CONTENT + " are stored.");
        }
        return content;
    }

    /** About what it takes in memory and on disk, in bytes. */
    int weight() {
        return 256 + metadata.length + payload.length + 64 * tags.size();
    }
}
