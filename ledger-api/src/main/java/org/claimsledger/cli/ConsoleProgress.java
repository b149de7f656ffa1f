package org.claimsledger.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a task is, on the error stream; or nothing, for tasks that nobody watches. */
final class ConsoleProgress implements AutoCloseable {

    /** For a task whose end is not known. */
    static final long UNKNOWN = -1;

    private final @Nullable ProgressBar progressBar;

    private ConsoleProgress(@Nullable ProgressBar shown) {
        this.progressBar = shown;
    }

    static ConsoleProgress events(String task, long most) {
        return new ConsoleProgress(builder(task, most).build());
    }

    static ConsoleProgress bytes(String task, long most) {
        return new ConsoleProgress(builder(task, most).setUnit(" kB", 1_000).build());
    }

    static ConsoleProgress none() {
        return new ConsoleProgress(null);
    }

    private static ProgressBarBuilder builder(String task, long most) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .continuousUpdate();
    }

    void stepBy(long more) {
        if (progressBar != null) {
            progressBar.stepBy(more);
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
}
