package org.claimsledger.desk.source;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.command.SourceCommand.NoticeSource;
import org.claimsledger.desk.form.EffectPreviewReader;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.event.Notice;
import org.claimsledger.event.NoticeType;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.registry.SourceAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a source, what its retraction would change, and the list of all. */
@Controller("sourceDesk")
final class SourcePageController {

    private static final int SHOWN = 100;

    /** Whoever looks at what a retraction would change records nothing. */
    private static final String NOBODY = "desk";

    private static final Notice RETRACTION = new Notice(NoticeType.RETRACTION, null, null, List.of(), List.of(), null);

    private final PageRequestReader pageRequests;
    private final SourcePageBuilder pages;
    private final EffectPreviewReader effectPreviewReader;

    SourcePageController(
            PageRequestReader pageRequestReader, SourcePageBuilder pages, EffectPreviewReader effectPreviewReader) {
        this.pageRequests = pageRequestReader;
        this.pages = pages;
        this.effectPreviewReader = effectPreviewReader;
    }

    @GetMapping("/sources/{id}")
    ModelAndView source(@PathVariable String id, HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, "after", "historyAfter");
        SourcePage page = pages.of(require(id, pageRequest), pageRequest);
        return pageRequest.page("desk/source", page.title()).addObject("source", page);
    }

    @GetMapping("/sources/{id}/retraction")
    ModelAndView retraction(@PathVariable String id, HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request);
        SourceAt source = require(id, pageRequest);
        Request retraction =
                Request.by(NOBODY, NOBODY, new NoticeSource(source.source().id(), RETRACTION));
        return pageRequest
                .page("desk/retraction", "If it were retracted: " + NameLookup.title(source))
                .addObject(
                        "source",
                        new LinkedText(
                                NameLookup.title(source), pageRequest.links().source(id)))
                .addObject("effect", effectPreviewReader.of(retraction, pageRequest));
    }

    @GetMapping("/sources")
    ModelAndView sources(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, "after");
        Page<SourceAt> page = pageRequest
                .readModel()
                .registry()
                .sources(null, pageRequest.viewpoint().position(), pageRequest.after(), SHOWN);
        return pageRequest
                .page("desk/sources", "Sources")
                .addObject("lines", SourceListRows.of(page.items(), pageRequest.links()))
                .addObject("more", pageRequest.more(page));
    }

    private SourceAt require(String id, PageRequest pageRequest) {
        return PathResource.require(id, RefusalCode.SOURCE_UNKNOWN, SourceId::new, it -> pageRequest
                .readModel()
                .registry()
                .source(it, pageRequest.viewpoint().position()));
    }
}
