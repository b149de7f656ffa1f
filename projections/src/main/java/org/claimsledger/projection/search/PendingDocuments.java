package org.claimsledger.projection.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.search.SubjectDocuments.RegisteredSubject;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** The documents that a batch of events adds to the index or replaces in it. */
final class PendingDocuments {

    private final EventIndexer indexer;
    private final Map<SubjectId, RegisteredSubject> subjects = new LinkedHashMap<>();
    private final Map<ClaimId, ClaimDocument> claims = new LinkedHashMap<>();
    private final Map<SourceId, SourceDocument> sources = new LinkedHashMap<>();
    private final Set<ClaimId> changedClaims = new HashSet<>();
    private final Set<Object> newIds = new HashSet<>();
    private final List<Document> nameDocuments = new ArrayList<>();

    /** @param indexer gives the entities as of the beginning of the batch */
    PendingDocuments(EventIndexer indexer) {
        this.indexer = indexer;
    }

    void add(LazyEvent lazyEvent) {
        if (lazyEvent.isInArea(ClaimEvent.class)) {
            add((ClaimEvent) lazyEvent.event(), lazyEvent.position());
        } else if (lazyEvent.isInArea(SourceEvent.class)) {
            add((SourceEvent) lazyEvent.event(), lazyEvent.position());
        } else if (lazyEvent.isInArea(SubjectEvent.class)) {
            add((SubjectEvent) lazyEvent.event(), lazyEvent.position());
        }
    }

    private void add(ClaimEvent event, long position) {
        if (event instanceof ClaimAsserted asserted) {
            newIds.add(asserted.claim());
            changedClaims.add(asserted.claim());
            claims.put(asserted.claim(), new ClaimDocument(position, asserted));
        } else if (ClaimDocument.isIndexed(event)
                && claims.computeIfAbsent(event.claim(), id -> indexer.earlierClaim(id, position))
                        .add(event)) {
            changedClaims.add(event.claim());
        }
    }

    private void add(SourceEvent event, long position) {
        if (event instanceof SourceRegistered registered) {
            newIds.add(registered.source());
            sources.put(registered.source(), new SourceDocument(position, registered.source()));
        }
        if (SourceDocument.isIndexed(event)) {
            sources.computeIfAbsent(event.source(), id -> indexer.earlierSource(id, position))
                    .add(event);
        }
    }

    private void add(SubjectEvent event, long position) {
        RegisteredSubject registeredSubject = event instanceof SubjectRegistered registered
                ? new RegisteredSubject(position, registered.details().kind())
                : subjects.computeIfAbsent(event.subject(), indexer::earlierSubject);
        subjects.put(event.subject(), registeredSubject);
        nameDocuments.addAll(SubjectDocuments.of(event, position, registeredSubject));
    }

    Map<SubjectId, RegisteredSubject> subjects() {
        return subjects;
    }

    Map<ClaimId, ClaimDocument> claims() {
        return claims;
    }

    void write(IndexWriter writer) throws IOException {
        for (Document each : nameDocuments) {
            writer.addDocument(each);
        }
        for (Map.Entry<ClaimId, ClaimDocument> each : claims.entrySet()) {
            ClaimId id = each.getKey();
            if (changedClaims.contains(id)) {
                write(
                        id,
                        new Term(IndexFields.CLAIM_ID, id.value()),
                        each.getValue().luceneDocument(),
                        writer);
            }
        }
        for (Map.Entry<SourceId, SourceDocument> each : sources.entrySet()) {
            SourceId id = each.getKey();
            write(
                    id,
                    new Term(IndexFields.SOURCE_ID, id.value()),
                    each.getValue().luceneDocument(),
                    writer);
        }
    }

    private void write(Object id, Term key, Document document, IndexWriter writer) throws IOException {
        if (newIds.contains(id)) {
            writer.addDocument(document);
        } else {
            writer.updateDocument(key, document);
        }
    }
}
