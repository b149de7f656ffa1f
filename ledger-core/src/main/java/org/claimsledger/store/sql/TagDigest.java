package org.claimsledger.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.value.Sha256;

/**
 * A digest of a tag's name and its id in one number: the dictionary's index, of one narrow column instead of two texts,
 * because every new tag goes into a random place of it. Two tags may share a digest, so the name of an id that was
 * found by digest is compared.
 */
final class TagDigest {

    private static final int ID_BITS = 27;
    private static final long DIGEST = (1L << (63 - ID_BITS)) - 1;

    private TagDigest() {}

    /** The digest without an id. The tag's key is this and its id, and at most this and {@link PackedTag#LAST_TAG}. */
    static long of(Tag tag) {
        byte[] key = tag.key().getBytes(UTF_8);
        byte[] value = tag.value().getBytes(UTF_8);
        byte[] hash = Sha256.newDigest()
                .digest(ByteBuffer.allocate(Integer.BYTES + key.length + value.length)
                        .putInt(key.length)
                        .put(key)
                        .put(value)
                        .array());
        return (ByteBuffer.wrap(hash).getLong() & DIGEST) << ID_BITS;
    }

    static long id(long packed) {
        return packed & PackedTag.LAST_TAG;
    }
}
