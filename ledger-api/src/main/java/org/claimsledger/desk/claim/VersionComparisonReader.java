package org.claimsledger.desk.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointParameters;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.words.ChangeWords;
import org.claimsledger.desk.words.ChangeWords.ChangeRow;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.WordDifference;
import org.claimsledger.desk.words.WordDifference.Segment;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.audit.FieldChange;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.claims.ClaimQueries.ClaimVersion;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/** Reads a claim's versions along the clock that the address names, and the two that it compares. */
final class VersionComparisonReader {

    static final String CLOCK = "clock";
    static final String FROM = "from";
    static final String TO = "to";

    private final PageRequest request;
    private final ClaimQueries claimQueries;
    private final ChangeWords words;

    VersionComparisonReader(PageRequest pageRequest, ChangeWords words) {
        this.request = pageRequest;
        this.claimQueries = pageRequest.readModel().claims();
        this.words = words;
    }

    /**
     * The versions of a claim along one of the clocks, and the differences between two of them.
     *
     * @param published whether along the published clock; else the recorded one
     * @param otherClockHref the page along the other clock
     * @param from the number of the earlier version that is compared; absent where there is only one
     * @param statement the sentence with its differences marked; empty where neither version has one
     * @param changes the other differences
     */
    public record VersionComparison(
            boolean published,
            String otherClockHref,
            List<VersionListRow> versions,
            @Nullable Integer from,
            int to,
            List<Segment> statement,
            boolean statementDiffers,
            List<ChangeRow> changes) {}

    /**
     * A version in the list.
     *
     * @param since when it began
     * @param comparisonHref the page with this version compared to the one before it
     * @param href the claim as it was read then
     */
    public record VersionListRow(int number, String since, String comparisonHref, String href, boolean shown) {}

    VersionComparison of(ClaimId claim) {
        boolean published = "published".equals(request.parameter(CLOCK));
        BitemporalPoint here = request.viewpoint().point();
        List<ClaimVersion> versions =
                published ? claimQueries.reportedVersions(claim, here) : claimQueries.recordedVersions(claim, here);
        int last = versions.size();
        Long requested = request.number(TO, number -> number >= 1 && number <= last);
        int to = requested == null ? last : requested.intValue();
        Long begin = request.number(FROM, number -> number >= 1 && number <= last);
        Integer from = begin != null ? Integer.valueOf(begin.intValue()) : to > 1 ? Integer.valueOf(to - 1) : null;
        ClaimState after = state(claim, versions.get(to - 1), published);
        ClaimState before = from == null ? null : state(claim, versions.get(from - 1), published);
        return new VersionComparison(
                published,
                otherClockHref(published),
                rows(versions, published, from, to),
                from,
                to,
                statement(before, after),
                before != null && !Objects.equals(text(before), text(after)),
                changes(before, after));
    }

    private ClaimState state(ClaimId claim, ClaimVersion version, boolean published) {
        BitemporalPoint here = request.viewpoint().point();
        BitemporalPoint then = published
                ? new BitemporalPoint(here.asOf(), Objects.requireNonNullElse(version.reportedFrom(), Instant.MIN))
                : new BitemporalPoint(version.recordedFrom(), here.publishedBy());
        return claimQueries
                .claim(claim, then)
                .orElseThrow(() -> new IllegalStateException(claim + " is not there at its version " + version))
                .state();
    }

    private String otherClockHref(boolean published) {
        return request.links().to(request.path(), published ? Map.of() : Map.of(CLOCK, "published"));
    }

    private List<VersionListRow> rows(List<ClaimVersion> versions, boolean published, @Nullable Integer from, int to) {
        List<VersionListRow> rows = new ArrayList<>();
        for (ClaimVersion version : versions) {
            int number = version.number();
            rows.add(new VersionListRow(
                    number,
                    since(version, published),
                    comparisonHref(published, number),
                    Links.at(viewpointAt(version, published), request.path(), Map.of()),
                    number == to || from != null && number == from));
        }
        return rows;
    }

    private static String since(ClaimVersion version, boolean published) {
        Instant reported = version.reportedFrom();
        if (published) {
            return reported == null ? "always" : InstantWords.shortDay(reported);
        }
        return InstantWords.minute(version.recordedAt());
    }

    private ViewpointParameters viewpointAt(ClaimVersion version, boolean published) {
        Instant reported = version.reportedFrom();
        if (!published) {
            return request.viewpoint().requested().with(ViewpointDate.RECORDED, "@" + version.recordedFrom());
        }
        return reported == null
                ? request.viewpoint().requested()
                : request.viewpoint()
                        .requested()
                        .with(
                                ViewpointDate.PUBLISHED,
                                InstantWords.dayOf(reported).toString());
    }

    private String comparisonHref(boolean published, int number) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (published) {
            parameters.put(CLOCK, "published");
        }
        parameters.put(FROM, Integer.toString(Math.max(1, number - 1)));
        parameters.put(TO, Integer.toString(number));
        return request.links().to(request.path(), parameters) + "#versions";
    }

    private static List<Segment> statement(@Nullable ClaimState before, ClaimState after) {
        String now = text(after);
        String old = before == null ? now : text(before);
        return old == null && now == null
                ? List.of()
                : WordDifference.between(old == null ? "" : old, now == null ? "" : now);
    }

    private static @Nullable String text(ClaimState state) {
        return state.claim().content().statement();
    }

    /** Leaves out the statement, whose differences are shown in the sentence. */
    private List<ChangeRow> changes(@Nullable ClaimState before, ClaimState after) {
        Stream<FieldChange> fieldChanges = before == null ? Stream.of() : ClaimDiff.between(before, after).stream();
        return words.of(
                fieldChanges.filter(it -> !it.path().equals("/statement")).toList());
    }
}
