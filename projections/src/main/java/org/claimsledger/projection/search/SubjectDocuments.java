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
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.subject.SubjectEvent.SubjectNamed;
import org.claimsledger.subject.SubjectEvent.SubjectRegistered;
import org.claimsledger.subject.SubjectEvent.SubjectsMerged;
import org.claimsledger.subject.SubjectEvent.SubjectsSplit;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.value.SubjectId;

/** Names, and who was ever read under whom, as the index holds them. None of this ever changes. */
final class SubjectDocuments {

    private SubjectDocuments() {}

    /** What the event adds. */
    static List<Document> of(SubjectEvent event, long position, SubjectKind kind) {
        List<Document> added = new ArrayList<>();
        switch (event) {
            case SubjectRegistered registered -> {
                added.add(of(registered.details().name(), registered.subject(), kind, position));
                registered
                        .details()
                        .alsoKnownAs()
                        .forEach(name -> added.add(of(name, registered.subject(), kind, position)));
            }
            case SubjectNamed named -> added.add(of(named.naming().name(), named.subject(), kind, position));
            case SubjectsMerged merged -> added.add(merge(merged, position));
            case SubjectsSplit split -> {}
        }
        return added;
    }

    private static Document of(String name, SubjectId subject, SubjectKind kind, long position) {
        Document document = new Document();
        document.add(new LongField(Fields.NAME_NO, position, Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.NAME_SUBJECT, new BytesRef(subject.value())));
        document.add(new NumericDocValuesField(Fields.NAME_HOLDER, Fields.number(subject)));
        document.add(new StringField(Fields.NAME_KIND, kind.name(), Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.NAME_TEXT, new BytesRef(name)));
        document.add(new StringField(Fields.NAME_WHOLE, Terms.cut(Passage.folded(name)), Field.Store.NO));
        document.add(Terms.field(Fields.NAME_WORD, List.of(name)));
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
