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
import org.claimsledger.cli.ExportSource.ExportFrame;
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
final class ExportCommand implements Callable<Integer> {

    private static final Set<StandardOpenOption> CREATE_AND_WRITE =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    /** It holds whatever the ledger holds, salts and all. */
    private static final FileAttribute<?> OWNER_ONLY =
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
    private static final class ExportWriter implements Consumer<ExportFrame> {

        private final Consumer<byte[]> out;
        private final ConsoleProgress progress;
        private long events;
        private boolean complete;

        ExportWriter(Consumer<byte[]> out, ConsoleProgress consoleProgress) {
            this.out = out;
            this.progress = consoleProgress;
        }

        @Override
        public void accept(ExportFrame exportFrame) {
            out.accept(exportFrame.bytes());
            events += exportFrame.events();
            complete = exportFrame.endsAtHead();
            progress.stepTo(exportFrame.lastPosition());
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
            return new RemoteExport(server, token);
        }
        store.requireFolder(commandLine());
        return new LocalExport(Ledger.open(store.eventLocation(), InstantSource.system()));
    }

    private void toStandardOutput(ExportSource source) throws IOException, InterruptedException {
        PrintStream out = System.out;
        ExportWriter exportWriter = new ExportWriter(
                bytes -> {
                    out.writeBytes(bytes);
                    if (out.checkError()) {
                        throw new UncheckedIOException(new IOException("Nobody reads the standard output any more"));
                    }
                },
                ConsoleProgress.none());
        source.writeFrames(after, null, compress == null ? Compression.NONE : compress, exportWriter);
        requireComplete(exportWriter, after);
    }

    private void toFile(ExportSource source, Path to) throws IOException, InterruptedException {
        Compression compression = compress == null ? Compression.of(to) : compress;
        ExportFilePrefix exportFilePrefix = ExportFilePrefix.of(to, compression, after);
        long from = exportFilePrefix.position(after);
        ExportWriter exportWriter;
        try (FileChannel out = FileChannel.open(to, CREATE_AND_WRITE, OWNER_ONLY);
                ConsoleProgress consoleProgress = ConsoleProgress.events("Exporting", source.head())) {
            Consumer<byte[]> append = append(out, exportFilePrefix.offset());
            exportWriter = new ExportWriter(append, consoleProgress);
            source.writeFrames(from, exportFilePrefix.lastEvent(), compression, exportWriter);
            out.truncate(Math.max(out.position(), exportFilePrefix.offset()));
            out.force(true);
        }
        requireComplete(exportWriter, from);
        commandLine()
                .getOut()
                .println(exportWriter.events + " events written"
                        + (exportFilePrefix.lastEvent() == null ? "." : ", after the " + from + " that were there."));
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

    private static void requireComplete(ExportWriter exportWriter, long from) {
        if (exportWriter.events > 0 && !exportWriter.complete) {
            throw new ExportRefused("The export broke off after " + exportWriter.events
                    + " events. Start it again: it goes on" + " after position " + (from + exportWriter.events) + ".");
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("started past picocli");
        }
        return spec.commandLine();
    }
}
