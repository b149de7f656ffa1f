package org.claimsledger.desk.subject;

import java.util.List;
import java.util.Map;
import org.claimsledger.desk.claim.ClaimListRow;
import org.claimsledger.desk.page.Citation;
import org.claimsledger.desk.picture.Timeline;
import org.claimsledger.desk.words.HistoryRow;
import org.claimsledger.desk.words.LinkedText;
import org.jspecify.annotations.Nullable;

/**
 * A subject as its page shows it.
 *
 * @param askedAs the name of the subject that was asked for, where it is read under this one
 * @param absorbed the subjects that are read under this one
 * @param timelines the same picture for much room and for little
 * @param more the rest of its dossier; absent where this is all
 * @param mentions claims about others that name it
 */
public record SubjectPage(
        String id,
        String name,
        String kind,
        boolean identified,
        @Nullable String requestedName,
        List<OtherName> names,
        Map<String, String> externalIds,
        List<String> absorbed,
        List<ComparisonRow> comparisons,
        List<DossierTheme> themes,
        List<Timeline> timelines,
        @Nullable String more,
        List<ClaimListRow> mentions,
        List<HistoryRow> history,
        @Nullable String moreHistory,
        Citation citation) {

    /**
     * Another name that it goes by.
     *
     * @param tag its language, as BCP 47 has it
     * @param language the same as a word
     * @param source who uses it
     */
    public record OtherName(
            String name,
            @Nullable String tag,
            @Nullable String language,
            @Nullable LinkedText source) {}

    /** What was found when it was compared with another one. */
    public record ComparisonRow(
            LinkedText other, String outcome, @Nullable String reason) {}
}
