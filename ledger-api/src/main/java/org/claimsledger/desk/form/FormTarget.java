package org.claimsledger.desk.form;

import java.util.List;
import org.claimsledger.api.form.FormInput;
import org.claimsledger.desk.words.HistoryRow;
import org.claimsledger.desk.words.LinkedText;
import org.jspecify.annotations.Nullable;

/**
 * The resource that a form is about.
 *
 * @param page the link to its page
 * @param sentence the resource as readers see it; absent where the link says enough
 * @param revision the revision of a claim; absent for all others
 * @param currentInput the first input of a form that shows what the ledger has
 * @param suggestedInput the first input of any other form
 */
public record FormTarget(
        @Nullable LinkedText page,
        @Nullable String sentence,
        @Nullable Long revision,
        FormInput currentInput,
        FormInput suggestedInput) {

    /** The target of a form that makes something new. */
    static final FormTarget NONE = new FormTarget(null, null, null, FormInput.EMPTY, FormInput.EMPTY);

    /**
     * The changes of others after a form was opened.
     *
     * @param theirs the events that they recorded
     * @param sentence the claim as it reads now
     */
    public record ConcurrentChange(@Nullable String sentence, List<HistoryRow> theirs) {}
}
