package org.claimsledger.api.claim;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimsledger.api.claim.VersionView.Difference;
import org.claimsledger.api.history.HistoryView;
import org.claimsledger.api.security.Seeing;
import org.claimsledger.api.viewpoint.Dates;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.api.viewpoint.Listing;
import org.claimsledger.api.viewpoint.Listing.Paged;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.api.viewpoint.Viewpoints;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Status;
import org.claimsledger.claim.Verdict;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.audit.Change;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.ClaimVersion;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Claims as they are read: one or a list, as of any date, with their histories and versions. */
@RestController
@RequestMapping(ClaimController.CLAIMS)
final class ClaimReadController {

    private static final String CLOCK = "clock";

    private final Seeing seeing;
    private final Viewpoints viewpoints;

    ClaimReadController(Seeing seeing, Viewpoints viewpoints) {
        this.seeing = seeing;
        this.viewpoints = viewpoints;
    }

    @GetMapping
    Paged<ClaimView> list(HttpServletRequest request) {
        Listing listing =
                Listing.searched(request, viewpoints, "subject", "predicate", "source", "status", "verdict", "q");
        ClaimFilter filter = filter(listing.query());
        String q = listing.query().text("q");
        Seen seen = seeing.by(request);
        ClaimViews views = new ClaimViews(seen);
        if (q != null) {
            return listing.paged(
                    seen.search().claims(q, filter, Moment.of(listing.viewpoint()), listing.after(), listing.limit()),
                    hits -> views.found(hits, listing.viewpoint()));
        }
        return listing.paged(
                seen.claims().page(filter, Moment.of(listing.viewpoint()), listing.after(), listing.limit()),
                items -> views.all(items, listing.viewpoint()));
    }

    /**
     * The ETag is set past Spring, which would answer 304 by itself: whether a claim is in force changes with the day, and
     * no tag of the ledger's says so.
     */
    @GetMapping("/{id}")
    ClaimView one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Viewpoint viewpoint = viewpoints.of(request);
        Seen seen = seeing.by(request);
        ClaimViews views = new ClaimViews(seen);
        ClaimAt claim = require(id, Moment.of(viewpoint), seen.claims());
        response.setHeader(
                HttpHeaders.ETAG, "\"" + claim.claim().revision() + "-" + views.lastChange(claim, viewpoint) + "\"");
        return views.one(claim, viewpoint);
    }

    @GetMapping("/{id}/history")
    Paged<HistoryView> history(@PathVariable String id, HttpServletRequest request) {
        Listing listing = Listing.of(request, viewpoints);
        Seen seen = seeing.by(request);
        ClaimId claim = require(id, Moment.of(listing.viewpoint()), seen.claims())
                .claim()
                .id();
        return listing.paged(
                seen.audit().ofClaim(claim, listing.position(), listing.after(), listing.limit()), HistoryView::of);
    }

    @GetMapping("/{id}/versions")
    Map<String, List<VersionView>> versions(@PathVariable String id, HttpServletRequest request) {
        Query query = Viewpoints.query(request, CLOCK);
        boolean published = isPublished(query);
        Moment here = Moment.of(viewpoints.of(query));
        Claims claims = seeing.by(request).claims();
        ClaimId claim = require(id, here, claims).claim().id();
        List<VersionView> all = new ArrayList<>();
        ClaimState before = null;
        for (ClaimVersion version : versions(claim, here, published, claims)) {
            ClaimState after = require(id, at(version, here, published), claims).state();
            List<Change> changes = ClaimDiff.between(before, after);
            all.add(published ? VersionView.reported(version, changes) : VersionView.recorded(version, changes));
            before = after;
        }
        return Map.of("items", all);
    }

    /** {@code from} and {@code to} are numbers of versions, or dates, instants or positions. */
    @GetMapping("/{id}/diff")
    Difference diff(@PathVariable String id, HttpServletRequest request) {
        Query query = Viewpoints.query(request, "from", "to", CLOCK);
        boolean published = isPublished(query);
        Moment here = Moment.of(viewpoints.of(query));
        Claims claims = seeing.by(request).claims();
        List<ClaimVersion> versions = versions(require(id, here, claims).claim().id(), here, published, claims);
        Moment from = moment("from", query.text("from"), versions, here, published);
        Moment to = query.text("to") == null ? here : moment("to", query.text("to"), versions, here, published);
        List<Change> changes = ClaimDiff.between(
                require(id, from, claims).state(), require(id, to, claims).state());
        return published
                ? new Difference(ViewpointView.time(from.publishedBy()), ViewpointView.time(to.publishedBy()), changes)
                : new Difference(from.asOf(), to.asOf(), changes);
    }

    private static List<ClaimVersion> versions(ClaimId claim, Moment here, boolean published, Claims claims) {
        return published ? claims.reportedVersions(claim, here) : claims.recordedVersions(claim, here);
    }

    /** The first moment of a version. */
    private static Moment at(ClaimVersion version, Moment here, boolean published) {
        return published
                ? new Moment(here.asOf(), Objects.requireNonNullElse(version.reportedFrom(), Instant.MIN))
                : new Moment(version.recordedFrom(), here.publishedBy());
    }

    private Moment moment(
            String parameter, @Nullable String text, List<ClaimVersion> versions, Moment here, boolean published) {
        if (text == null) {
            throw Refused.because(
                    RefusalCode.INVALID_PARAMETER, parameter + " is the number of a version, a date or a @position");
        }
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return published
                    ? new Moment(here.asOf(), Dates.publishedBy(text))
                    : new Moment(viewpoints.position(text), here.publishedBy());
        }
        return versions.stream()
                .filter(version -> Integer.toString(version.number()).equals(text))
                .findFirst()
                .map(version -> at(version, here, published))
                .orElseThrow(() -> Refused.because(
                        RefusalCode.INVALID_PARAMETER, "The claim has the versions 1 to " + versions.size()));
    }

    private static ClaimAt require(String id, Moment moment, Claims claims) {
        return Found.require(id, RefusalCode.CLAIM_UNKNOWN, ClaimId::new, it -> claims.claim(it, moment));
    }

    private static boolean isPublished(Query query) {
        String clock = query.text(CLOCK);
        if (clock == null || clock.equals("recorded")) {
            return false;
        }
        if (clock.equals("published")) {
            return true;
        }
        throw Refused.because(RefusalCode.INVALID_PARAMETER, "clock is recorded or published");
    }

    private static ClaimFilter filter(Query query) {
        SubjectId subject = query.id("subject", SubjectId::new);
        return new ClaimFilter(
                subject == null ? Set.of() : Set.of(subject),
                query.id("predicate", PredicateKey::new),
                query.id("source", SourceId::new),
                query.oneOf("verdict", Verdict.values()),
                query.oneOf("status", Status.values()));
    }
}
