package org.claimsledger.desk.subject;

import java.util.List;
import java.util.Map;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.page.PageRequest.Citation;
import org.claimsledger.desk.page.PageRequest.ListSection;
import org.claimsledger.desk.picture.Timeline;
import org.claimsledger.desk.subject.Dossier.DossierTheme;
import org.claimsledger.desk.words.HistoryRows.HistoryRow;
import org.claimsledger.desk.words.LinkedText;
import org.jspecify.annotations.Nullable;

/**
 * The page of a subject.
 *
 * @param identified whether any source identifies the subject
 * @param timelines one picture in two sizes, for wide and for narrow windows
 * @param mentions claims about others that name the subject
 */
public record SubjectPage(
        String id,
        String name,
        String kind,
        boolean identified,
        Map<String, String> externalIds,
        @Nullable LinkedText parent,
        @Nullable String zone,
        OtherNames names,
        List<ComparisonRow> comparisons,
        ListSection<DossierTheme> themes,
        List<Timeline> timelines,
        List<ClaimListRow> mentions,
        ListSection<HistoryRow> history,
        Citation citation) {

    /**
     * The names besides the main one.
     *
     * @param requested the name of the subject that the address names, where that one is read under this one
     * @param also the other names of the subject
     * @param absorbed the names of the subjects that are read under this one
     */
    public record OtherNames(@Nullable String requested, List<OtherName> also, List<String> absorbed) {}

    /**
     * Another name of the subject.
     *
     * @param tag its language, as a tag of BCP 47
     * @param language its language, as a word
     * @param source who uses it
     */
    public record OtherName(
            String name,
            @Nullable String tag,
            @Nullable String language,
            @Nullable LinkedText source) {}

    /** The outcome of a comparison with another subject. */
    public record ComparisonRow(
            LinkedText other, String outcome, @Nullable String reason) {}
}
