package org.claimsledger.desk.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.desk.words.Names;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SubjectId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a subject, and the list of all. */
@Controller("subjectDesk")
final class SubjectController {

    private static final int SHOWN = 100;
    private static final int LIKELY = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Visits visits;
    private final Projections projections;
    private final SubjectPages pages;

    SubjectController(Visits visits, Projections projections, SubjectPages pages) {
        this.visits = visits;
        this.projections = projections;
        this.pages = pages;
    }

    @GetMapping("/subjects/{id}")
    ModelAndView subject(@PathVariable String id, HttpServletRequest request) {
        Visit visit = visits.of(request, "after", "historyAfter");
        visit.compareAt("/subjects/" + id + "/compare");
        long position = visit.at().position();
        Directory directory = visit.seen().directory();
        SubjectAt asked =
                Found.require(id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> directory.subject(it, position));
        SubjectAt kept = directory
                .subject(directory.keptFor(asked.subject().id(), position), position)
                .orElse(asked);
        SubjectPage page = pages.of(asked, kept, visit);
        return visit.page("desk/subject", page.name()).addObject("subject", page);
    }

    /** Who else it may be: on a page of its own, since it takes a search for every name. */
    @GetMapping("/subjects/{id}/candidates")
    ModelAndView candidates(@PathVariable String id, HttpServletRequest request) throws InterruptedException {
        Visit visit = visits.of(request);
        long position = visit.at().position();
        Directory directory = visit.seen().directory();
        SubjectAt subject =
                Found.require(id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> directory.subject(it, position));
        if (!projections.awaitShown(position, PATIENCE)) {
            throw Refused.because(
                    RefusalCode.NOT_READY, "Nothing can be searched for at the moment; everything else can be read");
        }
        Names names = new Names(directory, position, visit.to());
        String name = subject.subject().details().name();
        return visit.page("desk/candidates", "Who else this may be: " + name)
                .addObject("subject", SubjectLines.of(subject.subject(), visit.to()))
                .addObject(
                        "likely",
                        new LikelyLines(names, visit.to())
                                .of(visit.seen().likely().of(subject.subject().id(), position, LIKELY)));
    }

    @GetMapping("/subjects")
    ModelAndView subjects(HttpServletRequest request) {
        Visit visit = visits.of(request, "after");
        Page<SubjectAt> page =
                visit.seen().directory().subjects(null, visit.at().position(), visit.after(), SHOWN);
        return visit.page("desk/subjects", "Subjects")
                .addObject("lines", SubjectLines.of(page.items(), visit.to()))
                .addObject("more", visit.more(page));
    }
}
