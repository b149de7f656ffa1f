package org.claimsledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tests by the names that docs and other tests give them: {@code room.NameTest.method}, of which the name is enough.
 */
public final class TestReferences {

    private static final List<Path> MODULES =
            List.of(Path.of("../ledger-core"), Path.of("../projections"), Path.of("."));

    private TestReferences() {}

    /** Fails if there is no such test class, no such method in it, or more than one such class. */
    public static void requireTestExists(String name) {
        String[] parts = name.split("\\.");
        boolean hasRoom = Character.isLowerCase(parts[0].charAt(0));
        String type = parts[hasRoom ? 1 : 0];
        String method = parts.length > (hasRoom ? 2 : 1) ? parts[parts.length - 1] : "";
        List<Path> found = MODULES.stream()
                .flatMap(module -> sources(module, type))
                .filter(file -> !hasRoom || file.getParent().endsWith(parts[0]))
                .toList();
        assertThat(found).as("%s is one class of tests", name).hasSize(1);
        String text = text(found.getFirst());
        assertThat(text.contains(method.isEmpty() ? "@Test" : "void " + method + "("))
                .as("%s is there", name)
                .isTrue();
    }

    private static Stream<Path> sources(Path module, String type) {
        try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
            return files.filter(file -> file.endsWith(type + ".java")).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
