package org.claimsledger.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.projection.search.Search.SourceHit;
import org.claimsledger.source.Pseudonym;
import org.claimsledger.source.RecordedNotice;
import org.claimsledger.source.Source;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.Language;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/**
 * A source, read from a viewpoint.
 *
 * @param isProtected whether only editors may know which source it is; it is protected now, whatever the viewpoint
 * @param standIn the id by which others see a protected source; absent where the answer itself has that id
 * @param publisher the name of the publisher: of a subject, the one that the desk uses for it after merges
 * @param publisherSubject the publisher as it was recorded, where it is a subject
 * @param retracted whether its publisher has taken all of it back
 * @param endedEvidence the evidence that its publisher has taken back
 * @param match the texts in which a search found it
 */
public record SourceView(
        SourceId id,
        long revision,
        @JsonProperty("protected") boolean isProtected,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SourceId standIn,

        @Nullable SourceKind kind,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable SubjectId publisherSubject,
        List<String> authors,
        @Nullable Url url,
        @Nullable Language language,
        @Nullable Edtf published,
        @Nullable Instant retrievedAt,
        @Nullable Sha256 contentSha256,
        @Nullable Reliability reliability,
        List<LineageView> lineage,
        @Nullable String note,
        boolean retracted,
        List<EvidenceRef> endedEvidence,
        List<NoticeView> notices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TextMatchesView match,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ViewpointView viewpoint) {

    /** A dependence on another source or outlet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineageView(
            Lineage.Relation relation,
            @Nullable SourceId source,
            @Nullable String outlet) {}

    /**
     * A notice of the publisher, and the position that recorded it.
     *
     * @param number its number among all notices of the source, from 1, in the order of recording; it stays the same for
     *     good
     */
    public record NoticeView(
            int number,
            long position,
            String recordedAt,
            NoticeType type,
            @Nullable Url url,
            @Nullable Edtf published,
            List<ReasonCode> reasons,
            List<EvidenceRef> evidence,
            @Nullable String note) {}

    public static SourceView of(SourceHit hit) {
        return of(hit.source(), TextMatchesView.of(hit.fields()), null);
    }

    public static SourceView of(SourceAt at, @Nullable ViewpointView viewpoint) {
        return of(at, null, viewpoint);
    }

    private static SourceView of(SourceAt at, @Nullable TextMatchesView match, @Nullable ViewpointView viewpoint) {
        Source source = at.source();
        SourceDetails details = source.details();
        return new SourceView(
                source.id(),
                source.revision(),
                source.isProtected(),
                isNamed(at) ? Pseudonym.of(at.registered()) : null,
                details.kind(),
                details.title(),
                at.publisher(),
                details.publisher() instanceof Publisher.BySubject by ? by.subject() : null,
                TextRules.entries(details.authors()),
                details.url(),
                details.language(),
                details.published(),
                details.retrievedAt(),
                details.contentSha256(),
                details.reliability(),
                TextRules.entries(details.lineage()).stream()
                        .map(it -> new LineageView(it.relation(), it.source(), it.outlet()))
                        .toList(),
                details.note(),
                source.retracted(),
                List.copyOf(source.endedEvidence()),
                at.notices().stream().map(SourceView::notice).toList(),
                match,
                viewpoint);
    }

    private static boolean isNamed(SourceAt at) {
        Source source = at.source();
        return source.isProtected() && !source.id().equals(Pseudonym.of(at.registered()));
    }

    private static NoticeView notice(RecordedNotice recordedNotice) {
        var notice = recordedNotice.notice();
        return new NoticeView(
                recordedNotice.number(),
                recordedNotice.position(),
                Rfc3339.format(recordedNotice.recordedAt()),
                notice.type(),
                notice.url(),
                notice.published(),
                notice.reasons(),
                notice.evidence(),
                notice.note());
    }
}
