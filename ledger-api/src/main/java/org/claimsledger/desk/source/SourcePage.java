package org.claimsledger.desk.source;

import java.util.List;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.page.PageRequest.Citation;
import org.claimsledger.desk.page.PageRequest.ListSection;
import org.claimsledger.desk.source.LineageGraph.LineagePicture;
import org.claimsledger.desk.words.HistoryRows.HistoryRow;
import org.claimsledger.desk.words.LinkedText;
import org.jspecify.annotations.Nullable;

/**
 * The page of a source.
 *
 * @param capture absent where the document was not captured
 * @param reliability as a letter and in words
 * @param claims that rest on the source
 */
public record SourcePage(
        String id,
        String title,
        String kind,
        SourceStanding standing,
        Publication publication,
        @Nullable Capture capture,
        @Nullable String reliability,
        @Nullable String note,
        List<NoticeRow> notices,
        LineagePicture lineage,
        ListSection<ClaimListRow> claims,
        ListSection<HistoryRow> history,
        Citation citation) {

    /**
     * How the source stands.
     *
     * @param retracted whether its publisher took it back
     * @param isProtected whether only editors may know which source it is
     * @param previewHref the page that tells what a retraction would change; absent where there is none to preview
     */
    public record SourceStanding(
            String sentence,
            boolean retracted,
            boolean isProtected,
            @Nullable String previewHref) {}

    /**
     * How the document came out.
     *
     * @param dateSentence the meaning of its date
     * @param url of the document itself
     */
    public record Publication(
            @Nullable LinkedText publisher,
            List<String> authors,
            @Nullable String language,
            @Nullable String date,
            @Nullable String dateSentence,
            @Nullable String url) {}

    /** When the document was captured, and the hash of its content. */
    public record Capture(String time, @Nullable String sha256) {}

    /**
     * A statement of the publisher about the source.
     *
     * @param number by which it can be withdrawn
     */
    public record NoticeRow(
            int number,
            String type,
            @Nullable String published,
            String recorded,
            @Nullable String reasons,
            @Nullable String note,
            @Nullable String url) {}
}
