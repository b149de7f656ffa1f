package org.claimsledger.desk.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.claim.QuestionSummaries;
import org.claimsledger.desk.page.ChangePoints;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequest.ListSection;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.picture.Timeline;
import org.claimsledger.desk.picture.TimelineLayout;
import org.claimsledger.desk.picture.TimelineLayout.TimelineEntry;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionAt;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionFilter;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.store.EventLog;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.Subject.SubjectComparison;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SubjectId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a subject, and the list of all subjects. */
@Controller
final class SubjectPageController {

    private static final int SUBJECTS = 100;
    private static final int QUESTIONS = 60;
    private static final int CLAIMS = 300;
    private static final int MENTIONS = 25;
    private static final int HISTORY = 50;

    private final PageRequestReader pageRequests;
    private final MentionReader mentions;
    private final EventLog log;

    SubjectPageController(PageRequestReader pageRequests, MentionReader mentions, Ledger ledger) {
        this.pageRequests = pageRequests;
        this.mentions = mentions;
        this.log = ledger.log();
    }

    @GetMapping("/subjects/{id}")
    ModelAndView subject(@PathVariable String id, HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, PageRequest.AFTER, PageRequest.HISTORY_AFTER);
        pageRequest.compareAt("/subjects/" + id + "/compare");
        long position = pageRequest.position();
        Registry registry = pageRequest.readModel().registry();
        SubjectAt requested = PathResource.subject(id, position, registry);
        SubjectAt kept = registry.keptFor(requested, position);
        SubjectPage page = page(requested.subject(), kept.subject(), pageRequest);
        return pageRequest.page("desk/subject", page.name()).addObject("subject", page);
    }

    @GetMapping("/subjects")
    ModelAndView subjects(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, PageRequest.AFTER);
        Page<SubjectAt> page = pageRequest
                .readModel()
                .registry()
                .subjects(null, pageRequest.position(), pageRequest.after(), SUBJECTS);
        return pageRequest
                .page("desk/subjects", "Subjects")
                .addObject(
                        "lines",
                        page.items().stream()
                                .map(it -> SubjectListRow.of(it.subject(), pageRequest.links()))
                                .toList())
                .addObject("more", pageRequest.more(page));
    }

    /**
     * @param requested the subject that the address names
     * @param subject the one that it is read under
     */
    private SubjectPage page(Subject requested, Subject subject, PageRequest pageRequest) {
        SubjectId id = subject.id();
        SubjectDetails details = subject.details();
        Set<SubjectId> same = pageRequest.readModel().registry().sameAs(id, pageRequest.position());
        Page<QuestionAt> questions = pageRequest
                .readModel()
                .answers()
                .page(QuestionFilter.about(id), pageRequest.viewpoint().resolved(), pageRequest.after(), QUESTIONS);
        Dossier dossier = new Dossier(
                pageRequest.names(),
                new QuestionSummaries(pageRequest),
                pageRequest.links(),
                contents(id, pageRequest),
                this::recordedAt);
        collectChangePoints(id, pageRequest);
        return new SubjectPage(
                id.value(),
                details.name(),
                Phrases.of(details.kind()),
                details.identified(),
                details.externalIds(),
                names(requested, subject, same, pageRequest),
                subject.comparisons().stream()
                        .map(it -> comparison(it, pageRequest.names()))
                        .toList(),
                new ListSection<>(dossier.themes(questions.items()), pageRequest.more(questions)),
                timelines(dossier.timelineEntries(questions.items()), pageRequest),
                new ClaimListRows(pageRequest)
                        .of(mentions.of(
                                same,
                                pageRequest.viewpoint(),
                                pageRequest.readModel().claims(),
                                MENTIONS)),
                pageRequest.history(
                        pageRequest
                                .readModel()
                                .audit()
                                .ofSubject(
                                        id,
                                        pageRequest.position(),
                                        pageRequest.after(PageRequest.HISTORY_AFTER),
                                        HISTORY),
                        null,
                        PageRequest.HISTORY_AFTER),
                pageRequest.citation(details.name() + ", what is best known (" + id + ")"));
    }

    private Instant recordedAt(long position) {
        return log.recordedAt(position)
                .orElseThrow(() -> new IllegalStateException("no event at position " + position));
    }

    private static Map<ClaimId, ClaimContent> contents(SubjectId id, PageRequest pageRequest) {
        Map<ClaimId, ClaimContent> contents = new HashMap<>();
        pageRequest
                .readModel()
                .claims()
                .page(
                        ClaimFilter.about(id),
                        pageRequest.viewpoint().point(),
                        Math.max(0, pageRequest.after() - 1),
                        CLAIMS)
                .items()
                .forEach(it -> contents.put(it.claim().id(), it.claim().content()));
        return contents;
    }

    /** Takes in claims that the viewpoint hides, because a slider leads to them. */
    private static void collectChangePoints(SubjectId id, PageRequest pageRequest) {
        ChangePoints changePoints = pageRequest.changePoints();
        List<ClaimAt> claims = pageRequest
                .readModel()
                .claims()
                .page(
                        ClaimFilter.about(id),
                        BitemporalPoint.asOf(pageRequest.viewpoint().head()),
                        0,
                        CLAIMS)
                .items();
        long last = 0;
        for (ClaimAt claim : claims) {
            changePoints.recorded(List.of(claim.claimNo(), claim.lastChange()));
            claim.state().evidence().forEach(it -> changePoints.published(it.reported()));
            changePoints.valid(claim.claim().content().valid());
            last = Math.max(last, claim.lastChange());
        }
        changePoints.beforeLastChange(last);
    }

    private static SubjectPage.OtherNames names(
            Subject requested, Subject subject, Set<SubjectId> same, PageRequest pageRequest) {
        Stream<SubjectPage.OtherName> registered =
                subject.details().alsoKnownAs().stream().map(it -> new SubjectPage.OtherName(it, null, null, null));
        Stream<SubjectPage.OtherName> added = subject.addedNames().stream().map(it -> name(it, pageRequest.names()));
        return new SubjectPage.OtherNames(
                requested.id().equals(subject.id()) ? null : requested.details().name(),
                Stream.concat(registered, added).toList(),
                absorbed(same, subject.id(), pageRequest));
    }

    private static SubjectPage.OtherName name(SubjectName subjectName, NameLookup names) {
        String tag =
                subjectName.language() == null ? null : subjectName.language().tag();
        return new SubjectPage.OtherName(
                subjectName.name(),
                tag,
                tag == null ? null : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH),
                subjectName.source() == null ? null : names.source(subjectName.source()));
    }

    private static List<String> absorbed(Set<SubjectId> same, SubjectId kept, PageRequest pageRequest) {
        List<String> absorbed = new ArrayList<>();
        for (SubjectId each : same) {
            if (!each.equals(kept)) {
                pageRequest
                        .readModel()
                        .registry()
                        .subject(each, pageRequest.position())
                        .ifPresent(it -> absorbed.add(it.subject().details().name()));
            }
        }
        return absorbed;
    }

    private static SubjectPage.ComparisonRow comparison(SubjectComparison comparison, NameLookup names) {
        String outcome =
                switch (comparison.judgement()) {
                    case POSITIVE -> "they are one";
                    case NEGATIVE -> "they are two";
                    case UNSURE -> "it cannot be told yet";
                };
        return new SubjectPage.ComparisonRow(names.subject(comparison.other()), outcome, comparison.reason());
    }

    private static List<Timeline> timelines(List<TimelineEntry> entries, PageRequest pageRequest) {
        return Stream.of(Timeline.SizeClass.values())
                .map(sizeClass -> TimelineLayout.of(entries, pageRequest.viewpoint(), sizeClass))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
