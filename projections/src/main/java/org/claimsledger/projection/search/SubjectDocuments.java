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
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.NameWithdrawn;
import org.claimsledger.event.SubjectEvent.SubjectDisclosed;
import org.claimsledger.event.SubjectEvent.SubjectNamed;
import org.claimsledger.event.SubjectEvent.SubjectProtected;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.event.SubjectEvent.SubjectsCompared;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.event.SubjectEvent.SubjectsSplit;
import org.claimsledger.name.Name;
import org.claimsledger.name.NameKeys;
import org.claimsledger.value.SubjectId;

/** Makes the documents of names and of merges, which never change. */
final class SubjectDocuments {

    /** The facts about a subject that never change: the position of its registration, and its kind. */
    record RegisteredSubject(long registered, SubjectKind kind) {}

    private SubjectDocuments() {}

    /** The documents that the event adds. */
    static List<Document> of(SubjectEvent event, long position, RegisteredSubject registeredSubject) {
        List<Document> added = new ArrayList<>();
        switch (event) {
            case SubjectRegistered registered -> {
                Document first = of(registered.details().name(), registered.subject(), registeredSubject, position);
                registered
                        .details()
                        .externalIds()
                        .forEach((scheme, id) -> first.add(new StringField(
                                IndexFields.NAME_EXTERNAL_ID, NameQueries.externalId(scheme, id), Field.Store.NO)));
                added.add(first);
                registered
                        .details()
                        .alsoKnownAs()
                        .forEach(name -> added.add(of(name, registered.subject(), registeredSubject, position)));
            }
            case SubjectNamed named ->
                added.add(of(named.naming().name(), named.subject(), registeredSubject, position));
            case NameWithdrawn withdrawn -> added.add(withdrawal(withdrawn, position));
            case SubjectsMerged merged -> added.add(merge(merged, position));
            case SubjectsSplit split -> {}
            case SubjectProtected it -> {}
            case SubjectDisclosed it -> {}
            case SubjectsCompared compared -> {}
        }
        return added;
    }

    private static Document of(String name, SubjectId subject, RegisteredSubject registeredSubject, long position) {
        Document document = new Document();
        document.add(new LongField(IndexFields.NAME_NO, position, Field.Store.NO));
        document.add(new NumericDocValuesField(IndexFields.NAME_REGISTERED, registeredSubject.registered()));
        document.add(new BinaryDocValuesField(IndexFields.NAME_SUBJECT, new BytesRef(subject.value())));
        document.add(new NumericDocValuesField(IndexFields.NAME_SUBJECT_HASH, IndexFields.subjectHash(subject)));
        document.add(
                new StringField(IndexFields.NAME_KIND, registeredSubject.kind().name(), Field.Store.NO));
        document.add(new BinaryDocValuesField(IndexFields.NAME_TEXT, new BytesRef(name)));
        TextTokenStream.addFields(List.of(name), IndexFields.NAME_WORD, IndexFields.NAME_PREFIX, document);
        NameKeys.indexTerms(Name.of(name))
                .forEach(key -> document.add(new StringField(IndexFields.NAME_KEY, key, Field.Store.NO)));
        return document;
    }

    private static Document withdrawal(NameWithdrawn withdrawn, long position) {
        Document document = new Document();
        document.add(new LongField(IndexFields.WITHDRAWAL_NO, position, Field.Store.NO));
        document.add(new NumericDocValuesField(
                IndexFields.WITHDRAWAL_SUBJECT, IndexFields.subjectHash(withdrawn.subject())));
        return document;
    }

    private static Document merge(SubjectsMerged merged, long position) {
        Document document = new Document();
        document.add(new LongField(IndexFields.MERGE_NO, position, Field.Store.NO));
        document.add(new NumericDocValuesField(IndexFields.MERGE_KEPT, IndexFields.subjectHash(merged.subject())));
        document.add(new NumericDocValuesField(IndexFields.MERGE_ABSORBED, IndexFields.subjectHash(merged.absorbed())));
        return document;
    }
}
