package org.claimsledger.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a bar how far a stream was read. */
final class Counted extends FilterInputStream {

    private final Bar bar;

    Counted(InputStream in, Bar bar) {
        super(in);
        this.bar = bar;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            bar.stepBy(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) {
            bar.stepBy(read);
        }
        return read;
    }
}
