package org.claimsledger.desk.source;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.Candidate;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.desk.claim.ClaimLines;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.words.Mark;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Said;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.desk.words.Words;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Preview;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.preview.WouldChange;
import org.claimsledger.source.Notice;
import org.claimsledger.source.NoticeType;
import org.claimsledger.source.SourceCommand.NoticeSource;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what the retraction of a source would change, and records nothing. */
@Component
final class RetractionPages {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String NOBODY = "desk";

    private static final Notice RETRACTION = new Notice(NoticeType.RETRACTION, null, null, List.of(), List.of(), null);

    private final Ledger ledger;
    private final Projections projections;
    private final InstantSource clock;

    RetractionPages(Ledger ledger, Projections projections, InstantSource clock) {
        this.ledger = ledger;
        this.projections = projections;
        this.clock = clock;
    }

    /** @throws Refused where the source could not be retracted, since it is already */
    RetractionPage of(SourceAt source, Visit visit) {
        Preview preview = ledger.preview(
                Request.by(NOBODY, NOBODY, new NoticeSource(source.source().id(), RETRACTION)));
        requireReadable(preview.position());
        WouldChange would = visit.seen().previews().of(preview, clock.instant());
        Names names = new Names(visit.seen().directory(), preview.position(), visit.to());
        ClaimLines lines =
                new ClaimLines(names, visit.to(), visit.at().viewpoint().today());
        ValueWords values = new ValueWords(names, visit.to());
        return new RetractionPage(
                names.source(source.source().id()),
                Names.title(source),
                Words.capital(Words.count(would.claimsInAll(), "claim")) + " and "
                        + Words.count(would.questions().size(), "answer") + " would read otherwise.",
                would.complete() && would.claims().size() == would.claimsInAll(),
                would.claims().stream().map(it -> fate(it, lines)).toList(),
                would.questions().stream()
                        .map(it -> answered(it, names, values))
                        .toList());
    }

    private static RetractionPage.Fate fate(WouldChange.OfClaim change, ClaimLines lines) {
        ClaimState before = change.before();
        ClaimState after = change.after();
        return new RetractionPage.Fate(
                lines.of(after),
                before == null ? null : Mark.of(before.status()),
                Mark.of(after.status()),
                before == null ? "" : ClaimLines.origins(before.weight()),
                ClaimLines.origins(after.weight()));
    }

    private static RetractionPage.Answered answered(WouldChange.OfQuestion change, Names names, ValueWords values) {
        PredicateKey predicate = change.question().predicate();
        Said subject = names.subject(change.question().subject());
        return new RetractionPage.Answered(
                subject,
                names.label(predicate),
                reply(change.before(), predicate, values),
                reply(change.after(), predicate, values));
    }

    private static RetractionPage.@Nullable Reply reply(
            @Nullable BestKnown known, PredicateKey predicate, ValueWords values) {
        Candidate answer = known == null ? null : known.answer();
        return known == null || answer == null
                ? null
                : new RetractionPage.Reply(
                        Said.plain(values.of(answer.value(), predicate).text()),
                        Mark.of(answer.status()),
                        known.status() == BestKnown.Standing.DISPUTED);
    }

    private void requireReadable(long position) {
        try {
            if (projections.awaitApplied(position, PATIENCE)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(RefusalCode.NOT_READY, "Position " + position + " cannot be read yet");
    }
}
