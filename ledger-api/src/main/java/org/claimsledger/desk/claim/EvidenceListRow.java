package org.claimsledger.desk.claim;

import java.util.List;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.event.Quote;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence, as it is shown among those of its origin.
 *
 * @param source the document, with a link
 * @param published when it came out, as the source's date is written
 * @param publishedSentence what that date means
 * @param chain through whom it came, after the one who really says it
 * @param hedge how firmly it is said, where it is not plainly asserted
 * @param otherValue the value that it speaks for, where that is another one
 * @param notes what else there is to know: that it only repeats another document, does not count, and why
 * @param live whether it counts
 * @param reported when it counts as published
 */
public record EvidenceListRow(
        String id,
        LinkedText source,
        @Nullable String publisher,
        @Nullable String published,
        @Nullable String publishedSentence,
        List<LinkedText> chain,
        @Nullable String locator,
        @Nullable Quote quote,
        @Nullable String hedge,
        @Nullable String credibility,
        @Nullable LinkedText otherValue,
        List<String> notes,
        boolean live,
        String reported) {}
