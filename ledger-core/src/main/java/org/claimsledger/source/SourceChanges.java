package org.claimsledger.source;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an amendment changes the details of a source, field by field. */
final class SourceChanges {

    /** Fields that a source cannot be without. */
    static final Set<String> REQUIRED = Set.of("kind", "title");

    private SourceChanges() {}

    static SourceDetails apply(SourceDetails before, SourceDetails changes, List<String> cleared) {
        return new SourceDetails(
                now("kind", before.kind(), changes.kind(), cleared),
                now("title", before.title(), changes.title(), cleared),
                now("publisher", before.publisher(), changes.publisher(), cleared),
                now("authors", before.authors(), changes.authors(), cleared),
                now("url", before.url(), changes.url(), cleared),
                now("language", before.language(), changes.language(), cleared),
                now("published", before.published(), changes.published(), cleared),
                now("retrievedAt", before.retrievedAt(), changes.retrievedAt(), cleared),
                now("contentSha256", before.contentSha256(), changes.contentSha256(), cleared),
                now("reliability", before.reliability(), changes.reliability(), cleared),
                now("lineage", before.lineage(), changes.lineage(), cleared),
                now("note", before.note(), changes.note(), cleared));
    }

    /** Those of the cleared fields that had something to lose. */
    static List<String> lost(SourceDetails before, List<String> cleared) {
        return cleared.stream()
                .filter(field -> !apply(before, before, List.of(field)).equals(before))
                .toList();
    }

    /** What is set to something new: what stays as it is was not amended. */
    static SourceDetails onlyNew(SourceDetails before, SourceDetails after) {
        return new SourceDetails(
                ifNew(before.kind(), after.kind()),
                ifNew(before.title(), after.title()),
                ifNew(before.publisher(), after.publisher()),
                ifNew(before.authors(), after.authors()),
                ifNew(before.url(), after.url()),
                ifNew(before.language(), after.language()),
                ifNew(before.published(), after.published()),
                ifNew(before.retrievedAt(), after.retrievedAt()),
                ifNew(before.contentSha256(), after.contentSha256()),
                ifNew(before.reliability(), after.reliability()),
                ifNew(before.lineage(), after.lineage()),
                ifNew(before.note(), after.note()));
    }

    private static <T> @Nullable T now(String field, @Nullable T before, @Nullable T after, List<String> cleared) {
        if (cleared.contains(field)) {
            return null;
        }
        return after == null ? before : after;
    }

    private static <T> @Nullable T ifNew(@Nullable T before, @Nullable T after) {
        return Objects.equals(before, after) ? null : after;
    }
}
