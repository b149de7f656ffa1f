package org.claimsledger.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a task is, on the error stream; or nothing, for tasks that nobody watches. */
final class Bar implements AutoCloseable {

    /** For a task whose end is not known. */
    static final long UNKNOWN = -1;

    private final @Nullable ProgressBar shown;

    private Bar(@Nullable ProgressBar shown) {
        this.shown = shown;
    }

    static Bar events(String task, long most) {
        return new Bar(builder(task, most).build());
    }

    static Bar bytes(String task, long most) {
        return new Bar(builder(task, most).setUnit(" kB", 1_000).build());
    }

    static Bar none() {
        return new Bar(null);
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
        if (shown != null) {
            shown.stepBy(more);
        }
    }

    void stepTo(long position) {
        if (shown != null) {
            shown.stepTo(position);
        }
    }

    @Override
    public void close() {
        if (shown != null) {
            shown.close();
        }
    }
}
