package org.claimsledger.desk.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.claim.QuestionSummaries;
import org.claimsledger.desk.page.ChangePoints;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.picture.Timeline;
import org.claimsledger.desk.picture.TimelineEntry;
import org.claimsledger.desk.picture.TimelineLayout;
import org.claimsledger.desk.words.ChangeWords;
import org.claimsledger.desk.words.HistoryRows;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectName;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.answers.QuestionAt;
import org.claimsledger.projection.answers.QuestionFilter;
import org.claimsledger.projection.audit.HistoryItem;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.registry.SubjectAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.store.EventLog;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectComparison;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SubjectId;
import org.springframework.stereotype.Component;

/** Gathers what the page of a subject shows. */
@Component
final class SubjectPageBuilder {

    private static final int QUESTIONS = 60;
    private static final int CLAIMS = 300;
    private static final int MENTIONS = 25;
    private static final int HISTORY = 50;
    private static final String HISTORY_AFTER = "historyAfter";

    private final MentionReader mentionReader;
    private final EventLog log;

    SubjectPageBuilder(MentionReader mentionReader, Ledger ledger) {
        this.mentionReader = mentionReader;
        this.log = ledger.log();
    }

    /**
     * @param asked the subject that was asked for
     * @param kept the one that it is read under
     */
    SubjectPage of(SubjectAt asked, SubjectAt kept, PageRequest pageRequest) {
        Subject subject = kept.subject();
        SubjectId id = subject.id();
        NameLookup nameLookup = new NameLookup(
                pageRequest.readModel().registry(), pageRequest.viewpoint().position(), pageRequest.links());
        var day = pageRequest.viewpoint().resolved().day();
        Page<QuestionAt> questions = pageRequest
                .readModel()
                .answers()
                .page(QuestionFilter.about(id), pageRequest.viewpoint().resolved(), pageRequest.after(), QUESTIONS);
        Dossier dossier = new Dossier(
                nameLookup,
                new QuestionSummaries(nameLookup, pageRequest.links(), day),
                pageRequest.links(),
                contents(id, pageRequest),
                this::recordedAt);
        Set<SubjectId> same = pageRequest
                .readModel()
                .registry()
                .sameAs(id, pageRequest.viewpoint().position());
        Long historyAfter = pageRequest.number(HISTORY_AFTER, number -> true);
        Page<HistoryItem> history = pageRequest
                .readModel()
                .audit()
                .ofSubject(id, pageRequest.viewpoint().position(), historyAfter == null ? 0 : historyAfter, HISTORY);
        collectChangePoints(id, pageRequest);
        return new SubjectPage(
                id.value(),
                subject.details().name(),
                Phrases.of(subject.details().kind()),
                subject.details().identified(),
                asked.subject().id().equals(id)
                        ? null
                        : asked.subject().details().name(),
                names(subject, nameLookup),
                subject.details().externalIds(),
                absorbed(same, id, pageRequest),
                subject.comparisons().stream()
                        .map(it -> compared(it, nameLookup))
                        .toList(),
                dossier.themes(questions.items()),
                timelines(dossier.facts(questions.items()), pageRequest),
                pageRequest.more(questions),
                new ClaimListRows(nameLookup, pageRequest.links(), day)
                        .of(mentionReader.of(
                                same,
                                pageRequest.viewpoint(),
                                pageRequest.readModel().claims(),
                                MENTIONS)),
                new HistoryRows(
                                nameLookup,
                                new ChangeWords(nameLookup, new ValueWords(nameLookup, pageRequest.links()), null),
                                pageRequest.path(),
                                pageRequest.viewpoint().requested())
                        .of(history.items()),
                history.next() == null
                        ? null
                        : pageRequest.with(HISTORY_AFTER, history.next().toString()),
                pageRequest.citation(subject.details().name() + ", what is best known (" + id + ")"));
    }

    private static List<Timeline> timelines(List<TimelineEntry> timelineEntries, PageRequest pageRequest) {
        return Stream.of(Timeline.SizeClass.values())
                .map(sizeClass -> TimelineLayout.of(timelineEntries, pageRequest.viewpoint(), sizeClass))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private Instant recordedAt(long position) {
        return log.recordedAt(position)
                .orElseThrow(() -> new IllegalStateException("no event at position " + position));
    }

    private Map<ClaimId, ClaimContent> contents(SubjectId id, PageRequest pageRequest) {
        Map<ClaimId, ClaimContent> claimContents = new HashMap<>();
        pageRequest
                .readModel()
                .claims()
                .page(
                        ClaimFilter.about(id),
                        pageRequest.viewpoint().point(),
                        Math.max(0, pageRequest.after() - 1),
                        CLAIMS)
                .items()
                .forEach(it -> claimContents.put(it.claim().id(), it.claim().content()));
        return claimContents;
    }

    /** All that there is of it, also what the clocks hide: a slider leads to it. */
    private void collectChangePoints(SubjectId id, PageRequest pageRequest) {
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
        if (last > 1) {
            changePoints.preset("Before the last change", ViewpointDate.RECORDED, "@" + (last - 1));
        }
    }

    private static List<SubjectPage.OtherName> names(Subject subject, NameLookup nameLookup) {
        SubjectDetails details = subject.details();
        Stream<SubjectPage.OtherName> registered =
                details.alsoKnownAs().stream().map(it -> new SubjectPage.OtherName(it, null, null, null));
        Stream<SubjectPage.OtherName> added = subject.addedNames().stream().map(it -> name(it, nameLookup));
        return Stream.concat(registered, added).toList();
    }

    private static SubjectPage.OtherName name(SubjectName subjectName, NameLookup nameLookup) {
        String tag =
                subjectName.language() == null ? null : subjectName.language().tag();
        return new SubjectPage.OtherName(
                subjectName.name(),
                tag,
                tag == null ? null : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH),
                subjectName.source() == null ? null : nameLookup.source(subjectName.source()));
    }

    private List<String> absorbed(Set<SubjectId> same, SubjectId kept, PageRequest pageRequest) {
        List<String> absorbed = new ArrayList<>();
        for (SubjectId each : same) {
            if (!each.equals(kept)) {
                pageRequest
                        .readModel()
                        .registry()
                        .subject(each, pageRequest.viewpoint().position())
                        .ifPresent(it -> absorbed.add(it.subject().details().name()));
            }
        }
        return absorbed;
    }

    private static SubjectPage.ComparisonRow compared(SubjectComparison subjectComparison, NameLookup nameLookup) {
        String found =
                switch (subjectComparison.judgement()) {
                    case POSITIVE -> "they are one";
                    case NEGATIVE -> "they are two";
                    case UNSURE -> "it cannot be told yet";
                };
        return new SubjectPage.ComparisonRow(
                nameLookup.subject(subjectComparison.other()), found, subjectComparison.reason());
    }
}
