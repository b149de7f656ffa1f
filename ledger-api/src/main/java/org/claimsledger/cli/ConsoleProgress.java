package org.claimsledger.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on the error stream; {@link #none()} shows nothing. */
final class ConsoleProgress implements AutoCloseable {

    /** The total of a task whose end is not known. */
    static final long UNKNOWN = -1;

    private final @Nullable ProgressBar progressBar;

    private ConsoleProgress(@Nullable ProgressBar progressBar) {
        this.progressBar = progressBar;
    }

    static ConsoleProgress events(String task, long total) {
        return new ConsoleProgress(builder(task, total).build());
    }

    static ConsoleProgress bytes(String task, long total) {
        return new ConsoleProgress(builder(task, total).setUnit(" kB", 1_000).build());
    }

    static ConsoleProgress none() {
        return new ConsoleProgress(null);
    }

    private static ProgressBarBuilder builder(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .continuousUpdate();
    }

    private void stepBy(long steps) {
        if (progressBar != null) {
            progressBar.stepBy(steps);
        }
    }

    void stepTo(long position) {
        if (progressBar != null) {
            progressBar.stepTo(position);
        }
    }

    @Override
    public void close() {
        if (progressBar != null) {
            progressBar.close();
        }
    }

    /** Passes the bytes on, and moves the bar as they are read. */
    InputStream reading(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                if (read >= 0) {
                    stepBy(1);
                }
                return read;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                int read = super.read(target, from, length);
                if (read > 0) {
                    stepBy(read);
                }
                return read;
            }
        };
    }
}
