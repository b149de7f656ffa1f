package org.claimsledger.store.h2;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that the journal writes to. */
public interface JournalFile extends Closeable {

    /** Writes all of the bytes at a place in the file. */
    void write(ByteBuffer bytes, long at) throws IOException;

    /** Returns when everything written before is on disk. */
    void sync() throws IOException;

    @Override
    void close() throws IOException;

    /** A file on disk, which must not be there yet. */
    static JournalFile onDisk(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new JournalFile() {
            @Override
            public void write(ByteBuffer bytes, long at) throws IOException {
                long place = at;
                while (bytes.hasRemaining()) {
                    place += channel.write(bytes, place);
                }
            }

            @Override
            public void sync() throws IOException {
                channel.force(false);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
