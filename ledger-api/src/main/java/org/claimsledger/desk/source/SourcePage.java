package org.claimsledger.desk.source;

import java.util.List;
import org.claimsledger.desk.claim.ClaimListRow;
import org.claimsledger.desk.page.Citation;
import org.claimsledger.desk.picture.Graph;
import org.claimsledger.desk.words.HistoryRow;
import org.jspecify.annotations.Nullable;

/**
 * A source as its page shows it.
 *
 * @param standing whether it stands, in a sentence
 * @param fallen whether its publisher took it back
 * @param isProtected whether nobody but editors reads which one it is
 * @param publishedSentence what its date means
 * @param url of the document itself
 * @param reliability as a letter and in words
 * @param lineage what it comes from and what comes from it; absent where it stands alone
 * @param lineageSentences the same as sentences
 * @param claims that rest on it, the first of them
 * @param retraction the page that tells what its retraction would change; absent where it is retracted
 */
public record SourcePage(
        String id,
        String title,
        String kind,
        String standing,
        boolean retracted,
        boolean isProtected,
        @Nullable String publisher,
        List<String> authors,
        @Nullable String language,
        @Nullable String published,
        @Nullable String publishedSentence,
        @Nullable String url,
        @Nullable String captured,
        @Nullable String sha256,
        @Nullable String reliability,
        @Nullable String note,
        List<NoticeRow> notices,
        @Nullable Graph lineage,
        List<String> lineageSentences,
        boolean lineageIsComplete,
        List<ClaimListRow> claims,
        @Nullable String moreClaims,
        @Nullable String retraction,
        List<HistoryRow> history,
        @Nullable String moreHistory,
        Citation citation) {

    /** What its publisher said of it. */
    public record NoticeRow(
            String type,
            @Nullable String published,
            String recorded,
            @Nullable String reasons,
            @Nullable String note,
            @Nullable String url) {}
}
