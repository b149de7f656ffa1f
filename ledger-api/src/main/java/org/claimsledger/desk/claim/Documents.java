package org.claimsledger.desk.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.SpeaksFor;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.claim.Modality;
import org.claimsledger.claim.Stance;
import org.claimsledger.claim.Testimony;
import org.claimsledger.desk.words.Instants;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Said;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.desk.words.Words;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.source.EvidenceRef;
import org.claimsledger.source.Lineage;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;

/** Puts the evidence of one claim into words. */
final class Documents {

    private static final String[] CREDIBILITY = {
        "confirmed", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged"
    };

    private final Names names;
    private final ValueWords values;
    private final ClaimId claim;
    private final PredicateKey predicate;

    Documents(Names names, ValueWords values, ClaimId claim, PredicateKey predicate) {
        this.names = names;
        this.values = values;
        this.claim = claim;
        this.predicate = predicate;
    }

    Document of(EvidenceState held) {
        Testimony testimony = held.testimony();
        Optional<SourceAt> source = names.sourceAt(testimony.source());
        Optional<SourceDetails> details = source.map(it -> it.source().details());
        Edtf published = details.map(SourceDetails::published).orElse(null);
        Integer credibility = testimony.credibility();
        return new Document(
                held.id().value(),
                names.source(testimony.source()),
                details.map(SourceDetails::publisher).orElse(null),
                published == null ? null : DateInWords.brief(published),
                published == null ? null : DateInWords.sentence(published),
                chain(testimony),
                testimony.locator(),
                testimony.quote(),
                hedge(testimony),
                credibility == null ? null : credibility + ", " + CREDIBILITY[credibility - 1],
                held.speaksFor() == SpeaksFor.THIS ? null : values.of(held.value(), predicate),
                notes(held, source.orElse(null)),
                held.live(),
                reported(held));
    }

    /** Of a protected source it is not told as of when it was not protected yet. */
    private static String reported(EvidenceState held) {
        return held.reported().equals(Instant.MAX) ? "a date that is not told" : Instants.shortDay(held.reported());
    }

    /** Who really says it: the first in the attribution, with a link where the ledger knows him. */
    Said attestor(EvidenceState held) {
        Attestor attestor = held.testimony().attestor();
        return attestor == null ? Said.plain(held.origin().name()) : said(attestor);
    }

    private List<Said> chain(Testimony testimony) {
        List<Said> chain = new ArrayList<>();
        testimony.attribution().stream().skip(1).map(this::said).forEach(chain::add);
        return chain;
    }

    private Said said(Attestor attestor) {
        return switch (attestor) {
            case Attestor.Named named -> Said.plain(named.name());
            case Attestor.BySubject by -> names.subject(by.subject());
            case Attestor.BySource by -> names.source(by.source());
        };
    }

    private static @Nullable String hedge(Testimony testimony) {
        return testimony.modality() == Modality.ASSERTED ? null : Words.of(testimony.modality());
    }

    private List<String> notes(EvidenceState held, @Nullable SourceAt source) {
        List<String> notes = new ArrayList<>();
        if (source != null) {
            for (Lineage lineage : Texts.entries(source.source().details().lineage())) {
                if (lineage.relation().isEcho()) {
                    notes.add(Words.of(lineage.relation()) + " " + original(lineage) + "; counts once with it");
                }
            }
        }
        if (held.testimony().stance() == Stance.SUPPORTS && held.speaksFor() == SpeaksFor.OTHER) {
            notes.add("speaks for another value, which excludes this one");
        } else if (held.testimony().stance() == Stance.DISPUTES && held.speaksFor() == SpeaksFor.OTHER) {
            notes.add("disputes another value; counts for nothing here");
        }
        EvidenceWithdrawn withdrawal = held.withdrawal();
        if (withdrawal != null) {
            notes.add("withdrawn by the desk: "
                    + Words.listed(withdrawal.reasons().stream().map(Words::of).toList())
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
                : "“" + names.source(lineage.source()).text() + "”";
    }

    private String whyNotLive(EvidenceState held, @Nullable SourceAt source) {
        if (source != null && !source.source().standsFor(new EvidenceRef(claim, held.id()))) {
            return "does not count: its publisher took it back";
        }
        return "does not count: a source that it came through was taken back";
    }
}
