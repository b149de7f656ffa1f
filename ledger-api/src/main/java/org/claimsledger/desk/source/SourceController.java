package org.claimsledger.desk.source;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.desk.effect.Effects;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Said;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.source.Notice;
import org.claimsledger.source.NoticeType;
import org.claimsledger.source.SourceCommand.NoticeSource;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a source, what its retraction would change, and the list of all. */
@Controller("sourceDesk")
final class SourceController {

    private static final int SHOWN = 100;

    /** Whoever looks at what a retraction would change records nothing. */
    private static final String NOBODY = "desk";

    private static final Notice RETRACTION = new Notice(NoticeType.RETRACTION, null, null, List.of(), List.of(), null);

    private final Visits visits;
    private final SourcePages pages;
    private final Effects effects;

    SourceController(Visits visits, SourcePages pages, Effects effects) {
        this.visits = visits;
        this.pages = pages;
        this.effects = effects;
    }

    @GetMapping("/sources/{id}")
    ModelAndView source(@PathVariable String id, HttpServletRequest request) {
        Visit visit = visits.of(request, "after", "historyAfter");
        SourcePage page = pages.of(require(id, visit), visit);
        return visit.page("desk/source", page.title()).addObject("source", page);
    }

    @GetMapping("/sources/{id}/retraction")
    ModelAndView retraction(@PathVariable String id, HttpServletRequest request) {
        Visit visit = visits.of(request);
        SourceAt source = require(id, visit);
        Request retraction =
                Request.by(NOBODY, NOBODY, new NoticeSource(source.source().id(), RETRACTION));
        return visit.page("desk/retraction", "If it were retracted: " + Names.title(source))
                .addObject("source", new Said(Names.title(source), visit.to().source(id)))
                .addObject("effect", effects.of(retraction, visit));
    }

    @GetMapping("/sources")
    ModelAndView sources(HttpServletRequest request) {
        Visit visit = visits.of(request, "after");
        Page<SourceAt> page = visit.seen().directory().sources(null, visit.at().position(), visit.after(), SHOWN);
        return visit.page("desk/sources", "Sources")
                .addObject("lines", SourceLines.of(page.items(), visit.to()))
                .addObject("more", visit.more(page));
    }

    private SourceAt require(String id, Visit visit) {
        return Found.require(id, RefusalCode.SOURCE_UNKNOWN, SourceId::new, it -> visit.seen()
                .directory()
                .source(it, visit.at().position()));
    }
}
