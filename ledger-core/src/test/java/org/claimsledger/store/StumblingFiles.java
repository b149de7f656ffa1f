package org.claimsledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.axonframework.conversion.Converter;

/** Journal files on disk that can be told to hold up or to fail. */
public final class StumblingFiles implements Disk {

    private volatile boolean failSyncs;
    private volatile boolean failWrites;
    private volatile CountDownLatch held = new CountDownLatch(0);

    /** A ledger in a folder, with a journal in such files. */
    public LedgerStore open(Path folder, Converter converter, InstantSource clock, StoreListener listener) {
        return LedgerStore.open(folder, converter, clock, this, LedgerStore.Limits.USUAL, listener);
    }

    public void failSyncs() {
        failSyncs = true;
    }

    public void failWrites() {
        failWrites = true;
    }

    /** Every sync waits from now on, until {@link #letGo}. */
    public void hold() {
        held = new CountDownLatch(1);
    }

    public void letGo() {
        held.countDown();
    }

    @Override
    public JournalFile create(Path path) throws IOException {
        JournalFile file = JournalFile.onDisk(path);
        boolean[] filling = {true};
        return new JournalFile() {
            @Override
            public void write(ByteBuffer bytes, long at) throws IOException {
                filling[0] &= at % (1 << 20) == 0 && bytes.remaining() == 1 << 20;
                if (failWrites) {
                    bytes.limit(bytes.position() + bytes.remaining() / 2);
                    file.write(bytes, at);
                    throw new IOException("no space left on device");
                }
                file.write(bytes, at);
            }

            @Override
            public void sync() throws IOException {
                if (!filling[0]) {
                    await();
                }
                if (failSyncs) {
                    throw new IOException("input/output error");
                }
                file.sync();
            }

            private void await() throws IOException {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }
}
