package org.claimsledger.source;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.claimsledger.event.SourceDetails;
import org.jspecify.annotations.Nullable;

/** How an amendment changes the details of a source, field by field. */
final class SourceChanges {

    /** Fields that a source cannot be without. */
    static final Set<String> REQUIRED = Set.of("kind", "title");

    private SourceChanges() {}

    static SourceDetails apply(SourceDetails before, SourceDetails changes, List<String> cleared) {
        return new SourceDetails(
                changed("kind", before.kind(), changes.kind(), cleared),
                changed("title", before.title(), changes.title(), cleared),
                changed("publisher", before.publisher(), changes.publisher(), cleared),
                changed("authors", before.authors(), changes.authors(), cleared),
                changed("url", before.url(), changes.url(), cleared),
                changed("language", before.language(), changes.language(), cleared),
                changed("published", before.published(), changes.published(), cleared),
                changed("retrievedAt", before.retrievedAt(), changes.retrievedAt(), cleared),
                changed("contentSha256", before.contentSha256(), changes.contentSha256(), cleared),
                changed("reliability", before.reliability(), changes.reliability(), cleared),
                changed("lineage", before.lineage(), changes.lineage(), cleared),
                changed("note", before.note(), changes.note(), cleared));
    }

    /** Those of the cleared fields that were set. */
    static List<String> clearedThatWereSet(SourceDetails before, List<String> cleared) {
        return cleared.stream()
                .filter(field -> !apply(before, before, List.of(field)).equals(before))
                .toList();
    }

    /** The changes that differ from the details before. */
    static SourceDetails withoutRepetitions(SourceDetails before, SourceDetails after) {
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

    private static <T> @Nullable T changed(String field, @Nullable T before, @Nullable T after, List<String> cleared) {
        if (cleared.contains(field)) {
            return null;
        }
        return after == null ? before : after;
    }

    private static <T> @Nullable T ifNew(@Nullable T before, @Nullable T after) {
        return Objects.equals(before, after) ? null : after;
    }
}
