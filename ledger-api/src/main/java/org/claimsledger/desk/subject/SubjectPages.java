package org.claimsledger.desk.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.claim.Content;
import org.claimsledger.desk.claim.ClaimLines;
import org.claimsledger.desk.claim.QuestionViews;
import org.claimsledger.desk.clock.Clock;
import org.claimsledger.desk.clock.Ticks;
import org.claimsledger.desk.history.ChangeWords;
import org.claimsledger.desk.history.HistoryLines;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.picture.Fact;
import org.claimsledger.desk.picture.Timeline;
import org.claimsledger.desk.picture.Timelines;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.desk.words.Words;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.answers.QuestionAt;
import org.claimsledger.projection.answers.QuestionFilter;
import org.claimsledger.projection.audit.HistoryItem;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.store.EventLog;
import org.claimsledger.subject.Comparison;
import org.claimsledger.subject.Naming;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDetails;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SubjectId;
import org.springframework.stereotype.Component;

/** Gathers what the page of a subject shows. */
@Component
final class SubjectPages {

    private static final int QUESTIONS = 60;
    private static final int CLAIMS = 300;
    private static final int MENTIONS = 25;
    private static final int HISTORY = 50;
    private static final String HISTORY_AFTER = "historyAfter";

    private final Mentions mentions;
    private final EventLog log;

    SubjectPages(Mentions mentions, Ledger ledger) {
        this.mentions = mentions;
        this.log = ledger.log();
    }

    /**
     * @param asked the subject that was asked for
     * @param kept the one that it is read under
     */
    SubjectPage of(SubjectAt asked, SubjectAt kept, Visit visit) {
        Subject subject = kept.subject();
        SubjectId id = subject.id();
        Names names = new Names(visit.seen().directory(), visit.at().position(), visit.to());
        var day = visit.at().viewpoint().day();
        Page<QuestionAt> questions =
                visit.seen().answers().page(QuestionFilter.about(id), visit.at().viewpoint(), visit.after(), QUESTIONS);
        Dossier dossier = new Dossier(
                names, new QuestionViews(names, visit.to(), day), visit.to(), contents(id, visit), this::recordedAt);
        Set<SubjectId> same = visit.seen().directory().sameAs(id, visit.at().position());
        Long historyAfter = visit.number(HISTORY_AFTER, number -> true);
        Page<HistoryItem> history = visit.seen()
                .audit()
                .ofSubject(id, visit.at().position(), historyAfter == null ? 0 : historyAfter, HISTORY);
        ticks(id, visit);
        return new SubjectPage(
                id.value(),
                subject.details().name(),
                Words.of(subject.details().kind()),
                subject.details().identified(),
                asked.subject().id().equals(id)
                        ? null
                        : asked.subject().details().name(),
                names(subject, names),
                subject.details().externalIds(),
                absorbed(same, id, visit),
                subject.comparisons().stream().map(it -> compared(it, names)).toList(),
                dossier.themes(questions.items()),
                timelines(dossier.facts(questions.items()), visit),
                visit.more(questions),
                new ClaimLines(names, visit.to(), day)
                        .of(mentions.of(same, visit.at(), visit.seen().claims(), MENTIONS)),
                new HistoryLines(
                                names,
                                new ChangeWords(names, new ValueWords(names, visit.to()), null),
                                visit.path(),
                                visit.at().asked())
                        .of(history.items()),
                history.next() == null
                        ? null
                        : visit.with(HISTORY_AFTER, history.next().toString()),
                visit.citation(subject.details().name() + ", what is best known (" + id + ")"));
    }

    private static List<Timeline> timelines(List<Fact> facts, Visit visit) {
        return Stream.of(Timeline.Form.values())
                .map(form -> Timelines.of(facts, visit.at(), form))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private Instant recordedAt(long position) {
        return log.recordedAt(position)
                .orElseThrow(() -> new IllegalStateException("no event at position " + position));
    }

    private Map<ClaimId, Content> contents(SubjectId id, Visit visit) {
        Map<ClaimId, Content> contents = new HashMap<>();
        visit.seen()
                .claims()
                .page(ClaimFilter.about(id), visit.at().moment(), Math.max(0, visit.after() - 1), CLAIMS)
                .items()
                .forEach(it -> contents.put(it.claim().id(), it.claim().content()));
        return contents;
    }

    /** All that there is of it, also what the clocks hide: a slider leads to it. */
    private void ticks(SubjectId id, Visit visit) {
        Ticks ticks = visit.ticks();
        List<ClaimAt> claims = visit.seen()
                .claims()
                .page(ClaimFilter.about(id), Moment.asOf(visit.at().head()), 0, CLAIMS)
                .items();
        long last = 0;
        for (ClaimAt claim : claims) {
            ticks.recorded(List.of(claim.claimNo(), claim.lastChange()));
            claim.state().evidence().forEach(it -> ticks.published(it.reported()));
            ticks.valid(claim.claim().content().valid());
            last = Math.max(last, claim.lastChange());
        }
        if (last > 1) {
            ticks.preset("Before the last change", Clock.RECORDED, "@" + (last - 1));
        }
    }

    private static List<SubjectPage.OtherName> names(Subject subject, Names names) {
        SubjectDetails details = subject.details();
        Stream<SubjectPage.OtherName> registered =
                details.alsoKnownAs().stream().map(it -> new SubjectPage.OtherName(it, null, null, null));
        Stream<SubjectPage.OtherName> added = subject.namings().stream().map(it -> name(it, names));
        return Stream.concat(registered, added).toList();
    }

    private static SubjectPage.OtherName name(Naming naming, Names names) {
        String tag = naming.language() == null ? null : naming.language().tag();
        return new SubjectPage.OtherName(
                naming.name(),
                tag,
                tag == null ? null : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH),
                naming.source() == null ? null : names.source(naming.source()));
    }

    private List<String> absorbed(Set<SubjectId> same, SubjectId kept, Visit visit) {
        List<String> absorbed = new ArrayList<>();
        for (SubjectId each : same) {
            if (!each.equals(kept)) {
                visit.seen()
                        .directory()
                        .subject(each, visit.at().position())
                        .ifPresent(it -> absorbed.add(it.subject().details().name()));
            }
        }
        return absorbed;
    }

    private static SubjectPage.Compared compared(Comparison comparison, Names names) {
        String found =
                switch (comparison.judgement()) {
                    case POSITIVE -> "they are one";
                    case NEGATIVE -> "they are two";
                    case UNSURE -> "it cannot be told yet";
                };
        return new SubjectPage.Compared(names.subject(comparison.other()), found, comparison.reason());
    }
}
