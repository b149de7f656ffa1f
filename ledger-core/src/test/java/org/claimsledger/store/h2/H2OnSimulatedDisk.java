package org.claimsledger.store.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Gives H2 access to the files of a {@link SimulatedDisk}. */
public final class H2OnSimulatedDisk extends FilePathWrapper {

    static final String SCHEME = "simulated";

    /** H2 makes one for each path. */
    public H2OnSimulatedDisk() {}

    static void register() {
        FilePath.register(new H2OnSimulatedDisk());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    private Path path() {
        return Path.of(unwrap().toString());
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Path path = path();
        Set<StandardOpenOption> options = "r".equals(mode)
                ? Set.of(StandardOpenOption.READ)
                : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        return new SimulatedFile(path, SimulatedDisk.of(path), FileChannel.open(path, options));
    }

    @Override
    public void moveTo(FilePath newName, boolean atomicReplace) {
        try {
            SimulatedDisk.of(path()).move(path(), ((H2OnSimulatedDisk) newName).path());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void delete() {
        try {
            SimulatedDisk.of(path()).delete(path());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class SimulatedFile extends FileBaseDefault {

        private final Path path;
        private final SimulatedDisk disk;
        private final FileChannel real;

        SimulatedFile(Path path, SimulatedDisk disk, FileChannel real) {
            this.path = path;
            this.disk = disk;
            this.real = real;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return real.read(to, position);
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            int length = from.remaining();
            disk.write(path, from, position, () -> {
                long at = position;
                while (from.hasRemaining()) {
                    at += real.write(from, at);
                }
            });
            return length;
        }

        @Override
        protected void implTruncate(long length) throws IOException {
            disk.truncate(path, length, () -> real.truncate(length));
        }

        @Override
        public void force(boolean metaData) throws IOException {
            disk.sync(path);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
