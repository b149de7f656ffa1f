package org.claimsledger.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;
import org.claimsledger.cli.ExportSource.ExportFrame;
import org.claimsledger.cli.ExportSource.ExportRefused;
import org.claimsledger.cli.ExportSource.LocalExport;
import org.claimsledger.cli.ExportSource.RemoteExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies the log into a file or to standard output. */
@Command(
        name = "export",
        description = {
            "Writes all events as lines (NDJSON) that restore makes a ledger of again, and that anybody can check.",
            "A file that holds the beginning of the same export goes on where it ends."
        },
        footer = {"", "Exit code: 0 where the export is whole, 1 where it broke off, 2 for wrong options."},
        mixinStandardHelpOptions = true)
final class ExportCommand extends StoreCommand {

    private static final Set<StandardOpenOption> CREATE_AND_WRITE =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    /** An export holds everything that the ledger holds, salts included. */
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

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

    @Mixin
    private RemoteServer server = new RemoteServer();

    /** Writes frames, and counts the events in them. */
    private static final class ExportWriter implements Consumer<ExportFrame> {

        private final Consumer<byte[]> out;
        private final ConsoleProgress progress;
        private long events;
        private boolean complete;

        ExportWriter(Consumer<byte[]> out, ConsoleProgress progress) {
            this.out = out;
            this.progress = progress;
        }

        @Override
        public void accept(ExportFrame frame) {
            out.accept(frame.bytes());
            events += frame.events();
            complete = frame.endsAtHead();
            progress.stepTo(frame.lastPosition());
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (after < 0) {
            throw wrongOption("--after is a position, or 0");
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
        ServerClient client = server.connect();
        return client == null ? new LocalExport(openLedger()) : new RemoteExport(client);
    }

    private void toStandardOutput(ExportSource source) throws IOException, InterruptedException {
        ExportWriter writer = new ExportWriter(standardOutput(), ConsoleProgress.none());
        source.writeFrames(after, null, compress == null ? Compression.NONE : compress, writer);
        requireComplete(writer, after);
    }

    private void toFile(ExportSource source, Path to) throws IOException, InterruptedException {
        Compression compression = compress == null ? Compression.of(to) : compress;
        ExportFilePrefix prefix = ExportFilePrefix.of(to, compression, after);
        long from = prefix.position(after);
        ExportWriter writer;
        try (FileChannel out = FileChannel.open(to, CREATE_AND_WRITE, OWNER_ONLY);
                ConsoleProgress progress = ConsoleProgress.events("Exporting", source.head())) {
            writer = new ExportWriter(append(out, prefix.offset()), progress);
            source.writeFrames(from, prefix.lastEvent(), compression, writer);
            out.truncate(Math.max(out.position(), prefix.offset()));
            out.force(true);
        }
        requireComplete(writer, from);
        println(writer.events + " events written"
                + (prefix.lastEvent() == null ? "." : ", after the " + from + " that were there."));
    }

    /** Appends at an offset; the torn rest beyond it is cut away only when the first bytes arrive. */
    private static Consumer<byte[]> append(FileChannel out, long offset) {
        return bytes -> {
            try {
                if (out.position() < offset || out.position() == 0) {
                    out.truncate(offset).position(offset);
                }
                ByteBuffer remaining = ByteBuffer.wrap(bytes);
                while (remaining.hasRemaining()) {
                    out.write(remaining);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        };
    }

    private static void requireComplete(ExportWriter writer, long from) {
        if (writer.events > 0 && !writer.complete) {
            throw new ExportRefused("The export broke off after " + writer.events
                    + " events. Start it again: it goes on after position " + (from + writer.events) + ".");
        }
    }
}
