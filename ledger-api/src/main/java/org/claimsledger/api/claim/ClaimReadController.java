package org.claimsledger.api.claim;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.claimsledger.api.claim.VersionView.Difference;
import org.claimsledger.api.history.HistoryView;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.api.viewpoint.Listing;
import org.claimsledger.api.viewpoint.Listing.Paged;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.api.viewpoint.Viewpoints;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Verdict;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.audit.Audit;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.ClaimVersion;
import org.claimsledger.projection.versions.Claims;
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

    private final Claims claims;
    private final Audit audit;
    private final ClaimViews views;
    private final Viewpoints viewpoints;

    ClaimReadController(Projections projections, ClaimViews views, Viewpoints viewpoints) {
        this.claims = projections.claims();
        this.audit = projections.audit();
        this.views = views;
        this.viewpoints = viewpoints;
    }

    @GetMapping
    Paged<ClaimView> list(HttpServletRequest request) {
        Listing listing = Listing.of(request, viewpoints, "subject", "predicate", "source", "verdict", "q");
        ClaimFilter filter = filter(listing.query());
        return listing.paged(
                claims.page(filter, listing.position(), listing.after(), listing.limit()),
                items -> views.all(items, listing.viewpoint()));
    }

    /**
     * The ETag is set past Spring, which would answer 304 by itself: whether a claim is in force changes with the day, and
     * no tag of the ledger's says so.
     */
    @GetMapping("/{id}")
    ClaimView one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Viewpoint viewpoint = viewpoints.of(Query.of(request, Viewpoints.AS_OF, Viewpoints.VALID_ON));
        ClaimAt claim = require(id, viewpoint.position());
        response.setHeader(
                HttpHeaders.ETAG, "\"" + claim.claim().revision() + "-" + views.lastChange(claim, viewpoint) + "\"");
        return views.one(claim, viewpoint);
    }

    @GetMapping("/{id}/history")
    Paged<HistoryView> history(@PathVariable String id, HttpServletRequest request) {
        Listing listing = Listing.of(request, viewpoints);
        ClaimId claim = require(id, listing.position()).claim().id();
        return listing.paged(
                audit.ofClaim(claim, listing.position(), listing.after(), listing.limit()), HistoryView::of);
    }

    @GetMapping("/{id}/versions")
    Map<String, List<VersionView>> versions(@PathVariable String id, HttpServletRequest request) {
        Query query = Query.of(request, Viewpoints.AS_OF, CLOCK);
        requireRecordedClock(query);
        long position = viewpoints.position(query.clock(Viewpoints.AS_OF));
        ClaimId claim = require(id, position).claim().id();
        List<VersionView> all = new ArrayList<>();
        Claim before = null;
        for (ClaimVersion version : claims.versions(claim, position)) {
            Claim after = require(id, version.recordedFrom()).claim();
            all.add(VersionView.of(version, ClaimDiff.between(before, after)));
            before = after;
        }
        return Map.of("items", all);
    }

    /** {@code from} and {@code to} are numbers of versions, or dates, instants or positions. */
    @GetMapping("/{id}/diff")
    Difference diff(@PathVariable String id, HttpServletRequest request) {
        Query query = Query.of(request, "from", "to", CLOCK);
        requireRecordedClock(query);
        long head = viewpoints.position(null);
        List<ClaimVersion> versions = claims.versions(require(id, head).claim().id(), head);
        long from = position("from", query.text("from"), versions);
        long to = query.text("to") == null ? head : position("to", query.text("to"), versions);
        return new Difference(
                from,
                to,
                ClaimDiff.between(require(id, from).claim(), require(id, to).claim()));
    }

    private long position(String parameter, @Nullable String text, List<ClaimVersion> versions) {
        if (text == null) {
            throw Refused.because(
                    RefusalCode.INVALID_PARAMETER, parameter + " is the number of a version, a date or a @position");
        }
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return viewpoints.position(text);
        }
        return versions.stream()
                .filter(version -> Integer.toString(version.number()).equals(text))
                .findFirst()
                .orElseThrow(() -> Refused.because(
                        RefusalCode.INVALID_PARAMETER, "The claim has the versions 1 to " + versions.size()))
                .recordedFrom();
    }

    private ClaimAt require(String id, long position) {
        return Found.require(id, RefusalCode.CLAIM_UNKNOWN, ClaimId::new, it -> claims.claim(it, position));
    }

    private static void requireRecordedClock(Query query) {
        String clock = query.text(CLOCK);
        if (clock != null && !clock.equals("recorded")) {
            throw Refused.because(RefusalCode.INVALID_PARAMETER, "clock is recorded");
        }
    }

    private static ClaimFilter filter(Query query) {
        SubjectId subject = id(query, "subject", SubjectId::new);
        return new ClaimFilter(
                subject == null ? Set.of() : Set.of(subject),
                id(query, "predicate", PredicateKey::new),
                id(query, "source", SourceId::new),
                verdict(query.text("verdict")),
                query.text("q"));
    }

    private static <T> @Nullable T id(Query query, String name, Function<String, T> id) {
        String text = query.text(name);
        try {
            return text == null ? null : id.apply(text);
        } catch (Refused notAnId) {
            throw Refused.because(RefusalCode.INVALID_PARAMETER, name + " is an id");
        }
    }

    private static @Nullable Verdict verdict(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().toLowerCase(Locale.ROOT).equals(text)) {
                return verdict;
            }
        }
        throw Refused.because(
                RefusalCode.INVALID_PARAMETER,
                "verdict is one of verified, false, undetermined, in_progress, not_applicable");
    }
}
