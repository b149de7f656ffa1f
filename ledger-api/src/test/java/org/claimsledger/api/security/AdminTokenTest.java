package org.claimsledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.claimsledger.token.TokenSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token that the program is started with. */
class AdminTokenTest {

    @TempDir
    Path folder;

    @Test
    void itIsMadeOnceAndKeptForItsOwnerOnly() throws IOException {
        AdminToken made = AdminToken.of(null, folder);
        Path file = folder.resolve("admin-token");
        String text = Files.readString(file);

        assertThat(made.file()).isEqualTo(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(text).matches("clm_[A-Za-z0-9_-]{43}");
        assertThat(made.matches(new TokenSecret(text))).isTrue();
        assertThat(AdminToken.of(" ", folder).matches(new TokenSecret(text))).isTrue();
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void oneThatIsSetIsTakenAndNoFileIsMade() {
        AdminToken set = AdminToken.of(" chosen-by-the-desk ", folder);

        assertThat(set.matches(new TokenSecret("chosen-by-the-desk"))).isTrue();
        assertThat(set.matches(new TokenSecret("chosen-by-the-desk "))).isFalse();
        assertThat(set.matches(new TokenSecret(""))).isFalse();
        assertThat(set.file()).isNull();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatAStartWhichWasCutShortLeftEmptyLetsNobodyIn() throws IOException {
        Path file = Files.writeString(folder.resolve("admin-token"), "\n");
        Files.writeString(folder.resolve("admin-token.new"), "clm_half");

        AdminToken made = AdminToken.of(null, folder);

        assertThat(made.matches(new TokenSecret(""))).isFalse();
        assertThat(made.matches(new TokenSecret(Files.readString(file)))).isTrue();
        assertThat(Files.readString(file)).matches("clm_[A-Za-z0-9_-]{43}");
    }
}
