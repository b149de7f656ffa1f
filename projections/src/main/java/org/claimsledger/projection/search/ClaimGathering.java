package org.claimsledger.projection.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimRevised;
import org.claimsledger.claim.ClaimEvent.EvidenceAttached;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.Quote;
import org.claimsledger.projection.versions.Named;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** All that a claim ever said, and whom it ever cited. */
final class ClaimGathering {

    private final long number;
    private final ClaimId id;
    private final Content first;
    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<SourceId> sources = new LinkedHashSet<>();

    ClaimGathering(long number, ClaimAsserted asserted) {
        this.number = number;
        this.id = asserted.claim();
        this.first = asserted.content();
        add(asserted);
    }

    /** Whether the event may bring something to any claim. */
    static boolean isToBeSeen(ClaimEvent event) {
        return event instanceof ClaimAsserted
                || event instanceof EvidenceAttached
                || event instanceof ClaimRevised
                || !Named.sources(event).isEmpty();
    }

    /** @return whether it brought anything new */
    boolean add(ClaimEvent event) {
        boolean more = sources.addAll(Named.sources(event));
        return switch (event) {
            case ClaimAsserted asserted ->
                more
                        | add(asserted.content().statement())
                        | add(ClaimTexts.text(asserted.content().value()))
                        | add(asserted.testimony().quote());
            case EvidenceAttached attached -> more | add(attached.testimony().quote());
            case ClaimRevised revised ->
                more
                        | add(revised.changes().statement())
                        | add(ClaimTexts.text(revised.changes().value()));
            default -> more;
        };
    }

    private boolean add(@Nullable Quote quote) {
        return quote != null && add(quote.exact());
    }

    private boolean add(@Nullable String text) {
        return text != null && texts.add(text);
    }

    /** How much of memory it takes, roughly in bytes. */
    int weight() {
        return 500
                + 100 * sources.size()
                + 2 * texts.stream().mapToInt(String::length).sum();
    }

    Document document() {
        Document document = new Document();
        document.add(new LongField(Fields.CLAIM_NO, number, Field.Store.NO));
        document.add(new StringField(Fields.CLAIM_ID, id.value(), Field.Store.NO));
        document.add(new LongField(Fields.CLAIM_SUBJECT, Fields.number(first.subject()), Field.Store.NO));
        document.add(new StringField(Fields.CLAIM_PREDICATE, first.predicate().value(), Field.Store.NO));
        sources.forEach(it -> document.add(new StringField(Fields.CLAIM_SOURCE, it.value(), Field.Store.NO)));
        Terms.add(texts, Fields.CLAIM_WORD, Fields.CLAIM_BEGIN, document);
        return document;
    }
}
