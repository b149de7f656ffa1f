package org.claimsledger.desk.claim;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.claim.Claim;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.claim.QuestionSummaries.QuestionSummary;
import org.claimsledger.desk.page.ChangePoints;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.desk.words.ChangeWords;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.Finality;
import org.claimsledger.event.Rank;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.claims.ClaimQueries.ClaimVersion;
import org.claimsledger.store.EventLog;
import org.claimsledger.time.Bound;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a claim. */
@Controller
final class ClaimPageController {

    private static final int HISTORY = 100;
    private static final int PRESET_SOURCES = 4;

    private final PageRequestReader pageRequests;
    private final EventLog log;

    ClaimPageController(PageRequestReader pageRequests, Ledger ledger) {
        this.pageRequests = pageRequests;
        this.log = ledger.log();
    }

    @GetMapping("/claims/{id}")
    ModelAndView claim(@PathVariable String id, HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(
                request,
                VersionComparisonReader.CLOCK,
                VersionComparisonReader.FROM,
                VersionComparisonReader.TO,
                PageRequest.AFTER);
        pageRequest.compareAt("/claims/" + id + "/compare");
        ClaimAt claim = PathResource.claim(
                id, pageRequest.viewpoint().point(), pageRequest.readModel().claims());
        ClaimPage page = page(claim, pageRequest);
        return pageRequest
                .page(
                        "desk/claim",
                        page.line().prefix() + page.line().subject().text() + ": "
                                + page.line().predicate() + " "
                                + page.line().value().text())
                .addObject("claim", page);
    }

    private ClaimPage page(ClaimAt claimAt, PageRequest pageRequest) {
        Claim claim = claimAt.claim();
        ClaimContent content = claim.content();
        NameLookup names = pageRequest.names();
        ValueWords values = new ValueWords(names, pageRequest.links());
        ChangeWords changes = new ChangeWords(names, values, content.predicate());
        QuestionSummary question = new ClaimQuestionReader(pageRequest).answeredBy(claimAt);
        ClaimListRow line = line(claimAt, question, pageRequest);
        collectChangePoints(claimAt, pageRequest);
        return new ClaimPage(
                line,
                names.filedAs(content.subject()),
                new ClaimPage.ValidTime(meaning(content.valid()), content.validAsStated()),
                finality(content.finality()),
                new ClaimPage.EditorialDecisions(
                        verdict(claim.assessed(), names), rank(claim.ranked()), retraction(claim.retraction(), names)),
                new ClaimPage.LastChange(
                        claim.revision(),
                        log.recordedAt(claimAt.lastChange())
                                .map(InstantWords::day)
                                .orElse("")),
                new EvidenceGroups(new EvidenceWords(names, values, claim.id(), content.predicate()))
                        .of(claimAt.state().evidence()),
                question,
                new VersionComparisonReader(pageRequest, changes).of(claim.id()),
                claim.relations().stream()
                        .map(it -> relation(claim.id(), it, pageRequest.links()))
                        .toList(),
                pageRequest.history(
                        pageRequest
                                .readModel()
                                .audit()
                                .ofClaim(claim.id(), pageRequest.position(), pageRequest.after(), HISTORY),
                        content.predicate(),
                        PageRequest.AFTER),
                pageRequest.citation(citationText(line, claim)));
    }

    /** Whether it was in force says its question, which knows what annulled it. */
    private static ClaimListRow line(ClaimAt claimAt, @Nullable QuestionSummary question, PageRequest pageRequest) {
        ClaimListRow line = new ClaimListRows(pageRequest).of(claimAt.state());
        return question == null
                ? line
                : question.claim(line.id())
                        .map(it -> line.withInForce(it.inForce()))
                        .orElse(line);
    }

    /** The meaning of a date, where it is more than the line says. */
    private static @Nullable String meaning(@Nullable Edtf valid) {
        String sentence = valid == null ? "" : DateInWords.sentence(valid);
        return sentence.contains(", perhaps ") ? sentence : null;
    }

    private static @Nullable String finality(@Nullable Finality finality) {
        return switch (finality) {
            case null -> null;
            case FINAL -> "final";
            case NOT_FINAL -> "not final, it can still be changed";
            case UNKNOWN -> "perhaps final, perhaps not";
        };
    }

