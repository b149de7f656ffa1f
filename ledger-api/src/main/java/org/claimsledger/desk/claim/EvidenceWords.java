package org.claimsledger.desk.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.ValueAgreement;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Modality;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.Stance;
import org.claimsledger.event.Testimony;
import org.claimsledger.projection.registry.SourceAt;
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

    private final NameLookup nameLookup;
    private final ValueWords values;
    private final ClaimId claim;
    private final PredicateKey predicate;

    EvidenceWords(NameLookup nameLookup, ValueWords values, ClaimId claim, PredicateKey predicate) {
        this.nameLookup = nameLookup;
        this.values = values;
        this.claim = claim;
        this.predicate = predicate;
    }

    EvidenceListRow of(EvidenceState held) {
        Testimony testimony = held.testimony();
        Optional<SourceAt> source = nameLookup.sourceAt(testimony.source());
        Optional<SourceDetails> details = source.map(it -> it.source().details());
        Edtf published = details.map(SourceDetails::published).orElse(null);
        Integer credibility = testimony.credibility();
        return new EvidenceListRow(
                held.id().value(),
                nameLookup.source(testimony.source()),
                details.map(SourceDetails::publisher).orElse(null),
                published == null ? null : DateInWords.brief(published),
                published == null ? null : DateInWords.sentence(published),
                chain(testimony),
                testimony.locator(),
                testimony.quote(),
                hedge(testimony),
                credibility == null ? null : credibility + ", " + CREDIBILITY[credibility - 1],
                held.speaksFor() == ValueAgreement.THIS ? null : values.of(held.value(), predicate),
                notes(held, source.orElse(null)),
                held.live(),
                reportedText(held));
    }

    /** Of a protected source it is not told as of when it was not protected yet. */
    private static String reportedText(EvidenceState held) {
        return held.reported().equals(Instant.MAX) ? "a date that is not told" : InstantWords.shortDay(held.reported());
    }

    /** Who really says it: the first in the attribution, with a link where the ledger knows him. */
    LinkedText attestor(EvidenceState held) {
        Attestor attestor = held.testimony().attestor();
        return attestor == null ? LinkedText.plain(held.origin().name()) : attestorText(attestor);
    }

    private List<LinkedText> chain(Testimony testimony) {
        List<LinkedText> chain = new ArrayList<>();
        testimony.attribution().stream().skip(1).map(this::attestorText).forEach(chain::add);
        return chain;
    }

    private LinkedText attestorText(Attestor attestor) {
        return switch (attestor) {
            case Attestor.ByName byName -> LinkedText.plain(byName.name());
            case Attestor.BySubject by -> nameLookup.subject(by.subject());
            case Attestor.BySource by -> nameLookup.source(by.source());
        };
    }

    private static @Nullable String hedge(Testimony testimony) {
        return testimony.modality() == Modality.ASSERTED ? null : Phrases.of(testimony.modality());
    }

    private List<String> notes(EvidenceState held, @Nullable SourceAt source) {
        List<String> notes = new ArrayList<>();
        if (source != null) {
            for (Lineage lineage : TextRules.entries(source.source().details().lineage())) {
                if (lineage.relation().isEcho()) {
                    notes.add(Phrases.of(lineage.relation()) + " " + original(lineage) + "; counts once with it");
                }
            }
        }
        if (held.testimony().stance() == Stance.SUPPORTS && held.speaksFor() == ValueAgreement.OTHER) {
            notes.add("speaks for another value, which excludes this one");
        } else if (held.testimony().stance() == Stance.DISPUTES && held.speaksFor() == ValueAgreement.OTHER) {
            notes.add("disputes another value; counts for nothing here");
        }
        EvidenceWithdrawn withdrawal = held.withdrawal();
        if (withdrawal != null) {
            notes.add("withdrawn by the desk: "
                    + Phrases.listed(
                            withdrawal.reasons().stream().map(Phrases::of).toList())
                    + (withdrawal.note() == null ? "" : ". " + withdrawal.note()));
        } else if (!held.live()) {
            notes.add(whyNotLive(held, source));
        }
        return notes;
    }

    private String original(Lineage lineage) {
        String outlet = lineage.outlet();
        return lineage.source() == null
                ? outlet == null ? "another document" : outlet
                : "“" + nameLookup.source(lineage.source()).text() + "”";
    }

    private String whyNotLive(EvidenceState held, @Nullable SourceAt source) {
        if (source != null && !source.source().standsFor(new EvidenceRef(claim, held.id()))) {
            return "does not count: its publisher took it back";
        }
        return "does not count: a source that it came through was taken back";
    }
}
