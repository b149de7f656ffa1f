package org.claimsledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.write(file, bytes("a longer one"));
        AtomicFile.write(file, bytes("one"));

        assertThat(file).hasContent("one");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aBeginningThatWasCutShortIsNoneOfIt() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(folder.resolve("file.new"), "half of something that was longer");

        AtomicFile.writeForOwner(file, bytes("one"));

        assertThat(file).hasContent("one");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileIsDeletedAndOneThatIsNotThereStaysAway() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.write(file, bytes("one"));
        AtomicFile.delete(file);
        AtomicFile.delete(file);

        assertThat(folder).isEmptyDirectory();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
