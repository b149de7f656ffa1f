package org.claimsledger.desk.effect;

import org.claimsledger.api.dryrun.DryRuns;
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
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.preview.WouldChange;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what a request would change, and records nothing. */
@Component
public final class Effects {

    private final DryRuns dryRuns;

    Effects(DryRuns dryRuns) {
        this.dryRuns = dryRuns;
    }

    /** @throws Refused as the request itself would be */
    public Effect of(Request request, Visit visit) {
        WouldChange would = dryRuns.changes(request, visit.seen());
        Names names = new Names(visit.seen().directory(), would.position(), visit.to());
        ClaimLines lines =
                new ClaimLines(names, visit.to(), visit.at().viewpoint().today());
        ValueWords values = new ValueWords(names, visit.to());
        return new Effect(
                figures(would),
                would.complete() && would.claims().size() == would.claimsInAll(),
                would.claims().stream().map(it -> fate(it, lines)).toList(),
                would.questions().stream()
                        .map(it -> answered(it, names, values))
                        .toList());
    }

    private static String figures(WouldChange would) {
        return would.claimsInAll() == 0 && would.questions().isEmpty()
                ? "No claim and no answer would read otherwise."
                : Words.capital(Words.count(would.claimsInAll(), "claim")) + " and "
                        + Words.count(would.questions().size(), "answer") + " would read otherwise.";
    }

    private static Effect.Fate fate(WouldChange.OfClaim change, ClaimLines lines) {
        ClaimState before = change.before();
        ClaimState after = change.after();
        return new Effect.Fate(
                lines.of(after),
                before == null ? null : Mark.of(before.status()),
                Mark.of(after.status()),
                before == null ? "" : ClaimLines.origins(before.weight()),
                ClaimLines.origins(after.weight()));
    }

    private static Effect.Answered answered(WouldChange.OfQuestion change, Names names, ValueWords values) {
        PredicateKey predicate = change.question().predicate();
        Said subject = names.subject(change.question().subject());
        return new Effect.Answered(
                subject,
                names.label(predicate),
                reply(change.before(), predicate, values),
                reply(change.after(), predicate, values));
    }

    private static Effect.@Nullable Reply reply(@Nullable BestKnown known, PredicateKey predicate, ValueWords values) {
        Candidate answer = known == null ? null : known.answer();
        return known == null || answer == null
                ? null
                : new Effect.Reply(
                        Said.plain(values.of(answer.value(), predicate).text()),
                        Mark.of(answer.status()),
                        known.status() == BestKnown.Standing.DISPUTED);
    }
}
