package org.claimsledger.desk.act;

import java.util.List;
import org.claimsledger.desk.form.Typed;
import org.claimsledger.desk.history.HistoryLine;
import org.claimsledger.desk.words.Said;
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
public record Target(
        @Nullable Said page,
        @Nullable String sentence,
        @Nullable Long revision,
        Typed there,
        Typed handy) {

    /** What is only made. */
    static final Target NOTHING = new Target(null, null, null, Typed.NOTHING, Typed.NOTHING);

    /**
     * What others did since a form was opened.
     *
     * @param theirs what they recorded
     * @param sentence how it reads now
     */
    public record Meanwhile(@Nullable String sentence, List<HistoryLine> theirs) {}
}
