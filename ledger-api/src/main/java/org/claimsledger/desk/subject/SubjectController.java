package org.claimsledger.desk.subject;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SubjectId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a subject, and the list of all. */
@Controller("subjectDesk")
final class SubjectController {

    private static final int SHOWN = 100;

    private final Visits visits;
    private final Directory directory;
    private final SubjectPages pages;

    SubjectController(Visits visits, Projections projections, SubjectPages pages) {
        this.visits = visits;
        this.directory = projections.directory();
        this.pages = pages;
    }

    @GetMapping("/subjects/{id}")
    ModelAndView subject(@PathVariable String id, HttpServletRequest request) {
        Visit visit = visits.of(request, "after", "historyAfter");
        visit.compareAt("/subjects/" + id + "/compare");
        long position = visit.at().position();
        SubjectAt asked =
                Found.require(id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> directory.subject(it, position));
        SubjectAt kept = directory
                .subject(directory.keptFor(asked.subject().id(), position), position)
                .orElse(asked);
        SubjectPage page = pages.of(asked, kept, visit);
        return visit.page("desk/subject", page.name()).addObject("subject", page);
    }

    @GetMapping("/subjects")
    ModelAndView subjects(HttpServletRequest request) {
        Visit visit = visits.of(request, "after");
        Page<SubjectAt> page = directory.subjects(null, visit.at().position(), visit.after(), SHOWN);
        return visit.page("desk/subjects", "Subjects")
                .addObject("lines", SubjectLines.of(page.items(), visit.to()))
                .addObject("more", visit.more(page));
    }
}
