package org.claimsledger.desk.source;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.page.ChangePoints;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.words.ChangeWords;
import org.claimsledger.desk.words.HistoryRows;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Reliability;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.projection.audit.HistoryItem;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.registry.SourceAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a source shows. */
@Component
final class SourcePageBuilder {

    private static final int CLAIMS = 50;
    private static final int HISTORY = 50;
    private static final int CHANGES = 200;
    private static final String HISTORY_AFTER = "historyAfter";

    private final DependentSourceReader dependentSources;

    SourcePageBuilder(DependentSourceReader dependentSourceReader) {
        this.dependentSources = dependentSourceReader;
    }

    SourcePage of(SourceAt source, PageRequest pageRequest) {
        SourceId id = source.source().id();
        SourceDetails details = source.source().details();
        NameLookup nameLookup = new NameLookup(
                pageRequest.readModel().registry(), pageRequest.viewpoint().position(), pageRequest.links());
        Page<ClaimAt> claims = pageRequest
                .readModel()
                .claims()
                .page(ClaimFilter.restingOn(id), pageRequest.viewpoint().point(), pageRequest.after(), CLAIMS);
        Long historyAfter = pageRequest.number(HISTORY_AFTER, number -> true);
        Page<HistoryItem> history = pageRequest
                .readModel()
                .audit()
                .ofSource(id, pageRequest.viewpoint().position(), historyAfter == null ? 0 : historyAfter, HISTORY);
        LineageGraph.LineagePicture lineage =
                new LineageGraph(nameLookup, dependentSources, pageRequest.viewpoint(), pageRequest.links()).of(source);
        Edtf published = details.published();
        Instant captured = details.retrievedAt();
        boolean fallen = source.source().retracted();
        collectChangePoints(source, claims.items(), pageRequest);
        return new SourcePage(
                id.value(),
                NameLookup.title(source),
                details.kind() == null ? "source" : Phrases.of(details.kind()),
                standing(source),
                fallen,
                source.source().isProtected(),
                details.publisher(),
                TextRules.entries(details.authors()),
                details.language() == null
                        ? null
                        : Locale.forLanguageTag(details.language().tag()).getDisplayName(Locale.ENGLISH),
                published == null ? null : DateInWords.brief(published),
                published == null ? null : DateInWords.sentence(published),
                details.url() == null ? null : details.url().text(),
                captured == null ? null : InstantWords.minute(captured) + " UTC",
                details.contentSha256() == null ? null : details.contentSha256().toString(),
                reliability(details.reliability()),
                details.note(),
                source.notices().stream().map(SourcePageBuilder::notice).toList(),
                lineage.graph(),
                lineage.sentences(),
                lineage.complete(),
                new ClaimListRows(
                                nameLookup,
                                pageRequest.links(),
                                pageRequest.viewpoint().resolved().day())
                        .of(claims.items()),
                pageRequest.more(claims),
                fallen || isHiddenFromReader(source)
                        ? null
                        : pageRequest.links().to("/sources/" + id + "/retraction"),
                new HistoryRows(
                                nameLookup,
                                new ChangeWords(nameLookup, new ValueWords(nameLookup, pageRequest.links()), null),
                                pageRequest.path(),
                                pageRequest.viewpoint().requested())
                        .of(history.items()),
                history.next() == null
                        ? null
                        : pageRequest.with(HISTORY_AFTER, history.next().toString()),
                pageRequest.citation("“" + NameLookup.title(source) + "”, and what rests on it (" + id + ")"));
    }

    private void collectChangePoints(SourceAt source, List<ClaimAt> claims, PageRequest pageRequest) {
        ChangePoints changePoints = pageRequest.changePoints();
        List<Long> changes = pageRequest
                .readModel()
                .registry()
                .changes(source.source().id(), pageRequest.viewpoint().head(), 0, CHANGES);
        changePoints.recorded(changes);
        if (!changes.isEmpty() && changes.getLast() > 1) {
            changePoints.preset("Before the last change", ViewpointDate.RECORDED, "@" + (changes.getLast() - 1));
        }
        Edtf published = source.source().details().published();
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

    private static boolean isHiddenFromReader(SourceAt source) {
        return source.source().isProtected() && source.source().details().title() == null;
    }

    private static String standing(SourceAt source) {
        if (source.source().retracted()) {
            return "Its publisher took it back: nothing counts that rests on it.";
        }
        int ended = source.source().endedEvidence().size();
        return ended == 0
                ? "It stands."
                : "It stands, but for " + Phrases.count(ended, "piece") + " of evidence that its publisher took back.";
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

    private static SourcePage.NoticeRow notice(SourceAt.RecordedNotice recordedNotice) {
        Notice notice = recordedNotice.notice();
        return new SourcePage.NoticeRow(
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
}
