package org.claimsledger.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.claimsledger.cli.ExportSource.Frame;
import org.claimsledger.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Copies the whole log out. */
@Command(
        name = "export",
        description = {
            "Writes all events as lines (NDJSON) that restore makes a ledger of again, and that anybody can check.",
            "A file that holds the beginning of the same export goes on where it ends."
        },
        footer = {"", "Exit code: 0 where the export is whole, 1 where it broke off, 2 for wrong options."},
        mixinStandardHelpOptions = true)
final class Export implements Callable<Integer> {

    private static final Set<StandardOpenOption> CREATED = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    /** It holds whatever the ledger holds, salts and all. */
    private static final FileAttribute<?> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file; else the lines go to standard output. A new one may only be read by its owner.")
    private @Nullable Path file;

    @Option(
            names = "--compress",
            paramLabel = "none|gzip|zstd",
            description =
                    "How it is compressed; else as the file's suffix says: .gz, .zst, or any other for not at all.")
    private @Nullable Compression compress;

    @Option(
            names = "--after",
            defaultValue = "0",
            paramLabel = "POSITION",
            description = "Only the events after this position (0). restore takes whole exports only.")
    private long after;

    @Option(names = "--server", paramLabel = "URL", description = "From a running server, as in http://127.0.0.1:8080.")
    private @Nullable URI server;

    @Option(
            names = "--token",
            defaultValue = "${env:LEDGER_ADMIN_TOKEN}",
            paramLabel = "TOKEN",
            description = "The token that the server wants (LEDGER_ADMIN_TOKEN).")
    private @Nullable String token;

    @Mixin
    private StoreOptions store = new StoreOptions();

    /** What was written so far. */
    private static final class Written implements Consumer<Frame> {

        private final Consumer<byte[]> out;
        private final Bar bar;
        private long events;
        private boolean whole;

        Written(Consumer<byte[]> out, Bar bar) {
            this.out = out;
            this.bar = bar;
        }

        @Override
        public void accept(Frame frame) {
            out.accept(frame.bytes());
            events += frame.events();
            whole = frame.head();
            bar.stepTo(frame.upTo());
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (after < 0) {
            throw new ParameterException(commandLine(), "--after is a position, or 0");
        }
        try (ExportSource source = source()) {
            Path to = file;
            if (to == null) {
                toStandardOutput(source);
            } else {
                toFile(source, to);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private ExportSource source() {
        if (server != null) {
            return new ServerExport(server, token);
        }
        store.requireFolder(commandLine());
        return new OwnExport(Ledger.open(store.events(), InstantSource.system()));
    }

    private void toStandardOutput(ExportSource source) throws IOException, InterruptedException {
        PrintStream out = System.out;
        Written written = new Written(
                bytes -> {
                    out.writeBytes(bytes);
                    if (out.checkError()) {
                        throw new UncheckedIOException(new IOException("Nobody reads the standard output any more"));
                    }
                },
                Bar.none());
        source.lines(after, null, compress == null ? Compression.NONE : compress, written);
        requireWhole(written, after);
    }

    private void toFile(ExportSource source, Path to) throws IOException, InterruptedException {
        Compression compression = compress == null ? Compression.of(to) : compress;
        Beginning beginning = Beginning.of(to, compression, after);
        long from = beginning.position(after);
        Written written;
        try (FileChannel out = FileChannel.open(to, CREATED, OWNERS);
                Bar bar = Bar.events("Exporting", source.head())) {
            Consumer<byte[]> append = append(out, beginning.offset());
            written = new Written(append, bar);
            source.lines(from, beginning.last(), compression, written);
            out.truncate(Math.max(out.position(), beginning.offset()));
            out.force(true);
        }
        requireWhole(written, from);
        commandLine()
                .getOut()
                .println(written.events + " events written"
                        + (beginning.last() == null ? "." : ", after the " + from + " that were there."));
        commandLine().getOut().flush();
    }

    /** What is torn beyond the beginning is cut away only when the first frame has come. */
    private static Consumer<byte[]> append(FileChannel out, long offset) {
        return bytes -> {
            try {
                if (out.position() < offset || out.position() == 0) {
                    out.truncate(offset).position(offset);
                }
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    out.write(left);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        };
    }

    private static void requireWhole(Written written, long from) {
        if (written.events > 0 && !written.whole) {
            throw new ExportRefused("The export broke off after " + written.events
                    + " events. Start it again: it goes on" + " after position " + (from + written.events) + ".");
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("started past picocli");
        }
        return spec.commandLine();
    }
}
