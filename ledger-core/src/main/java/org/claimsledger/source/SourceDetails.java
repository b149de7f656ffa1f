package org.claimsledger.source;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Language;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.Texts;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/**
 * What the desk knows about a source. Anything absent is unknown; in an amendment, unchanged.
 *
 * @param published when it was published, in the world
 * @param retrievedAt when the desk captured it
 * @param contentSha256 digest of what was captured
 */
public record SourceDetails(
        @Nullable SourceKind kind,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable List<String> authors,
        @Nullable Url url,
        @Nullable Language language,
        @Nullable Edtf published,
        @Nullable Instant retrievedAt,
        @Nullable Sha256 contentSha256,
        @Nullable Reliability reliability,
        @Nullable List<Lineage> lineage,
        @Nullable String note) {

    public SourceDetails {
        Texts.lineAt("/title", title, Texts.NAME);
        Texts.lineAt("/publisher", publisher, Texts.NAME);
        authors = authors == null ? null : Texts.eachLineAt("/authors", authors, Texts.NAME);
        lineage = lineage == null ? null : Texts.entriesAt("/lineage", lineage);
        Texts.linesAt("/note", note, Texts.NOTE);
    }

    /** The names of the lists that are given, but empty. */
    List<String> emptyLists() {
        return Stream.of("authors", "lineage")
                .filter(field -> List.of().equals(field.equals("authors") ? authors : lineage))
                .toList();
    }

    /** The same, as stored events have it: a list that is empty is absent. */
    SourceDetails withoutEmptyLists() {
        return new SourceDetails(
                kind,
                title,
                publisher,
                authors == null || authors.isEmpty() ? null : authors,
                url,
                language,
                published,
                retrievedAt,
                contentSha256,
                reliability,
                lineage == null || lineage.isEmpty() ? null : lineage,
                note);
    }
}
