package org.claimsledger.desk.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.SubjectAt;
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
final class SubjectPageController {

    private static final int SHOWN = 100;
    private static final int LIKELY = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PageRequestReader pageRequests;
    private final ReadModels readModels;
    private final SubjectPageBuilder pages;

    SubjectPageController(PageRequestReader pageRequestReader, ReadModels readModels, SubjectPageBuilder pages) {
        this.pageRequests = pageRequestReader;
        this.readModels = readModels;
        this.pages = pages;
    }

    @GetMapping("/subjects/{id}")
    ModelAndView subject(@PathVariable String id, HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, "after", "historyAfter");
        pageRequest.compareAt("/subjects/" + id + "/compare");
        long position = pageRequest.viewpoint().position();
        Registry registry = pageRequest.readModel().registry();
        SubjectAt asked = PathResource.require(
                id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> registry.subject(it, position));
        SubjectAt kept = registry.subject(registry.keptFor(asked.subject().id(), position), position)
                .orElse(asked);
        SubjectPage page = pages.of(asked, kept, pageRequest);
        return pageRequest.page("desk/subject", page.name()).addObject("subject", page);
    }

    /** Who else it may be: on a page of its own, since it takes a search for every name. */
    @GetMapping("/subjects/{id}/candidates")
    ModelAndView candidates(@PathVariable String id, HttpServletRequest request) throws InterruptedException {
        PageRequest pageRequest = pageRequests.of(request);
        long position = pageRequest.viewpoint().position();
        Registry registry = pageRequest.readModel().registry();
        SubjectAt subject = PathResource.require(
                id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> registry.subject(it, position));
        if (!readModels.awaitShown(position, PATIENCE)) {
            throw Refused.because(
                    RefusalCode.NOT_READY, "Nothing can be searched for at the moment; everything else can be read");
        }
        NameLookup nameLookup = new NameLookup(registry, position, pageRequest.links());
        String name = subject.subject().details().name();
        return pageRequest
                .page("desk/candidates", "Who else this may be: " + name)
                .addObject("subject", SubjectListRows.of(subject.subject(), pageRequest.links()))
                .addObject(
                        "likely",
                        new DuplicateCandidateRows(nameLookup, pageRequest.links())
                                .of(pageRequest
                                        .readModel()
                                        .duplicates()
                                        .of(subject.subject().id(), position, LIKELY)));
    }

    @GetMapping("/subjects")
    ModelAndView subjects(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, "after");
        Page<SubjectAt> page = pageRequest
                .readModel()
                .registry()
                .subjects(null, pageRequest.viewpoint().position(), pageRequest.after(), SHOWN);
        return pageRequest
                .page("desk/subjects", "Subjects")
                .addObject("lines", SubjectListRows.of(page.items(), pageRequest.links()))
                .addObject("more", pageRequest.more(page));
    }
}
