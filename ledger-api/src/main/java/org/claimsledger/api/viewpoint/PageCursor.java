package org.claimsledger.api.viewpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The place where the next page of a list begins. It carries the position of the whole list, so that pages fit together
 * however much is recorded between them, and a check on the request, so that it goes on with no other list.
 *
 * @param position of the log that the list reads
 * @param after the place of the last item in the list
 */
public record PageCursor(long position, long after) {

    private static final int BYTE_LENGTH = 2 * Long.BYTES + Integer.BYTES;

    /** @param question the list with all its filters */
    public String encode(String question) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTE_LENGTH).putLong(position).putLong(after);
        bytes.putInt(check(position, after, question));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reads a cursor of this list; absent where none was given. */
    public static @Nullable PageCursor decode(@Nullable String text, String question) {
        if (text == null) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTE_LENGTH) {
                PageCursor pageCursor = new PageCursor(bytes.getLong(), bytes.getLong());
                int check = bytes.getInt();
                if (pageCursor.isPossible() && check == check(pageCursor.position, pageCursor.after, question)) {
                    return pageCursor;
                }
            }
        } catch (IllegalArgumentException refusedBelow) {
            // like every text that is no cursor
        }
        throw Refused.because(
                RefusalCode.INVALID_CURSOR, "A cursor is the next of this very list, with the same parameters");
    }

    /** The check is not secret, so anybody can make a cursor of any two numbers. */
    private boolean isPossible() {
        return position >= 0 && after >= 0;
    }

    private static int check(long position, long after, String question) {
        CRC32C crc = new CRC32C();
        crc.update((position + "\n" + after + "\n" + question).getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
