package org.claimsledger.desk.form;

import java.util.List;
import org.claimsledger.api.form.FormInput;
import org.claimsledger.desk.words.HistoryRow;
import org.claimsledger.desk.words.LinkedText;
import org.jspecify.annotations.Nullable;

/**
 * What an act is about, as it stands now.
 *
 * @param page its own page
 * @param sentence what it is, as a reader would see it
 * @param revision how often it was changed; absent of what is only made
 * @param there what a form begins with that shows what the ledger has
 * @param handy what any other form begins with
 */
public record FormTarget(
        @Nullable LinkedText page,
        @Nullable String sentence,
        @Nullable Long revision,
        FormInput currentInput,
        FormInput suggestedInput) {

    /** What is only made. */
    static final FormTarget NONE = new FormTarget(null, null, null, FormInput.EMPTY, FormInput.EMPTY);

    /**
     * What others did since a form was opened.
     *
     * @param theirs what they recorded
     * @param sentence how it reads now
     */
    public record ConcurrentChange(@Nullable String sentence, List<HistoryRow> theirs) {}
}
