package org.claimsledger.desk.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.desk.clock.Asked;
import org.claimsledger.desk.clock.Clock;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.history.ChangeLine;
import org.claimsledger.desk.history.ChangeWords;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.words.Instants;
import org.claimsledger.desk.words.WordDifference;
import org.claimsledger.desk.words.WordDifference.Piece;
import org.claimsledger.projection.audit.Change;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.versions.ClaimVersion;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/** Reads a claim's versions along the clock that the address names, and the two that it compares. */
final class Versions {

    static final String CLOCK = "clock";
    static final String FROM = "from";
    static final String TO = "to";

    private final Claims claims;
    private final Visit visit;
    private final ChangeWords words;

    Versions(Claims claims, Visit visit, ChangeWords words) {
        this.claims = claims;
        this.visit = visit;
        this.words = words;
    }

    VersionsView of(ClaimId claim) {
        boolean published = "published".equals(visit.text(CLOCK));
        Moment here = visit.at().moment();
        List<ClaimVersion> versions =
                published ? claims.reportedVersions(claim, here) : claims.recordedVersions(claim, here);
        int last = versions.size();
        Long asked = visit.number(TO, number -> number >= 1 && number <= last);
        int to = asked == null ? last : asked.intValue();
        Long begin = visit.number(FROM, number -> number >= 1 && number <= last);
        Integer from = begin != null ? Integer.valueOf(begin.intValue()) : to > 1 ? Integer.valueOf(to - 1) : null;
        ClaimState after = state(claim, versions.get(to - 1), published);
        ClaimState before = from == null ? null : state(claim, versions.get(from - 1), published);
        return new VersionsView(
                published,
                otherClock(published),
                marks(versions, published, from, to),
                from,
                to,
                statement(before, after),
                before != null && !Objects.equals(text(before), text(after)),
                changes(before, after));
    }

    private ClaimState state(ClaimId claim, ClaimVersion version, boolean published) {
        Moment here = visit.at().moment();
        Moment then = published
                ? new Moment(here.asOf(), Objects.requireNonNullElse(version.reportedFrom(), Instant.MIN))
                : new Moment(version.recordedFrom(), here.publishedBy());
        return claims.claim(claim, then)
                .orElseThrow(() -> new IllegalStateException(claim + " is not there at its version " + version))
                .state();
    }

    private String otherClock(boolean published) {
        return visit.to().to(visit.path(), published ? Map.of() : Map.of(CLOCK, "published"));
    }

    private List<VersionsView.Version> marks(
            List<ClaimVersion> versions, boolean published, @Nullable Integer from, int to) {
        List<VersionsView.Version> marks = new ArrayList<>();
        for (ClaimVersion version : versions) {
            int number = version.number();
            marks.add(new VersionsView.Version(
                    number,
                    since(version, published),
                    compared(published, number),
                    Links.at(there(version, published), visit.path(), Map.of()),
                    number == to || from != null && number == from));
        }
        return marks;
    }

    private static String since(ClaimVersion version, boolean published) {
        Instant reported = version.reportedFrom();
        if (published) {
            return reported == null ? "always" : Instants.shortDay(reported);
        }
        return Instants.minute(version.recordedAt());
    }

    private Asked there(ClaimVersion version, boolean published) {
        Instant reported = version.reportedFrom();
        if (!published) {
            return visit.at().asked().with(Clock.RECORDED, "@" + version.recordedFrom());
        }
        return reported == null
                ? visit.at().asked()
                : visit.at()
                        .asked()
                        .with(Clock.PUBLISHED, Instants.dayOf(reported).toString());
    }

    private String compared(boolean published, int number) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (published) {
            parameters.put(CLOCK, "published");
        }
        parameters.put(FROM, Integer.toString(Math.max(1, number - 1)));
        parameters.put(TO, Integer.toString(number));
        return visit.to().to(visit.path(), parameters) + "#versions";
    }

    private static List<Piece> statement(@Nullable ClaimState before, ClaimState after) {
        String now = text(after);
        String old = before == null ? now : text(before);
        return old == null && now == null
                ? List.of()
                : WordDifference.between(old == null ? "" : old, now == null ? "" : now);
    }

    private static @Nullable String text(ClaimState state) {
        return state.claim().content().statement();
    }

    /** The sentence is shown with its differences, and not listed once more. */
    private List<ChangeLine> changes(@Nullable ClaimState before, ClaimState after) {
        Stream<Change> changes = before == null ? Stream.of() : ClaimDiff.between(before, after).stream();
        return words.of(changes.filter(it -> !it.path().equals("/statement")).toList());
    }
}
