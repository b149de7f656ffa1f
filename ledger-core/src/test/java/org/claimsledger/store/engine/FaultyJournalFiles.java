package org.claimsledger.store.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.axonframework.conversion.Converter;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreListener;
import org.claimsledger.store.h2.Disk;
import org.claimsledger.store.h2.JournalFile;

/** Journal files on disk that can be made to stall or to fail. */
public final class FaultyJournalFiles implements Disk {

    private volatile boolean failSyncs;
    private volatile boolean failWrites;
    private volatile CountDownLatch writesBlocked = new CountDownLatch(0);

    /** Opens a ledger in a folder, with its journal in such files. */
    public LedgerStore open(Path folder, Converter converter, InstantSource clock, StoreListener listener) {
        return LedgerStore.open(folder, converter, clock, this, StoreLimits.DEFAULTS, listener);
    }

    public void failSyncs() {
        failSyncs = true;
    }

    public void failWrites() {
        failWrites = true;
    }

    /** Every sync waits from now on, until {@link #unblockWrites}. */
    public void blockWrites() {
        writesBlocked = new CountDownLatch(1);
    }

    public void unblockWrites() {
        writesBlocked.countDown();
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
                    writesBlocked.await();
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
