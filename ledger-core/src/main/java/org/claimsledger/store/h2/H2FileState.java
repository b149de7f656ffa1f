package org.claimsledger.store.h2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * One of the states that an H2 file has gone through, as the pieces of the file by which H2 finds it. H2 never writes
 * over the content of a state that is held on to; so a file is put back to it by a few small pieces, whatever was
 * written, torn or left out after it. H2 itself cannot tell whether all parts of a state reached the disk.
 *
 * <p>The first pieces are the file's header, as H2 leaves it at a clean stop: after any other stop it would go and look
 * for a later state by itself. The others are beginnings and ends of parts (H2 calls them chunks) that hold nothing any
 * more: H2 may write over those, and yet looks for them when it opens the state.
 *
 * @param version H2's number of this state
 */
record H2FileState(long version, List<FileRegion> regions) {

    /** Some bytes at a place in the file. */
    record FileRegion(long offset, byte[] bytes) {}

    /** The two blocks at the beginning of an H2 file, each a copy of its header. */
    private static final int HEADER = 512;

    private static final int BLOCK = 4096;
    private static final int CHUNK_HEAD = 256;
    private static final int CHUNK_FOOT = 128;
    private static final int MAX_REGIONS = 1 << 20;
    private static final String CLEAN = "clean";
    private static final String FLETCHER = "fletcher";
    private static final String VERSION = "version";

    /** The state that was committed just now, while nothing else writes. */
    static H2FileState committed(MVStore store, String file) throws IOException {
        Map<String, Object> header = store.getStoreHeader();
        // H2 leaves out most writes of its header, but never the first one after a clean stop.
        header.put(CLEAN, 1);
        // If nothing has changed, H2 would not commit either.
        store.setStoreVersion(store.getStoreVersion() + 1);
        store.commit();
        long version = DataUtils.readHexLong(header, VERSION, -1);
        if (version != store.getCurrentVersion()) {
            throw new IllegalStateException("H2 wrote version " + store.getCurrentVersion() + ", but named " + version);
        }
        var fileRegions = headers(headerText(header));
        fileRegions.addAll(read(file, emptyChunks(store)));
        return new H2FileState(version, fileRegions);
    }

    private static List<FileRegion> headers(byte[] text) {
        return new ArrayList<>(List.of(new FileRegion(0, text), new FileRegion(BLOCK, text)));
    }

    private static byte[] headerText(Map<String, Object> header) {
        var fields = new HashMap<>(header);
        fields.remove(FLETCHER);
        fields.put(CLEAN, 1);
        var text = new StringBuilder();
        DataUtils.appendMap(text, fields);
        byte[] checked = text.toString().getBytes(ISO_8859_1);
        DataUtils.appendMap(text, FLETCHER, DataUtils.getFletcher32(checked, 0, checked.length));
        return Arrays.copyOf((text + "\n").getBytes(ISO_8859_1), HEADER);
    }

    /** Where parts without content begin and end; without their bytes. */
    private static List<FileRegion> emptyChunks(MVStore store) {
        var places = new ArrayList<FileRegion>();
        store.getLayoutMap().forEach((key, value) -> {
            Map<String, String> part = key.startsWith("chunk.") ? DataUtils.parseMap(value) : Map.of();
            long block = DataUtils.readHexLong(part, "block", 0);
            if (block > 0 && DataUtils.readHexLong(part, "livePages", -1) == 0) {
                long end = (block + DataUtils.readHexLong(part, "len", 1)) * BLOCK;
                places.add(new FileRegion(block * BLOCK, new byte[CHUNK_HEAD]));
                places.add(new FileRegion(end - CHUNK_FOOT, new byte[CHUNK_FOOT]));
            }
        });
        return places;
    }

    /** The state that a file was opened at; null where it was not stopped cleanly before, or is none of H2's. */
    static @Nullable H2FileState cleanlyStopped(MVStore store, String file) throws IOException {
        byte[] header = read(file, List.of(new FileRegion(0, new byte[HEADER])))
                .getFirst()
                .bytes();
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
            if (!intact || !fields.containsKey(CLEAN)) {
                return null;
            }
            List<FileRegion> fileRegions = headers(header);
            fileRegions.addAll(read(file, emptyChunks(store)));
            return new H2FileState(DataUtils.readHexLong(fields, VERSION, -1), fileRegions);
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** The bytes that a file has now in the places of this state's pieces. */
    List<FileRegion> currentRegions(String file) throws IOException {
        return read(file, regions);
    }

    private static List<FileRegion> read(String file, List<FileRegion> places) throws IOException {
        var fileRegions = new ArrayList<FileRegion>(places.size());
        try (FileChannel channel = FilePath.get(file).open("r")) {
            for (FileRegion place : places) {
                ByteBuffer bytes = ByteBuffer.allocate(place.bytes().length);
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
                        break;
                    }
                }
                fileRegions.add(new FileRegion(place.offset(), Arrays.copyOf(bytes.array(), bytes.position())));
            }
        }
        return fileRegions;
    }

    /** Puts pieces in their places; durable when the call returns. */
    static void overwrite(String file, List<FileRegion> fileRegions) throws IOException {
        try (FileChannel channel = FilePath.get(file).open("rw")) {
            for (FileRegion fileRegion : fileRegions) {
                ByteBuffer bytes = ByteBuffer.wrap(fileRegion.bytes());
                while (bytes.hasRemaining()) {
                    channel.write(bytes, fileRegion.offset() + bytes.position());
                }
            }
            channel.force(true);
        }
    }

    /** The bytes that {@link #write} takes. */
    int length() {
        return regions.stream()
                .mapToInt(fileRegion -> 8 + 4 + fileRegion.bytes().length)
                .reduce(8 + 4, Integer::sum);
    }

    void write(ByteBuffer to) {
        to.putLong(version).putInt(regions.size());
        for (FileRegion fileRegion : regions) {
            to.putLong(fileRegion.offset()).putInt(fileRegion.bytes().length).put(fileRegion.bytes());
        }
    }

    /** Reads written bytes; the caller has checked that they were not changed since. */
    static H2FileState read(ByteBuffer from) {
        long version = from.getLong();
        int count = Math.min(from.getInt(), MAX_REGIONS);
        var fileRegions = new ArrayList<FileRegion>();
        for (int i = 0; i < count; i++) {
            long at = from.getLong();
            byte[] bytes = new byte[from.getInt()];
            from.get(bytes);
            fileRegions.add(new FileRegion(at, bytes));
        }
        return new H2FileState(version, fileRegions);
    }
}
