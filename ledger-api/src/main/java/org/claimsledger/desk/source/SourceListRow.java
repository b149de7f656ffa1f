package org.claimsledger.desk.source;

import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.time.DateInWords;
import org.jspecify.annotations.Nullable;

/**
 * A source in a list.
 *
 * @param retracted whether its publisher took it back
 */
public record SourceListRow(
        String href,
        String title,
        String kind,
        @Nullable String publisher,
        @Nullable String published,
        boolean retracted) {

    public static SourceListRow of(SourceAt source, Links links) {
        SourceDetails details = source.source().details();
        return new SourceListRow(
                links.source(source.source().id().value()),
                NameLookup.title(source),
                details.kind() == null ? "" : Phrases.of(details.kind()),
                source.publisher(),
                details.published() == null ? null : DateInWords.brief(details.published()),
                source.source().retracted());
    }
}
