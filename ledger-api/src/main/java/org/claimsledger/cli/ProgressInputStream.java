package org.claimsledger.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Shows on a progress bar how far a stream has been read. */
final class ProgressInputStream extends FilterInputStream {

    private final ConsoleProgress progress;

    ProgressInputStream(InputStream in, ConsoleProgress consoleProgress) {
        super(in);
        this.progress = consoleProgress;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            progress.stepBy(1);
        }
        return read;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        if (read > 0) {
            progress.stepBy(read);
        }
        return read;
    }
}
