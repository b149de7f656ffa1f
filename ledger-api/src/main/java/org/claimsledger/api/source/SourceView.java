package org.claimsledger.api.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.claimsledger.api.viewpoint.FieldsView;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.ledger.Times;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.search.SourceHit;
import org.claimsledger.source.EvidenceRef;
import org.claimsledger.source.Lineage;
import org.claimsledger.source.NoticeType;
import org.claimsledger.source.Reliability;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.source.SourceKind;
import org.claimsledger.source.StandIn;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Language;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Texts;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is read from a viewpoint.
 *
 * @param isProtected whether none but editors may know which source it is; it is protected now, whatever the viewpoint
 * @param standIn what a protected source is called by everybody else; absent where the answer calls it so itself
 * @param retracted whether its publisher has taken the whole of it back
 * @param endedEvidence what its publisher has taken back in part
 * @param match where it was found, in the answer to a search
 */
public record SourceView(
        SourceId id,
        long revision,
        @JsonProperty("protected") boolean isProtected,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SourceId standIn,

        @Nullable SourceKind kind,
        @Nullable String title,
        @Nullable String publisher,
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FieldsView match,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ViewpointView viewpoint) {

    /** A dependence on another source or outlet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineageView(
            Lineage.Relation relation,
            @Nullable SourceId source,
            @Nullable String outlet) {}

    /** What the publisher said, and where that is recorded. */
    public record NoticeView(
            long position,
            String recordedAt,
            NoticeType type,
            @Nullable Url url,
            @Nullable Edtf published,
            List<ReasonCode> reasons,
            List<EvidenceRef> evidence,
            @Nullable String note) {}

    static SourceView of(SourceHit hit) {
        return of(hit.source(), FieldsView.of(hit.fields()), null);
    }

    static SourceView of(SourceAt at, @Nullable ViewpointView viewpoint) {
        return of(at, null, viewpoint);
    }

    private static SourceView of(SourceAt at, @Nullable FieldsView match, @Nullable ViewpointView viewpoint) {
        Source source = at.source();
        SourceDetails details = source.details();
        return new SourceView(
                source.id(),
                source.revision(),
                source.isProtected(),
                isKnownByItsName(at) ? StandIn.of(at.registered()) : null,
                details.kind(),
                details.title(),
                details.publisher(),
                Texts.entries(details.authors()),
                details.url(),
                details.language(),
                details.published(),
                details.retrievedAt(),
                details.contentSha256(),
                details.reliability(),
                Texts.entries(details.lineage()).stream()
                        .map(it -> new LineageView(it.relation(), it.source(), it.outlet()))
                        .toList(),
                details.note(),
                source.retracted(),
                List.copyOf(source.endedEvidence()),
                at.notices().stream().map(SourceView::notice).toList(),
                match,
                viewpoint);
    }

    private static boolean isKnownByItsName(SourceAt at) {
        Source source = at.source();
        return source.isProtected() && !source.id().equals(StandIn.of(at.registered()));
    }

    private static NoticeView notice(SourceAt.Noticed noticed) {
        var notice = noticed.notice();
        return new NoticeView(
                noticed.position(),
                Times.text(noticed.recordedAt()),
                notice.type(),
                notice.url(),
                notice.published(),
                notice.reasons(),
                notice.evidence(),
                notice.note());
    }
}
