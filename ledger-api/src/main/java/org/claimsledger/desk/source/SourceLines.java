package org.claimsledger.desk.source;

import java.util.List;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Words;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.time.DateInWords;

/** Makes lines of sources. */
public final class SourceLines {

    private SourceLines() {}

    public static List<SourceLine> of(List<SourceAt> sources, Links to) {
        return sources.stream().map(it -> of(it, to)).toList();
    }

    public static SourceLine of(SourceAt source, Links to) {
        SourceDetails details = source.source().details();
        return new SourceLine(
                to.source(source.source().id().value()),
                Names.title(source),
                details.kind() == null ? "" : Words.of(details.kind()),
                details.publisher(),
                details.published() == null ? null : DateInWords.brief(details.published()),
                source.source().retracted());
    }
}
