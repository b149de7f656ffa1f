package org.claimsledger.desk.source;

import java.util.List;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.projection.registry.SourceAt;
import org.claimsledger.time.DateInWords;

/** Makes lines of sources. */
public final class SourceListRows {

    private SourceListRows() {}

    public static List<SourceListRow> of(List<SourceAt> sources, Links to) {
        return sources.stream().map(it -> of(it, to)).toList();
    }

    public static SourceListRow of(SourceAt source, Links to) {
        SourceDetails details = source.source().details();
        return new SourceListRow(
                to.source(source.source().id().value()),
                NameLookup.title(source),
                details.kind() == null ? "" : Phrases.of(details.kind()),
                details.publisher(),
                details.published() == null ? null : DateInWords.brief(details.published()),
                source.source().retracted());
    }
}
