package org.claimsledger.projection.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.claimsledger.store.AtomicFile;
import org.jspecify.annotations.Nullable;

/**
 * The small file that names the live generation of a projection, and the state of it that can be relied on. It is
 * replaced as a whole and synced. Replacing it swaps generations.
 *
 * @param version the version of the table file to go back to; 0 where a clean stop closed the file, which is usable as
 *     it is
 * @param signature the signature by which that version is recognized; empty after a clean stop
 */
public record GenerationPointer(int generation, long version, String signature) {

    private static final String FORM = "claims-ledger-tables";

    public static GenerationPointer cleanlyClosed(int generation) {
        return new GenerationPointer(generation, 0, "");
    }

    public boolean isCleanlyClosed() {
        return version == 0;
    }

    /** Absent where there is no readable pointer. */
    public static @Nullable GenerationPointer read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        List<String> words = List.of(new String(Files.readAllBytes(file), UTF_8).split("[ \n]", -1));
        try {
            return words.size() == 5
                            && words.getFirst().equals(FORM)
                            && words.getLast().isEmpty()
                    ? new GenerationPointer(Integer.parseInt(words.get(1)), Long.parseLong(words.get(2)), words.get(3))
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public void write(Path file) throws IOException {
        AtomicFile.write(file, (FORM + " " + generation + " " + version + " " + signature + "\n").getBytes(UTF_8));
    }

    public static void delete(Path file) throws IOException {
        AtomicFile.delete(file);
    }
}
