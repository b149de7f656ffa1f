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
import org.junit.jupiter.api.Test;

/**
 * Formatting is a tool's work. The formatter parses with the JDK that runs it, so that it runs here, on the newest one, and
 * not in Maven's own process. {@code mvn test -Dformat=write} (with the goals of the README) puts everything right.
 */
class FormattingTest {

    @Test
    void everySourceFileIsAsTheFormatterLeavesIt() throws IOException, FormatterException {
        boolean write = "write".equals(System.getProperty("format"));
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        List<Path> unformatted = new ArrayList<>();
        for (Path file : Sources.all()) {
            String before = Files.readString(file);
            String after = formatter.formatSourceAndFixImports(before);
            if (!after.equals(before)) {
                if (write) {
                    Files.writeString(file, after);
                } else {
                    unformatted.add(Sources.ROOT.relativize(file));
                }
            }
        }
        assertThat(unformatted).as("run once with -Dformat=write").isEmpty();
    }
}