    private static ClaimPage.@Nullable CheckedVerdict verdict(@Nullable ClaimAssessed assessed, NameLookup names) {
        if (assessed == null) {
            return null;
        }
        Basis basis = assessed.basis();
        Attestor assessor = assessed.assessor();
        Edtf assessedOn = assessed.assessedOn();
        return new ClaimPage.CheckedVerdict(
                Phrases.of(assessed.verdict()),
                assessed.rationale(),
                basis == null ? null : names.source(basis.source()),
                assessor == null ? null : names.attestor(assessor),
                assessedOn == null ? null : DateInWords.brief(assessedOn));
    }

    private static ClaimPage.@Nullable EditorialDecision rank(@Nullable ClaimRanked ranked) {
        return ranked == null || ranked.rank() == Rank.NORMAL
                ? null
                : new ClaimPage.EditorialDecision(Phrases.of(ranked.rank()), ranked.reason(), null);
    }

    private static ClaimPage.@Nullable EditorialDecision retraction(
            @Nullable ClaimRetracted retraction, NameLookup names) {
        if (retraction == null) {
            return null;
        }
        Basis basis = retraction.basis();
        return new ClaimPage.EditorialDecision(
                Phrases.listed(retraction.reasons().stream().map(Phrases::of).toList()),
                retraction.note(),
                basis == null ? null : names.source(basis.source()));
    }

    private static ClaimPage.RelatedClaim relation(ClaimId claim, ClaimsRelated relation, Links links) {
        boolean isFirst = relation.claim().equals(claim);
        String how =
                switch (relation.relation()) {
                    case CONTRADICTS -> "contradicts";
                    case SAME_AS -> "is the same as";
                    case SUPERSEDES -> isFirst ? "supersedes" : "is superseded by";
                    case PART_OF -> isFirst ? "is part of" : "has as a part";
                    case ANNULS -> isFirst ? "annuls" : "is annulled by";
                };
        ClaimId other = isFirst ? relation.other() : relation.claim();
        return new ClaimPage.RelatedClaim(
                how, new LinkedText(other.value(), links.claim(other.value())), relation.reason());
    }

    private static String citationText(ClaimListRow line, Claim claim) {
        return "“%s” Claim %s, revision %d, %s"
                .formatted(
                        line.sentence(),
                        line.id(),
                        claim.revision(),
                        line.mark().word());
    }

    /** Takes in changes that the viewpoint hides, because a slider leads to them. */
    private static void collectChangePoints(ClaimAt claimAt, PageRequest pageRequest) {
        ClaimId claim = claimAt.claim().id();
        ChangePoints changePoints = pageRequest.changePoints();
        ClaimQueries claims = pageRequest.readModel().claims();
        PageViewpoint viewpoint = pageRequest.viewpoint();
        List<Long> recorded = claims.recordedVersions(claim, viewpoint.latest()).stream()
                .map(ClaimVersion::recordedFrom)
                .toList();
        changePoints.recorded(
                recorded.subList(0, Math.max(0, recorded.size() - 1))); // the last one is what is there now
        claims.reportedVersions(claim, viewpoint.latest()).forEach(it -> changePoints.published(it.reportedFrom()));
        Edtf valid = claimAt.claim().content().valid();
        changePoints.valid(valid);
        if (!recorded.isEmpty()) {
            changePoints.beforeLastChange(recorded.getLast());
        }
        claimAt.state().evidence().stream()
                .map(EvidenceState::reported)
                .distinct()
                .sorted()
                .limit(PRESET_SOURCES)
                .forEach(it -> publishedPreset(it, changePoints));
        if (valid != null) {
            validPresets(valid, changePoints);
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

    private static void validPresets(Edtf valid, ChangePoints changePoints) {
        if (valid.start() instanceof Bound.Between start) {
            changePoints.preset(
                    "When it began", ViewpointDate.VALID, start.latestDay().toString());
        }
        if (valid.end() instanceof Bound.Between end && !valid.start().equals(valid.end())) {
            changePoints.preset(
                    "When it was over",
                    ViewpointDate.VALID,
                    end.latestDay().plusDays(1).toString());
        }
    }
}
