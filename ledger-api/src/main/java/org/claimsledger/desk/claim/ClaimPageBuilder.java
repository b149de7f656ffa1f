package org.claimsledger.desk.claim;

import java.time.Instant;
import java.util.List;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.claim.Claim;
import org.claimsledger.desk.page.ChangePoints;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.words.ChangeWords;
import org.claimsledger.desk.words.HistoryRows;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.Rank;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.audit.HistoryItem;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.claims.ClaimVersion;
import org.claimsledger.projection.table.Page;
import org.claimsledger.store.EventLog;
import org.claimsledger.time.Bound;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a claim shows. */
@Component
final class ClaimPageBuilder {

    private static final int HISTORY = 100;
    private static final int SOURCES = 4;

    private final ClaimQuestionReader claimQuestionReader;
    private final EventLog log;

    ClaimPageBuilder(ClaimQuestionReader claimQuestionReader, Ledger ledger) {
        this.claimQuestionReader = claimQuestionReader;
        this.log = ledger.log();
    }

    ClaimPage of(ClaimAt at, PageRequest pageRequest) {
        ClaimState state = at.state();
        Claim claim = at.claim();
        ClaimContent claimContent = claim.content();
        NameLookup nameLookup = new NameLookup(
                pageRequest.readModel().registry(), pageRequest.viewpoint().position(), pageRequest.links());
        ValueWords values = new ValueWords(nameLookup, pageRequest.links());
        ChangeWords changes = new ChangeWords(nameLookup, values, claimContent.predicate());
        ClaimListRow line = new ClaimListRows(
                        nameLookup,
                        pageRequest.links(),
                        pageRequest.viewpoint().resolved().day())
                .of(state);
        Page<HistoryItem> history = pageRequest
                .readModel()
                .audit()
                .ofClaim(claim.id(), pageRequest.viewpoint().position(), pageRequest.after(), HISTORY);
        Edtf valid = claimContent.valid();
        collectChangePoints(at, pageRequest);
        return new ClaimPage(
                line,
                nameLookup.filedAs(claimContent.subject()),
                meaning(valid),
                claimContent.validAsStated(),
                verdict(claim.assessed()),
                rank(claim.ranked()),
                retraction(claim.retraction(), nameLookup),
                claim.revision(),
                log.recordedAt(at.lastChange()).map(InstantWords::day).orElse(""),
                new EvidenceGroups(new EvidenceWords(nameLookup, values, claim.id(), claimContent.predicate()))
                        .of(state.evidence()),
                claimQuestionReader.answeredBy(at, pageRequest, nameLookup),
                new VersionComparisonReader(pageRequest.readModel().claims(), pageRequest, changes).of(claim.id()),
                claim.relations().stream()
                        .map(it -> related(claim.id(), it, pageRequest.links()))
                        .toList(),
                new HistoryRows(
                                nameLookup,
                                changes,
                                pageRequest.path(),
                                pageRequest.viewpoint().requested())
                        .of(history.items()),
                pageRequest.more(history),
                pageRequest.citation(citationText(line, claim)));
    }

    /** What a date means, where that is more than what stands in the line. */
    private static @Nullable String meaning(@Nullable Edtf valid) {
        String sentence = valid == null ? "" : DateInWords.sentence(valid);
        return sentence.contains(", perhaps ") ? sentence : null;
    }

    /** Also what is still to come: a slider leads to it. */
    private void collectChangePoints(ClaimAt at, PageRequest pageRequest) {
        ClaimId id = at.claim().id();
        ChangePoints changePoints = pageRequest.changePoints();
        ClaimQueries claimQueries = pageRequest.readModel().claims();
        List<Long> recorded = claimQueries
                .recordedVersions(id, pageRequest.viewpoint().latest())
                .stream()
                .map(ClaimVersion::recordedFrom)
                .toList();
        changePoints.recorded(
                recorded.subList(0, Math.max(0, recorded.size() - 1))); // the last one is what is there now
        claimQueries
                .reportedVersions(id, pageRequest.viewpoint().latest())
                .forEach(it -> changePoints.published(it.reportedFrom()));
        Edtf valid = at.claim().content().valid();
        changePoints.valid(valid);
        if (!recorded.isEmpty() && recorded.getLast() > 1) {
            changePoints.preset("Before the last change", ViewpointDate.RECORDED, "@" + (recorded.getLast() - 1));
        }
        at.state().evidence().stream()
                .map(EvidenceState::reported)
                .distinct()
                .sorted()
                .limit(SOURCES)
                .forEach(it -> publishedPreset(it, changePoints));
        if (valid != null && valid.start() instanceof Bound.Between start) {
            changePoints.preset(
                    "When it began", ViewpointDate.VALID, start.latestDay().toString());
        }
        if (valid != null
                && valid.end() instanceof Bound.Between end
                && !valid.start().equals(valid.end())) {
            changePoints.preset(
                    "When it was over",
                    ViewpointDate.VALID,
                    end.latestDay().plusDays(1).toString());
        }
    }

    private static void publishedPreset(Instant reported, ChangePoints changePoints) {
        if (!reported.equals(Instant.MIN) && !reported.equals(Instant.MAX)) {
            changePoints.preset(
                    "As published by " + InstantWords.shortDay(reported),
                    ViewpointDate.PUBLISHED,
                    InstantWords.dayOf(reported).toString());
        }
    }

    private static ClaimPage.@Nullable EditorialDecision verdict(@Nullable ClaimAssessed assessed) {
        return assessed == null
                ? null
                : new ClaimPage.EditorialDecision(Phrases.of(assessed.verdict()), assessed.rationale(), null);
    }

    private static ClaimPage.@Nullable EditorialDecision rank(@Nullable ClaimRanked ranked) {
        return ranked == null || ranked.rank() == Rank.NORMAL
                ? null
                : new ClaimPage.EditorialDecision(Phrases.of(ranked.rank()), ranked.reason(), null);
    }

    private static ClaimPage.@Nullable EditorialDecision retraction(
            @Nullable ClaimRetracted retraction, NameLookup nameLookup) {
        if (retraction == null) {
            return null;
        }
        Basis basis = retraction.basis();
        return new ClaimPage.EditorialDecision(
                Phrases.listed(retraction.reasons().stream().map(Phrases::of).toList()),
                retraction.note(),
                basis == null ? null : nameLookup.source(basis.source()));
    }

    private static ClaimPage.RelatedClaim related(ClaimId claim, ClaimsRelated relation, Links to) {
        boolean isTheFirst = relation.claim().equals(claim);
        String how =
                switch (relation.relation()) {
                    case CONTRADICTS -> "contradicts";
                    case SAME_AS -> "is the same as";
                    case SUPERSEDES -> isTheFirst ? "supersedes" : "is superseded by";
                    case PART_OF -> isTheFirst ? "is part of" : "has as a part";
                };
        ClaimId other = isTheFirst ? relation.other() : relation.claim();
        return new ClaimPage.RelatedClaim(
                how, new LinkedText(other.value(), to.claim(other.value())), relation.reason());
    }

    private static String citationText(ClaimListRow line, Claim claim) {
        String statement = line.statement() == null
                ? line.subject().text() + ": " + line.predicate() + " "
                        + line.value().text() + "."
                : line.statement();
        return "“%s” Claim %s, revision %d, %s"
                .formatted(statement, line.id(), claim.revision(), line.mark().word());
    }
}
