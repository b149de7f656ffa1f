package org.claimsledger.store.engine;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimsledger.store.h2.Journal;

/** Finds, copies and damages the files of ledger folders. */
public final class LedgerFolderFiles {

    private LedgerFolderFiles() {}

    /** Every file under a folder with a digest of its bytes, every folder with nothing. */
    public static SortedMap<String, String> contents(Path folder) {
        var contents = new TreeMap<String, String>();
        for (Path path : walk(folder)) {
            contents.put(folder.relativize(path).toString(), Files.isDirectory(path) ? "" : digest(path));
        }
        return contents;
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files that a crash at this moment would leave: a copy of those of an open ledger. */
    public static Path copy(Path from, Path to) {
        try {
            for (Path path : walk(from)) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, REPLACE_EXISTING);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Path> segments(Path folder) {
        try {
            return Journal.segments(folder.resolve("journal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Inverts some bytes of a file. */
    public static void flipBytes(Path file, long at, int count) {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] some = new byte[count];
            bytes.seek(at);
            bytes.readFully(some);
            for (int i = 0; i < count; i++) {
                some[i] ^= (byte) 0xff;
            }
            bytes.seek(at);
            bytes.write(some);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Overwrites the end of what was written to a journal segment with zeros, as if it never reached the disk. */
    public static void zeroBytes(Path file, long from, long to) {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(from);
            bytes.write(new byte[(int) (to - from)]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void truncate(Path file, long length) {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
