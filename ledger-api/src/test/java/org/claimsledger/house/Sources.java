package org.claimsledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of the project, main and tests of every module. */
final class Sources {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Sources() {}

    static List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String module : List.of("ledger-core", "projections", "ledger-api")) {
            Path source = ROOT.resolve(module).resolve("src");
            if (Files.exists(source)) {
                try (Stream<Path> files = Files.walk(source)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(50);
        return all;
    }
}
