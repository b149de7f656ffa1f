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
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.search.SubjectDocuments.Holder;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.source.SourceEvent.SourceRegistered;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.subject.SubjectEvent.SubjectRegistered;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** What some events bring to the index, each thing once, however many of them are about it. */
final class Gathered {

    /** What was there before these events. */
    interface Earlier {

        Holder holder(SubjectId id);

        ClaimGathering claim(ClaimId id, long before);

        SourceGathering source(SourceId id, long before);

        /** Nothing was. */
        Earlier NONE = new Earlier() {
            @Override
            public Holder holder(SubjectId id) {
                throw new IllegalStateException("an event of a subject that was never registered: " + id);
            }

            @Override
            public ClaimGathering claim(ClaimId id, long before) {
                throw new IllegalStateException("an event of a claim that was never asserted: " + id);
            }

            @Override
            public SourceGathering source(SourceId id, long before) {
                throw new IllegalStateException("an event of a source that was never registered: " + id);
            }
        };
    }

    private final Earlier earlier;
    private final Map<SubjectId, Holder> holders = new LinkedHashMap<>();
    private final Map<ClaimId, ClaimGathering> claims = new LinkedHashMap<>();
    private final Map<SourceId, SourceGathering> sources = new LinkedHashMap<>();
    private final Set<ClaimId> changed = new HashSet<>();
    private final Set<Object> begun = new HashSet<>();
    private final List<Document> names = new ArrayList<>();

    Gathered(Earlier earlier) {
        this.earlier = earlier;
    }

    void add(Recorded recorded) {
        if (recorded.isOf(ClaimEvent.class)) {
            add((ClaimEvent) recorded.event(), recorded.position());
        } else if (recorded.isOf(SourceEvent.class)) {
            add((SourceEvent) recorded.event(), recorded.position());
        } else if (recorded.isOf(SubjectEvent.class)) {
            add((SubjectEvent) recorded.event(), recorded.position());
        }
    }

    private void add(ClaimEvent event, long position) {
        if (event instanceof ClaimAsserted asserted) {
            begun.add(asserted.claim());
            changed.add(asserted.claim());
            claims.put(asserted.claim(), new ClaimGathering(position, asserted));
        } else if (ClaimGathering.isToBeSeen(event)
                && claims.computeIfAbsent(event.claim(), id -> earlier.claim(id, position))
                        .add(event)) {
            changed.add(event.claim());
        }
    }

    private void add(SourceEvent event, long position) {
        if (event instanceof SourceRegistered registered) {
            begun.add(registered.source());
            sources.put(registered.source(), new SourceGathering(position, registered.source()));
        }
        if (SourceGathering.isToBeSeen(event)) {
            sources.computeIfAbsent(event.source(), id -> earlier.source(id, position))
                    .add(event);
        }
    }

    private void add(SubjectEvent event, long position) {
        Holder holder = event instanceof SubjectRegistered registered
                ? new Holder(position, registered.details().kind())
                : holders.computeIfAbsent(event.subject(), earlier::holder);
        holders.put(event.subject(), holder);
        names.addAll(SubjectDocuments.of(event, position, holder));
    }

    Map<SubjectId, Holder> holders() {
        return holders;
    }

    Map<ClaimId, ClaimGathering> claims() {
        return claims;
    }

    void write(IndexWriter writer) throws IOException {
        for (Document each : names) {
            writer.addDocument(each);
        }
        for (Map.Entry<ClaimId, ClaimGathering> each : claims.entrySet()) {
            ClaimId id = each.getKey();
            if (changed.contains(id)) {
                write(id, new Term(Fields.CLAIM_ID, id.value()), each.getValue().document(), writer);
            }
        }
        for (Map.Entry<SourceId, SourceGathering> each : sources.entrySet()) {
            SourceId id = each.getKey();
            write(id, new Term(Fields.SOURCE_ID, id.value()), each.getValue().document(), writer);
        }
    }

    private void write(Object id, Term key, Document document, IndexWriter writer) throws IOException {
        if (begun.contains(id)) {
            writer.addDocument(document);
        } else {
            writer.updateDocument(key, document);
        }
    }
}
