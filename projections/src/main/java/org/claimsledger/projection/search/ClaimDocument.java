package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.EvidenceFiled;
import org.claimsledger.event.Testimony.Quote;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** The document of a claim: every text that it ever had, and every source that it ever cited. */
final class ClaimDocument {

    /**
     * A text of a claim in which a search looks for words.
     *
     * @param evidence the evidence whose quote the text is; absent for other texts
     */
    record ClaimText(String field, @Nullable String evidence, String text) {}

    private final long number;
    private final ClaimId id;
    private final ClaimContent initialContent;
    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<SourceId> sources = new LinkedHashSet<>();

    ClaimDocument(long number, ClaimAsserted asserted) {
        this.number = number;
        this.id = asserted.claim();
        this.initialContent = asserted.content();
        add(asserted);
    }

    /** Whether an event of this kind can add to the document. */
    static boolean isIndexed(ClaimEvent event) {
        return event instanceof ClaimRevised || !event.citedSources().isEmpty();
    }

    /** @return whether the document has changed */
    boolean add(ClaimEvent event) {
        boolean changed = sources.addAll(event.citedSources());
        if (event instanceof ClaimAsserted asserted) {
            changed |= add(asserted.content().statement())
                    | add(text(asserted.content().value()));
        }
        if (event instanceof EvidenceFiled filing) {
            changed |= add(filing.testimony().quote());
        }
        if (event instanceof ClaimRevised revised) {
            changed |= add(revised.changes().statement())
                    | add(text(revised.changes().value()));
        }
        return changed;
    }

    private boolean add(@Nullable Quote quote) {
        return quote != null && add(quote.exact());
    }

    private boolean add(@Nullable String text) {
        return text != null && texts.add(text);
    }

    /** The memory that the document takes, roughly, in bytes. */
    int memoryWeight() {
        return 500
                + 100 * sources.size()
                + 2 * texts.stream().mapToInt(String::length).sum();
    }

    Document luceneDocument() {
        Document document = new Document();
        document.add(new LongField(IndexFields.CLAIM_NO, number, Field.Store.NO));
        document.add(new StringField(IndexFields.CLAIM_ID, id.value(), Field.Store.NO));
        document.add(new LongField(
                IndexFields.CLAIM_SUBJECT, IndexFields.subjectHash(initialContent.subject()), Field.Store.NO));
        document.add(new StringField(
                IndexFields.CLAIM_PREDICATE, initialContent.predicate().value(), Field.Store.NO));
        sources.forEach(it -> document.add(new StringField(IndexFields.CLAIM_SOURCE, it.value(), Field.Store.NO)));
        TextTokenStream.addFields(texts, IndexFields.CLAIM_WORD, IndexFields.CLAIM_PREFIX, document);
        return document;
    }

    /** The texts of the claim at a viewpoint. */
    static List<ClaimText> texts(ClaimAt claim) {
        List<ClaimText> claimTexts = new ArrayList<>();
        ClaimContent claimContent = claim.claim().content();
        if (claimContent.statement() != null) {
            claimTexts.add(new ClaimText("statement", null, claimContent.statement()));
        }
        String value = text(claimContent.value());
        if (value != null) {
            claimTexts.add(new ClaimText("value", null, value));
        }
        for (EvidenceState evidence : claim.state().evidence()) {
            Quote quote = evidence.testimony().quote();
            if (quote != null) {
                claimTexts.add(new ClaimText("quote", evidence.id().value(), quote.exact()));
            }
        }
        return claimTexts;
    }

    private static @Nullable String text(@Nullable Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Term term -> term.term();
            case null, default -> null;
        };
    }
}
