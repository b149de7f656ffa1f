package org.claimsledger.desk.source;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.claimsledger.desk.claim.ClaimLines;
import org.claimsledger.desk.clock.Clock;
import org.claimsledger.desk.clock.Ticks;
import org.claimsledger.desk.history.ChangeWords;
import org.claimsledger.desk.history.HistoryLines;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.words.Instants;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.desk.words.Words;
import org.claimsledger.projection.audit.HistoryItem;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.source.Notice;
import org.claimsledger.source.Reliability;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a source shows. */
@Component
final class SourcePages {

    private static final int CLAIMS = 50;
    private static final int HISTORY = 50;
    private static final int CHANGES = 200;
    private static final String HISTORY_AFTER = "historyAfter";

    private final Dependants dependants;

    SourcePages(Dependants dependants) {
        this.dependants = dependants;
    }

    SourcePage of(SourceAt source, Visit visit) {
        SourceId id = source.source().id();
        SourceDetails details = source.source().details();
        Names names = new Names(visit.seen().directory(), visit.at().position(), visit.to());
        Page<ClaimAt> claims =
                visit.seen().claims().page(ClaimFilter.restingOn(id), visit.at().moment(), visit.after(), CLAIMS);
        Long historyAfter = visit.number(HISTORY_AFTER, number -> true);
        Page<HistoryItem> history = visit.seen()
                .audit()
                .ofSource(id, visit.at().position(), historyAfter == null ? 0 : historyAfter, HISTORY);
        LineageGraph.Drawn lineage = new LineageGraph(names, dependants, visit.at(), visit.to()).of(source);
        Edtf published = details.published();
        Instant captured = details.retrievedAt();
        boolean fallen = source.source().retracted();
        ticks(source, claims.items(), visit);
        return new SourcePage(
                id.value(),
                Names.title(source),
                details.kind() == null ? "source" : Words.of(details.kind()),
                standing(source),
                fallen,
                source.source().isProtected(),
                details.publisher(),
                Texts.entries(details.authors()),
                details.language() == null
                        ? null
                        : Locale.forLanguageTag(details.language().tag()).getDisplayName(Locale.ENGLISH),
                published == null ? null : DateInWords.brief(published),
                published == null ? null : DateInWords.sentence(published),
                details.url() == null ? null : details.url().text(),
                captured == null ? null : Instants.minute(captured) + " UTC",
                details.contentSha256() == null ? null : details.contentSha256().toString(),
                reliability(details.reliability()),
                details.note(),
                source.notices().stream().map(SourcePages::notice).toList(),
                lineage.graph(),
                lineage.sentences(),
                lineage.whole(),
                new ClaimLines(names, visit.to(), visit.at().viewpoint().day()).of(claims.items()),
                visit.more(claims),
                fallen || isBehindAStandIn(source) ? null : visit.to().to("/sources/" + id + "/retraction"),
                new HistoryLines(
                                names,
                                new ChangeWords(names, new ValueWords(names, visit.to()), null),
                                visit.path(),
                                visit.at().asked())
                        .of(history.items()),
                history.next() == null
                        ? null
                        : visit.with(HISTORY_AFTER, history.next().toString()),
                visit.citation("“" + Names.title(source) + "”, and what rests on it (" + id + ")"));
    }

    private void ticks(SourceAt source, List<ClaimAt> claims, Visit visit) {
        Ticks ticks = visit.ticks();
        List<Long> changes = visit.seen()
                .directory()
                .changes(source.source().id(), visit.at().head(), 0, CHANGES);
        ticks.recorded(changes);
        if (!changes.isEmpty() && changes.getLast() > 1) {
            ticks.preset("Before the last change", Clock.RECORDED, "@" + (changes.getLast() - 1));
        }
        Edtf published = source.source().details().published();
        if (published != null) {
            published.lastInstant().ifPresent(it -> {
                ticks.published(it);
                ticks.preset(
                        "When it came out", Clock.PUBLISHED, Instants.dayOf(it).toString());
            });
        }
        for (ClaimAt claim : claims) {
            ticks.published(claim.state().reported());
            ticks.valid(claim.claim().content().valid());
        }
    }

    private static boolean isBehindAStandIn(SourceAt source) {
        return source.source().isProtected() && source.source().details().title() == null;
    }

    private static String standing(SourceAt source) {
        if (source.source().retracted()) {
            return "Its publisher took it back: nothing counts that rests on it.";
        }
        int ended = source.source().endedEvidence().size();
        return ended == 0
                ? "It stands."
                : "It stands, but for " + Words.count(ended, "piece") + " of evidence that its publisher took back.";
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

    private static SourcePage.NoticeLine notice(SourceAt.Noticed noticed) {
        Notice notice = noticed.notice();
        return new SourcePage.NoticeLine(
                Words.of(notice.type()),
                notice.published() == null ? null : DateInWords.brief(notice.published()),
                Instants.day(noticed.recordedAt()),
                notice.reasons().isEmpty()
                        ? null
                        : Words.listed(notice.reasons().stream().map(Words::of).toList()),
                notice.note(),
                notice.url() == null ? null : notice.url().text());
    }
}
