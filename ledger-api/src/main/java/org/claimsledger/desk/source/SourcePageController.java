package org.claimsledger.desk.source;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.command.SourceCommand.NoticeSource;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.form.EffectPreviewReader;
import org.claimsledger.desk.page.ChangePoints;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequest.ListSection;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.source.RecordedNotice;
import org.claimsledger.source.Source;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a source, the preview of its retraction, and the list of all sources. */
@Controller
final class SourcePageController {

    private static final int SOURCES = 100;
    private static final int CLAIMS = 50;
    private static final int HISTORY = 50;
    private static final int CHANGES = 200;

    /** The actor of a previewed retraction, which records nothing. */
    private static final String NOBODY = "desk";

    private static final Notice RETRACTION = new Notice(NoticeType.RETRACTION, null, null, List.of(), List.of(), null);

    private final PageRequestReader pageRequests;
    private final DependentSourceReader dependentSources;
    private final EffectPreviewReader effectPreviews;

    SourcePageController(
            PageRequestReader pageRequests,
            DependentSourceReader dependentSources,
            EffectPreviewReader effectPreviews) {
        this.pageRequests = pageRequests;
        this.dependentSources = dependentSources;
        this.effectPreviews = effectPreviews;
    }

    @GetMapping("/sources/{id}")
    ModelAndView source(@PathVariable String id, HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, PageRequest.AFTER, PageRequest.HISTORY_AFTER);
        SourcePage page = page(source(id, pageRequest), pageRequest);
        return pageRequest.page("desk/source", page.title()).addObject("source", page);
    }

    @GetMapping("/sources/{id}/retraction")
    ModelAndView retraction(@PathVariable String id, HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request);
        SourceAt source = source(id, pageRequest);
        Request retraction =
                Request.by(NOBODY, NOBODY, new NoticeSource(source.source().id(), RETRACTION));
        return pageRequest
                .page("desk/retraction", "If it were retracted: " + NameLookup.title(source))
                .addObject(
                        "source",
                        new LinkedText(
                                NameLookup.title(source), pageRequest.links().source(id)))
                .addObject("effect", effectPreviews.of(retraction, pageRequest));
    }

    @GetMapping("/sources")
    ModelAndView sources(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, PageRequest.AFTER);
        Page<SourceAt> page =
                pageRequest.readModel().registry().sources(null, pageRequest.position(), pageRequest.after(), SOURCES);
        return pageRequest
                .page("desk/sources", "Sources")
                .addObject(
                        "lines",
                        page.items().stream()
                                .map(it -> SourceListRow.of(it, pageRequest.links()))
                                .toList())
                .addObject("more", pageRequest.more(page));
    }

    private static SourceAt source(String id, PageRequest pageRequest) {
        return PathResource.source(
                id, pageRequest.position(), pageRequest.readModel().registry());
    }

    private SourcePage page(SourceAt sourceAt, PageRequest pageRequest) {
        Source source = sourceAt.source();
        SourceDetails details = source.details();
        Page<ClaimAt> claims = pageRequest
                .readModel()
                .claims()
                .page(
                        ClaimFilter.restingOn(source.id()),
                        pageRequest.viewpoint().point(),
                        pageRequest.after(),
                        CLAIMS);
        collectChangePoints(source, claims.items(), pageRequest);
        return new SourcePage(
                source.id().value(),
                NameLookup.title(sourceAt),
                details.kind() == null ? "source" : Phrases.of(details.kind()),
                standing(source, pageRequest),
                publication(sourceAt, pageRequest.names()),
                capture(details),
                reliability(details.reliability()),
                details.note(),
                sourceAt.notices().stream().map(SourcePageController::notice).toList(),
                new LineageGraph(dependentSources, pageRequest).of(sourceAt),
                claims(claims, pageRequest),
                pageRequest.history(
                        pageRequest
                                .readModel()
                                .audit()
                                .ofSource(
                                        source.id(),
                                        pageRequest.position(),
                                        pageRequest.after(PageRequest.HISTORY_AFTER),
                                        HISTORY),
                        null,
                        PageRequest.HISTORY_AFTER),
                pageRequest.citation(
                        "“" + NameLookup.title(sourceAt) + "”, and what rests on it (" + source.id() + ")"));
    }

    private static SourcePage.SourceStanding standing(Source source, PageRequest pageRequest) {
        boolean hidden = source.isProtected() && source.details().title() == null;
        return new SourcePage.SourceStanding(
                standingSentence(source),
                source.retracted(),
                source.isProtected(),
                source.retracted() || hidden
                        ? null
                        : pageRequest.links().to("/sources/" + source.id() + "/retraction"));
    }

    private static String standingSentence(Source source) {
        if (source.retracted()) {
            return "Its publisher took it back: nothing counts that rests on it.";
        }
        int ended = source.endedEvidence().size();
        return ended == 0
                ? "It stands."
                : "It stands, but for " + Phrases.count(ended, "piece") + " of evidence that its publisher took back.";
    }

    private static SourcePage.Publication publication(SourceAt sourceAt, NameLookup names) {
        SourceDetails details = sourceAt.source().details();
        Edtf published = details.published();
        return new SourcePage.Publication(
                names.publisher(sourceAt),
                TextRules.entries(details.authors()),
                details.language() == null
                        ? null
                        : Locale.forLanguageTag(details.language().tag()).getDisplayName(Locale.ENGLISH),
                published == null ? null : DateInWords.brief(published),
                published == null ? null : DateInWords.sentence(published),
                details.url() == null ? null : details.url().text());
    }

    private static SourcePage.@Nullable Capture capture(SourceDetails details) {
        Instant retrievedAt = details.retrievedAt();
        return retrievedAt == null
                ? null
                : new SourcePage.Capture(
                        InstantWords.minute(retrievedAt) + " UTC",
                        details.contentSha256() == null
                                ? null
                                : details.contentSha256().toString());
    }

    private static @Nullable String reliability(@Nullable Reliability reliability) {
        return reliability == null
                ? null
                : reliability.name() + ", "
                        + switch (reliability) {
                            case A -> "completely reliable";
                            case B -> "usually reliable";
                            case C -> "fairly reliable";
                            case D -> "not usually reliable";
                            case E -> "unreliable";
                            case F -> "cannot be judged";
                        };
    }

    private static SourcePage.NoticeRow notice(RecordedNotice recordedNotice) {
        Notice notice = recordedNotice.notice();
        return new SourcePage.NoticeRow(
                recordedNotice.number(),
                Phrases.of(notice.type()),
                notice.published() == null ? null : DateInWords.brief(notice.published()),
                InstantWords.day(recordedNotice.recordedAt()),
                notice.reasons().isEmpty()
                        ? null
                        : Phrases.listed(
                                notice.reasons().stream().map(Phrases::of).toList()),
                notice.note(),
                notice.url() == null ? null : notice.url().text());
    }

    private static ListSection<ClaimListRow> claims(Page<ClaimAt> claims, PageRequest pageRequest) {
        return new ListSection<>(new ClaimListRows(pageRequest).of(claims.items()), pageRequest.more(claims));
    }

    private static void collectChangePoints(Source source, List<ClaimAt> claims, PageRequest pageRequest) {
        ChangePoints changePoints = pageRequest.changePoints();
        List<Long> changes = pageRequest
                .readModel()
                .registry()
                .changes(source.id(), pageRequest.viewpoint().head(), 0, CHANGES);
        changePoints.recorded(changes);
        if (!changes.isEmpty()) {
            changePoints.beforeLastChange(changes.getLast());
        }
        Edtf published = source.details().published();
        if (published != null) {
            published.lastInstant().ifPresent(it -> {
                changePoints.published(it);
                changePoints.preset(
                        "When it came out",
                        ViewpointDate.PUBLISHED,
                        InstantWords.dayOf(it).toString());
            });
        }
        for (ClaimAt claim : claims) {
            changePoints.published(claim.state().reported());
            changePoints.valid(claim.claim().content().valid());
        }
    }
}
