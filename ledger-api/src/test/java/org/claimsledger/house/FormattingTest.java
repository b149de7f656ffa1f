package org.claimsledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Formatting is a tool's work. The formatter parses with the JDK that runs it, so that it runs here, on the newest one, and
 * not in Maven's own process. {@code mvn test -Dformat=write} (with the goals of the README) puts everything right.
 */
class FormattingTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void everySourceFileIsAsTheFormatterLeavesIt() throws IOException, FormatterException {
        boolean write = "write".equals(System.getProperty("format"));
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        List<Path> unformatted = new ArrayList<>();
        for (Path file : sources()) {
            String before = Files.readString(file);
            String after = formatter.formatSourceAndFixImports(before);
            if (!after.equals(before)) {
                if (write) {
                    Files.writeString(file, after);
                } else {
                    unformatted.add(ROOT.relativize(file));
                }
            }
        }
        assertThat(unformatted).as("run once with -Dformat=write").isEmpty();
    }

    private static List<Path> sources() throws IOException {
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
