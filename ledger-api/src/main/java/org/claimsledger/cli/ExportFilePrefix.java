package org.claimsledger.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.claimsledger.cli.ExportSource.ExportRefused;
import org.claimsledger.copy.EventLine;
import org.claimsledger.copy.EventLine.UnreadableLine;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * The part of an export that a file already has, up to its last whole line or frame.
 *
 * @param offset where it ends, in bytes of the file
 * @param lastEvent the last event in it; null where there is none
 */
record ExportFilePrefix(long offset, @Nullable StoredEvent lastEvent) {

    private static final ExportFilePrefix EMPTY = new ExportFilePrefix(0, null);

    /**
     * Reads the file from its beginning.
     *
     * @param after the position after which the export begins
     * @throws ExportRefused where the file is not the beginning of that export
     */
    static ExportFilePrefix of(Path file, Compression compression, long after) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return EMPTY;
        }
        long position = after;
        byte[] line = null;
        try (ExportFileReader reader = new ExportFileReader(file, compression)) {
            for (byte[] piece = reader.next(); piece != null; piece = reader.next()) {
                int from = 0;
                for (int i = 0; i < piece.length; i++) {
                    if (piece[i] == '\n') {
                        position = requireNextPosition(piece, from, position, file);
                        line = Arrays.copyOfRange(piece, from, i);
                        from = i + 1;
                    }
                }
                if (from != piece.length) {
                    throw notThisExport(file, position);
                }
            }
            if (line == null) {
                throw new ExportRefused(
                        "The file " + file + " holds no whole line or frame of an export. It was left as it"
                                + " is; delete it if an export broke off right at its beginning.");
            }
            return new ExportFilePrefix(reader.offset(), EventLine.read(line).event());
        } catch (UnreadableLine unreadable) {
            throw notThisExport(file, position);
        }
    }

    /** The position of a line, which must follow the position before it. */
    private static long requireNextPosition(byte[] piece, int from, long position, Path file) {
        byte[] expected = ("{\"position\":" + (position + 1) + ",").getBytes(StandardCharsets.UTF_8);
        int to = Math.min(piece.length, from + expected.length);
        if (!Arrays.equals(piece, from, to, expected, 0, expected.length)) {
            throw notThisExport(file, position);
        }
        return position + 1;
    }

    private static ExportRefused notThisExport(Path file, long position) {
        return new ExportRefused(
                "The file " + file + " holds something else than the beginning of this export: position "
                        + (position + 1) + " does not follow. It was left as it is.");
    }

    /** The position that the rest of the export comes after. */
    long position(long after) {
        return lastEvent == null ? after : lastEvent.position();
    }
}
