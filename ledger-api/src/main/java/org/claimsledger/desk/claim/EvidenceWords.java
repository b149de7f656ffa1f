package org.claimsledger.desk.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.ValueAgreement;
import org.claimsledger.claim.Review;
import org.claimsledger.claim.Review.ReviewState;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Quote;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/** Puts the evidence of one claim into words. */
final class EvidenceWords {

    private static final String[] CREDIBILITY = {
        "confirmed", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged"
    };

    private final NameLookup names;
    private final ValueWords values;
    private final ClaimId claim;
    private final PredicateKey predicate;

    EvidenceWords(NameLookup names, ValueWords values, ClaimId claim, PredicateKey predicate) {
        this.names = names;
        this.values = values;
        this.claim = claim;
        this.predicate = predicate;
    }

    /**
     * A piece of evidence among those of its origin.
     *
     * @param chain through whom the testimony came, after the one who really says it
     * @param hedge how firmly it is said, where it is not plainly asserted
     * @param saidOn the date of the attestor's own words, briefly
     * @param otherValue the value that it speaks for, where that is not the claim's
     * @param notes whether it only repeats another document or does not count, and why
     * @param live whether it counts
     * @param reported when it counts as published
     */
    public record EvidenceListRow(
            String id,
            CitedDocument cited,
            List<LinkedText> chain,
            @Nullable Quote quote,
            @Nullable String hedge,
            @Nullable String saidOn,
            @Nullable String credibility,
            @Nullable LinkedText otherValue,
            List<String> notes,
            boolean live,
            String reported) {}

    /**
     * The document that a piece of evidence cites.
     *
     * @param published the source's date, briefly
     * @param publishedSentence the meaning of that date
     * @param locator the place in the document
     */
    public record CitedDocument(
            LinkedText source,
            @Nullable String publisher,
            @Nullable String published,
            @Nullable String publishedSentence,
            @Nullable String locator) {}

    EvidenceListRow of(EvidenceState evidence) {
        Testimony testimony = evidence.testimony();
        Optional<SourceAt> source = names.sourceAt(testimony.source());
        Optional<SourceDetails> details = source.map(it -> it.source().details());
        Edtf published = details.map(SourceDetails::published).orElse(null);
        Integer credibility = testimony.credibility();
        return new EvidenceListRow(
                evidence.id().value(),
                new CitedDocument(
                        names.source(testimony.source()),
                        source.map(SourceAt::publisher).orElse(null),
                        published == null ? null : DateInWords.brief(published),
                        published == null ? null : DateInWords.sentence(published),
                        testimony.locator()),
                chain(testimony),
                testimony.quote(),
                hedge(testimony),
                testimony.saidOn() == null ? null : DateInWords.brief(testimony.saidOn()),
                credibility == null ? null : credibility + ", " + CREDIBILITY[credibility - 1],
                evidence.speaksFor() == ValueAgreement.THIS ? null : values.of(evidence.value(), predicate),
                notes(evidence, source.orElse(null)),
                evidence.live(),
                reportedText(evidence));
    }

    /** The date of a protected source is not shown. */
    private static String reportedText(EvidenceState evidence) {
        return evidence.reported().equals(Instant.MAX)
                ? "a date that is not told"
                : InstantWords.shortDay(evidence.reported());
    }

    /** The one who really says it: the first of the attribution, with a link where it is in the ledger. */
    LinkedText attestor(EvidenceState evidence) {
        Attestor attestor = evidence.testimony().attestor();
        return attestor == null ? LinkedText.plain(evidence.origin().name()) : names.attestor(attestor);
    }

    private List<LinkedText> chain(Testimony testimony) {
        List<LinkedText> chain = new ArrayList<>();
        testimony.attribution().stream().skip(1).map(names::attestor).forEach(chain::add);
        return chain;
    }

    private static @Nullable String hedge(Testimony testimony) {
        return testimony.modality() == Modality.ASSERTED ? null : Phrases.of(testimony.modality());
    }

    private List<String> notes(EvidenceState evidence, @Nullable SourceAt source) {
        List<String> notes = new ArrayList<>();
        if (source != null) {
            for (Lineage lineage : TextRules.entries(source.source().details().lineage())) {
                if (lineage.relation().isEcho()) {
                    notes.add(Phrases.of(lineage.relation()) + " " + original(lineage) + "; counts once with it");
                }
            }
        }
        if (evidence.testimony().stance() == Stance.SUPPORTS && evidence.speaksFor() == ValueAgreement.OTHER) {
            notes.add("speaks for another value, which excludes this one");
        } else if (evidence.testimony().stance() == Stance.DISPUTES && evidence.speaksFor() == ValueAgreement.OTHER) {
            notes.add("disputes another value; counts for nothing here");
        }
        EvidenceWithdrawn withdrawal = evidence.withdrawal();
        if (withdrawal != null) {
            notes.add("withdrawn by the desk: "
                    + Phrases.listed(
                            withdrawal.reasons().stream().map(Phrases::of).toList())
                    + (withdrawal.note() == null ? "" : ". " + withdrawal.note()));
        } else if (!evidence.live()) {
            notes.add("does not count: " + whyNotLive(evidence, source));
        }
        return notes;
    }

    private String original(Lineage lineage) {
        String outlet = lineage.outlet();
        return lineage.source() == null
                ? outlet == null ? "another document" : outlet
                : "“" + names.source(lineage.source()).text() + "”";
    }

    /** What no editor has accepted counts for nothing, whatever became of its source. */
    private String whyNotLive(EvidenceState evidence, @Nullable SourceAt source) {
        Review review = evidence.review();
        if (review != null && review.state() != ReviewState.ACCEPTED) {
            return review.state() == ReviewState.REFUSED ? "an editor refused it" : "it waits for an editor";
        }
        return source != null && !source.source().standsFor(new EvidenceRef(claim, evidence.id()))
                ? "its publisher took it back"
                : "a source that it came through was taken back";
    }
}
