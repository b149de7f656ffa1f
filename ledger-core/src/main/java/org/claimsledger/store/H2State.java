package org.claimsledger.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * One of the states that an H2 file has gone through, as the header by which H2 finds it. H2 never writes over a state
 * that is held on to; so a file is put back to it by its header alone, whatever was written, torn or left out after it.
 *
 * <p>The header is what H2 leaves at a clean stop, since after any other stop it would go and look for a later state
 * by itself. H2 cannot tell whether the parts of such a state all reached the disk.
 */
final class H2State {

    /** The length of a header. H2 begins a file with two of them, a block each. */
    static final int LENGTH = 512;

    private static final int BLOCK = 4096;
    private static final String CLEAN = "clean";
    private static final String FLETCHER = "fletcher";
    private static final String VERSION = "version";

    private final byte[] header;
    private final long version;

    private H2State(byte[] header, long version) {
        this.header = header;
        this.version = version;
    }

    /** The state that was committed just now, while nothing else writes. */
    static H2State committed(MVStore store) {
        Map<String, Object> header = store.getStoreHeader();
        // H2 leaves out most writes of its header, but never the first one after a clean stop.
        header.put(CLEAN, 1);
        // Where nothing has changed H2 would not commit either.
        store.setStoreVersion(store.getStoreVersion() + 1);
        store.commit();
        long version = DataUtils.readHexLong(header, VERSION, -1);
        if (version != store.getCurrentVersion()) {
            throw new IllegalStateException("H2 wrote version " + store.getCurrentVersion() + ", but named " + version);
        }
        return new H2State(text(header), version);
    }

    private static byte[] text(Map<String, Object> header) {
        var fields = new HashMap<>(header);
        fields.remove(FLETCHER);
        fields.put(CLEAN, 1);
        var text = new StringBuilder();
        DataUtils.appendMap(text, fields);
        byte[] checked = text.toString().getBytes(ISO_8859_1);
        DataUtils.appendMap(text, FLETCHER, DataUtils.getFletcher32(checked, 0, checked.length));
        return Arrays.copyOf((text + "\n").getBytes(ISO_8859_1), LENGTH);
    }

    /** The state that a file opens at; null where it was not stopped cleanly, or is none of H2's. */
    static @Nullable H2State of(byte[] header) {
        String text = new String(header, ISO_8859_1).trim();
        int check = text.lastIndexOf("," + FLETCHER + ":");
        if (check < 0) {
            return null;
        }
        byte[] checked = text.substring(0, check).getBytes(ISO_8859_1);
        try {
            Map<String, String> fields = DataUtils.parseMap(text);
            boolean intact = DataUtils.getFletcher32(checked, 0, checked.length)
                    == (int) Long.parseLong(fields.getOrDefault(FLETCHER, ""), 16);
            return intact && fields.containsKey(CLEAN)
                    ? new H2State(Arrays.copyOf(header, LENGTH), DataUtils.readHexLong(fields, VERSION, -1))
                    : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    byte[] header() {
        return header;
    }

    /** H2's number of this state. */
    long version() {
        return version;
    }

    /** Both headers as a file's first bytes. */
    ByteBuffer blocks() {
        ByteBuffer blocks = ByteBuffer.allocate(2 * BLOCK);
        blocks.put(0, header).put(BLOCK, header);
        return blocks;
    }

    /** The first bytes of a file, where H2 has its headers. */
    static ByteBuffer blocks(String file) throws IOException {
        ByteBuffer blocks = ByteBuffer.allocate(2 * BLOCK);
        try (FileChannel channel = FilePath.get(file).open("r")) {
            int at = 0;
            while (blocks.hasRemaining()) {
                int read = channel.read(blocks, at);
                if (read < 0) {
                    break;
                }
                at += read;
            }
        }
        return blocks.flip();
    }

    /** Puts a file's first bytes in their place; durable when the call returns. */
    static void putBlocks(String file, ByteBuffer blocks) throws IOException {
        try (FileChannel channel = FilePath.get(file).open("rw")) {
            int at = 0;
            while (blocks.hasRemaining()) {
                at += channel.write(blocks, at);
            }
            channel.force(true);
        }
    }
}
