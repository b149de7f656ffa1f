package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Language;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/**
 * The desk's knowledge of a source. An absent field is unknown; in an amendment, it is unchanged.
 *
 * @param published when it was published, in the world
 * @param retrievedAt when the desk captured it
 * @param contentSha256 digest of what was captured
 */
public record SourceDetails(
        @Nullable SourceKind kind,
        @Nullable String title,
        @Nullable Publisher publisher,
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
        TextRules.lineAt("/title", title, TextRules.NAME);
        authors = authors == null ? null : TextRules.eachLineAt("/authors", authors, TextRules.NAME);
        lineage = lineage == null ? null : TextRules.entriesAt("/lineage", lineage);
        TextRules.linesAt("/note", note, TextRules.NOTE);
    }

    /** The names of the lists that are given, but empty. */
    public List<String> emptyLists() {
        return Stream.of("authors", "lineage")
                .filter(field -> List.of().equals(field.equals("authors") ? authors : lineage))
                .toList();
    }

    /** These details as stored events have them: an empty list is absent. */
    public SourceDetails withoutEmptyLists() {
        return with(
                authors == null || authors.isEmpty() ? null : authors,
                lineage == null || lineage.isEmpty() ? null : lineage);
    }

    private SourceDetails with(@Nullable List<String> otherAuthors, @Nullable List<Lineage> otherLineage) {
        return new SourceDetails(
                kind,
                title,
                publisher,
                otherAuthors,
                url,
                language,
                published,
                retrievedAt,
                contentSha256,
                reliability,
                otherLineage,
                note);
    }

    /** The names under which its publisher, and the outlets that it depends on, are known. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (publisher instanceof Publisher.ByName by) {
            names.add(by.name());
        }
        TextRules.entries(lineage).stream()
                .map(Lineage::outlet)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }

    /** The sources on which it depends, as far as the ledger holds them. */
    Set<SourceId> lineageSources() {
        return TextRules.entries(lineage).stream()
                .map(Lineage::source)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The subject that published it, where the publisher is one. */
    public Set<SubjectId> publisherSubjects() {
        return publisher instanceof Publisher.BySubject by ? Set.of(by.subject()) : Set.of();
    }

    /** Only kind and rating, where the source is hidden; else all of it, with pseudonyms in its lineage. */
    public SourceDetails redacted(SourceId source, HiddenSources hidden) {
        if (hidden.isHidden(source)) {
            return new SourceDetails(kind, null, null, null, null, null, null, null, null, reliability, null, null);
        }
        return lineage == null
                ? this
                : with(
                        authors,
                        lineage.stream().map(each -> each.redacted(hidden)).toList());
    }

    /** The kinds of document or record that a source can be. */
    public enum SourceKind {
        NEWS_REPORT,
        NGO_REPORT,
        COURT_RECORD,
        OFFICIAL_STATEMENT,
        INTERVIEW,
        SOCIAL_POST,
        BOOK,
        DATASET,
        OTHER
    }

    /**
     * How far a source can be relied upon, on the Admiralty scale (NATO STANAG 2511): A best, E worst, F unknown.
     * Its JSON is the capital letter, unlike that of any other enumeration.
     */
    public enum Reliability {
        @JsonProperty("A")
        A,
        @JsonProperty("B")
        B,
        @JsonProperty("C")
        C,
        @JsonProperty("D")
        D,
        @JsonProperty("E")
        E,
        @JsonProperty("F")
        F
    }
}
