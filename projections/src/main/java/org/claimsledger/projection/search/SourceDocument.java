package org.claimsledger.projection.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceDescribed;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;

/** The document of a source: every title, publisher, author and URL that it ever had. */
final class SourceDocument {

    private final long number;
    private final SourceId id;
    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<SourceKind> kinds = new LinkedHashSet<>();

    SourceDocument(long number, SourceId id) {
        this.number = number;
        this.id = id;
    }

    /** Whether an event of this kind can add to the document. */
    static boolean isIndexed(SourceEvent event) {
        return event instanceof SourceDescribed;
    }

    void add(SourceEvent event) {
        if (event instanceof SourceDescribed described) {
            add(described.details());
        }
    }

    private void add(SourceDetails details) {
        texts.addAll(texts(details));
        if (details.kind() != null) {
            kinds.add(details.kind());
        }
    }

    /** The texts in which a search looks for words. */
    static List<String> texts(SourceDetails details) {
        return Stream.concat(
                        Stream.of(
                                        details.title(),
                                        details.publisher() instanceof Publisher.ByName byName ? byName.name() : null,
                                        details.url() == null
                                                ? null
                                                : details.url().text())
                                .filter(Objects::nonNull),
                        TextRules.entries(details.authors()).stream())
                .toList();
    }

    Document luceneDocument() {
        Document document = new Document();
        document.add(new LongField(IndexFields.SOURCE_NO, number, Field.Store.NO));
        document.add(new StringField(IndexFields.SOURCE_ID, id.value(), Field.Store.YES));
        kinds.forEach(it -> document.add(new StringField(IndexFields.SOURCE_KIND, it.name(), Field.Store.NO)));
        TextTokenStream.addFields(texts, IndexFields.SOURCE_WORD, IndexFields.SOURCE_PREFIX, document);
        return document;
    }
}
