package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.claimsledger.name.Name;
import org.claimsledger.name.NameKeys;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.subject.SubjectEvent.SubjectNamed;
import org.claimsledger.subject.SubjectEvent.SubjectRegistered;
import org.claimsledger.subject.SubjectEvent.SubjectsCompared;
import org.claimsledger.subject.SubjectEvent.SubjectsMerged;
import org.claimsledger.subject.SubjectEvent.SubjectsSplit;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.value.SubjectId;

/** Names, and who was ever read under whom, as the index holds them. None of this ever changes. */
final class SubjectDocuments {

    /** What never changes about a subject: the position at which it was registered, and its kind. */
    record Holder(long registered, SubjectKind kind) {}

    private SubjectDocuments() {}

    /** What the event adds. */
    static List<Document> of(SubjectEvent event, long position, Holder holder) {
        List<Document> added = new ArrayList<>();
        switch (event) {
            case SubjectRegistered registered -> {
                Document first = of(registered.details().name(), registered.subject(), holder, position);
                registered
                        .details()
                        .externalIds()
                        .forEach((scheme, id) -> first.add(new StringField(
                                Fields.NAME_EXTERNAL_ID, NameQueries.externalId(scheme, id), Field.Store.NO)));
                added.add(first);
                registered
                        .details()
                        .alsoKnownAs()
                        .forEach(name -> added.add(of(name, registered.subject(), holder, position)));
            }
            case SubjectNamed named -> added.add(of(named.naming().name(), named.subject(), holder, position));
            case SubjectsMerged merged -> added.add(merge(merged, position));
            case SubjectsSplit split -> {}
            case SubjectsCompared compared -> {}
        }
        return added;
    }

    private static Document of(String name, SubjectId subject, Holder holder, long position) {
        Document document = new Document();
        document.add(new LongField(Fields.NAME_NO, position, Field.Store.NO));
        document.add(new NumericDocValuesField(Fields.NAME_REGISTERED, holder.registered()));
        document.add(new BinaryDocValuesField(Fields.NAME_SUBJECT, new BytesRef(subject.value())));
        document.add(new NumericDocValuesField(Fields.NAME_HOLDER, Fields.number(subject)));
        document.add(new StringField(Fields.NAME_KIND, holder.kind().name(), Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.NAME_TEXT, new BytesRef(name)));
        Terms.add(List.of(name), Fields.NAME_WORD, Fields.NAME_BEGIN, document);
        NameKeys.held(Name.of(name))
                .forEach(key -> document.add(new StringField(Fields.NAME_KEY, key, Field.Store.NO)));
        return document;
    }

    private static Document merge(SubjectsMerged merged, long position) {
        Document document = new Document();
        document.add(new LongField(Fields.MERGE_NO, position, Field.Store.NO));
        document.add(new NumericDocValuesField(Fields.MERGE_KEPT, Fields.number(merged.subject())));
        document.add(new NumericDocValuesField(Fields.MERGE_ABSORBED, Fields.number(merged.absorbed())));
        return document;
    }
}
