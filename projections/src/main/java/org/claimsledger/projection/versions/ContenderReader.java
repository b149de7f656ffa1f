package org.claimsledger.projection.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.bestknown.Candidate;
import org.claimsledger.claim.ClaimEvent.ClaimAssessed;
import org.claimsledger.claim.ClaimEvent.ClaimRanked;
import org.claimsledger.claim.Content;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.versions.Parts.Decided;
import org.jspecify.annotations.Nullable;

/** Reads what the policy needs of claims, in as few seeks as there can be: neither evidence nor what was decided on it. */
final class ContenderReader {

    /** How many claims are read together. */
    private static final int SOME = 500;

    /** Where they lie so close together that their rows are read through. */
    private static final int CLOSE = 8;

    private static final String THROUGH = "select " + RectangleRow.COLUMNS + """

        from claim_version
        where claim_no >= ? and claim_no <= ? and reported_to > ? and recorded_to > ?
            and reported_from <= ? and recorded_from <= ?
        order by claim_no
        """;

    private final Session session;
    private final Moment moment;
    private final ClaimReader reader;
    private final Undated leftOut;
    private final Texts texts;

    private record Present(Filed filed, Rectangle rectangle) {}

    ContenderReader(Session session, Moment moment, Undated leftOut) {
        this.session = session;
        this.moment = moment;
        this.reader = new ClaimReader(session, moment, leftOut);
        this.texts = new Texts(session);
        this.leftOut = leftOut;
    }

    List<Contender> read(List<Filed> claims) throws SQLException {
        List<Contender> contenders = new ArrayList<>(claims.size());
        for (int from = 0; from < claims.size(); from += SOME) {
            List<Present> present = present(claims.subList(from, Math.min(from + SOME, claims.size())));
            Map<Long, Content> contents = texts.contents(contents(present));
            for (Present each : present) {
                contenders.add(contender(each, contents));
            }
        }
        return contenders;
    }

    private static Map<Long, Long> contents(List<Present> present) {
        Map<Long, Long> positions = new HashMap<>();
        present.forEach(
                it -> positions.put(it.rectangle().parts().content(), it.filed().claimNo()));
        return positions;
    }

    private List<Present> present(List<Filed> claims) throws SQLException {
        long first = claims.getFirst().claimNo();
        long last = claims.getLast().claimNo();
        return claims.size() > 1 && last - first < (long) CLOSE * claims.size()
                ? through(claims, first, last)
                : oneByOne(claims);
    }

    private List<Present> oneByOne(List<Filed> claims) throws SQLException {
        List<Present> present = new ArrayList<>(claims.size());
        for (Filed filed : claims) {
            RectangleRow row = reader.rectangle(filed.claimNo());
            if (row != null && row.rectangle().status().isAccepted()) {
                present.add(new Present(filed, row.rectangle()));
            }
        }
        return present;
    }

    private List<Present> through(List<Filed> claims, long first, long last) throws SQLException {
        Map<Long, Filed> wanted = new HashMap<>();
        claims.forEach(it -> wanted.put(it.claimNo(), it));
        long by = moment.publishedByMicros();
        List<Present> present = new ArrayList<>(claims.size());
        try (ResultSet row = session.prepared(THROUGH, first, last, by, moment.asOf(), by, moment.asOf())
                .executeQuery()) {
            while (row.next()) {
                Filed filed = leftOut.has(row.getLong(1)) ? null : wanted.get(row.getLong(1));
                Rectangle rectangle =
                        filed == null ? null : RectangleRow.read(row).rectangle();
                if (filed != null && rectangle != null && rectangle.status().isAccepted()) {
                    present.add(new Present(filed, rectangle));
                }
            }
        }
        return present;
    }

    private Contender contender(Present present, Map<Long, Content> contents) throws SQLException {
        Rectangle rectangle = present.rectangle();
        Parts parts = rectangle.parts();
        Content content = contents.get(parts.content());
        if (content == null) {
            throw new IllegalStateException("no text of a claim at position " + parts.content());
        }
        return new Contender(
                content,
                new Candidate(
                        present.filed().id(),
                        present.filed().claimNo(),
                        content.value(),
                        content.valid(),
                        content.statement(),
                        rectangle.status(),
                        rectangle.weight(),
                        parts.reported(),
                        ranking(parts.ranked()),
                        assessment(parts.assessed())));
    }

    private Candidate.@Nullable Ranking ranking(@Nullable Decided decided) throws SQLException {
        if (decided == null || decided.at() == null) {
            return null;
        }
        ClaimRanked ranked = texts.read(decided.position(), ClaimRanked.class);
        return new Candidate.Ranking(ranked.rank(), decided.at(), ranked.reason());
    }

    private Candidate.@Nullable Assessment assessment(@Nullable Decided decided) throws SQLException {
        if (decided == null || decided.at() == null) {
            return null;
        }
        ClaimAssessed assessed = texts.read(decided.position(), ClaimAssessed.class);
        return new Candidate.Assessment(assessed.verdict(), decided.at(), assessed.rationale());
    }
}
