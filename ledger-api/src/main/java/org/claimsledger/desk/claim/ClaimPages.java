package org.claimsledger.desk.claim;

import java.time.Instant;
import java.util.List;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.claim.Basis;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimEvent.ClaimAssessed;
import org.claimsledger.claim.ClaimEvent.ClaimRanked;
import org.claimsledger.claim.ClaimEvent.ClaimRetracted;
import org.claimsledger.claim.ClaimEvent.ClaimsRelated;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.Rank;
import org.claimsledger.desk.clock.Clock;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.clock.Ticks;
import org.claimsledger.desk.history.ChangeWords;
import org.claimsledger.desk.history.HistoryLines;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.words.Instants;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Said;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.desk.words.Words;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.audit.HistoryItem;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimVersion;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.store.EventLog;
import org.claimsledger.time.Bound;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a claim shows. */
@Component
final class ClaimPages {

    private static final int HISTORY = 100;
    private static final int SOURCES = 4;

    private final Questions questions;
    private final EventLog log;

    ClaimPages(Questions questions, Ledger ledger) {
        this.questions = questions;
        this.log = ledger.log();
    }

    ClaimPage of(ClaimAt at, Visit visit) {
        ClaimState state = at.state();
        Claim claim = at.claim();
        Content content = claim.content();
        Names names = new Names(visit.seen().directory(), visit.at().position(), visit.to());
        ValueWords values = new ValueWords(names, visit.to());
        ChangeWords changes = new ChangeWords(names, values, content.predicate());
        ClaimLine line =
                new ClaimLines(names, visit.to(), visit.at().viewpoint().day()).of(state);
        Page<HistoryItem> history =
                visit.seen().audit().ofClaim(claim.id(), visit.at().position(), visit.after(), HISTORY);
        Edtf valid = content.valid();
        ticks(at, visit);
        return new ClaimPage(
                line,
                names.filedAs(content.subject()),
                meaning(valid),
                content.validAsStated(),
                verdict(claim.assessed()),
                rank(claim.ranked()),
                retraction(claim.retraction(), names),
                claim.revision(),
                log.recordedAt(at.lastChange()).map(Instants::day).orElse(""),
                new Sides(new Documents(names, values, claim.id(), content.predicate())).of(state.evidence()),
                questions.answeredBy(at, visit, names),
                new Versions(visit.seen().claims(), visit, changes).of(claim.id()),
                claim.relations().stream()
                        .map(it -> related(claim.id(), it, visit.to()))
                        .toList(),
                new HistoryLines(names, changes, visit.path(), visit.at().asked()).of(history.items()),
                visit.more(history),
                visit.citation(cited(line, claim)));
    }

    /** What a date means, where that is more than what stands in the line. */
    private static @Nullable String meaning(@Nullable Edtf valid) {
        String sentence = valid == null ? "" : DateInWords.sentence(valid);
        return sentence.contains(", perhaps ") ? sentence : null;
    }

    /** Also what is still to come: a slider leads to it. */
    private void ticks(ClaimAt at, Visit visit) {
        ClaimId id = at.claim().id();
        Ticks ticks = visit.ticks();
        Claims claims = visit.seen().claims();
        List<Long> recorded = claims.recordedVersions(id, visit.at().latest()).stream()
                .map(ClaimVersion::recordedFrom)
                .toList();
        ticks.recorded(recorded.subList(0, Math.max(0, recorded.size() - 1))); // the last one is what is there now
        claims.reportedVersions(id, visit.at().latest()).forEach(it -> ticks.published(it.reportedFrom()));
        Edtf valid = at.claim().content().valid();
        ticks.valid(valid);
        if (!recorded.isEmpty() && recorded.getLast() > 1) {
            ticks.preset("Before the last change", Clock.RECORDED, "@" + (recorded.getLast() - 1));
        }
        at.state().evidence().stream()
                .map(EvidenceState::reported)
                .distinct()
                .sorted()
                .limit(SOURCES)
                .forEach(it -> published(it, ticks));
        if (valid != null && valid.start() instanceof Bound.Between start) {
            ticks.preset("When it began", Clock.VALID, start.latestDay().toString());
        }
        if (valid != null
                && valid.end() instanceof Bound.Between end
                && !valid.start().equals(valid.end())) {
            ticks.preset(
                    "When it was over", Clock.VALID, end.latestDay().plusDays(1).toString());
        }
    }

    private static void published(Instant reported, Ticks ticks) {
        if (!reported.equals(Instant.MIN) && !reported.equals(Instant.MAX)) {
            ticks.preset(
                    "As published by " + Instants.shortDay(reported),
                    Clock.PUBLISHED,
                    Instants.dayOf(reported).toString());
        }
    }

    private static ClaimPage.@Nullable Decided verdict(@Nullable ClaimAssessed assessed) {
        return assessed == null
                ? null
                : new ClaimPage.Decided(Words.of(assessed.verdict()), assessed.rationale(), null);
    }

    private static ClaimPage.@Nullable Decided rank(@Nullable ClaimRanked ranked) {
        return ranked == null || ranked.rank() == Rank.NORMAL
                ? null
                : new ClaimPage.Decided(Words.of(ranked.rank()), ranked.reason(), null);
    }

    private static ClaimPage.@Nullable Decided retraction(@Nullable ClaimRetracted retraction, Names names) {
        if (retraction == null) {
            return null;
        }
        Basis basis = retraction.basis();
        return new ClaimPage.Decided(
                Words.listed(retraction.reasons().stream().map(Words::of).toList()),
                retraction.note(),
                basis == null ? null : names.source(basis.source()));
    }

    private static ClaimPage.Related related(ClaimId claim, ClaimsRelated relation, Links to) {
        boolean isTheFirst = relation.claim().equals(claim);
        String how =
                switch (relation.relation()) {
                    case CONTRADICTS -> "contradicts";
                    case SAME_AS -> "is the same as";
                    case SUPERSEDES -> isTheFirst ? "supersedes" : "is superseded by";
                    case PART_OF -> isTheFirst ? "is part of" : "has as a part";
                };
        ClaimId other = isTheFirst ? relation.other() : relation.claim();
        return new ClaimPage.Related(how, new Said(other.value(), to.claim(other.value())), relation.reason());
    }

    private static String cited(ClaimLine line, Claim claim) {
        String statement = line.statement() == null
                ? line.subject().text() + ": " + line.predicate() + " "
                        + line.value().text() + "."
                : line.statement();
        return "“%s” Claim %s, revision %d, %s"
                .formatted(statement, line.id(), claim.revision(), line.mark().word());
    }
}
