package org.claimsledger.desk.compare;

import java.util.List;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.desk.claim.ClaimLine;
import org.claimsledger.desk.claim.ClaimLines;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.clock.Standpoint;
import org.claimsledger.desk.history.ChangeLine;
import org.claimsledger.desk.history.ChangeWords;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.desk.words.WordDifference;
import org.claimsledger.desk.words.WordDifference.Piece;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.versions.ClaimAt;
import org.jspecify.annotations.Nullable;

/** Puts claims from two viewpoints side by side. */
final class Pairs {

    private final ClaimLines from;
    private final ClaimLines to;
    private final Names names;
    private final ValueWords values;

    Pairs(Directory directory, Standpoint from, Standpoint to) {
        Links linksTo = new Links(to.asked());
        Links linksFrom = new Links(from.asked());
        this.names = new Names(directory, Math.max(from.position(), to.position()), linksTo);
        this.values = new ValueWords(names, linksTo);
        this.from = new ClaimLines(
                new Names(directory, from.position(), linksFrom),
                linksFrom,
                from.viewpoint().day());
        this.to = new ClaimLines(
                new Names(directory, to.position(), linksTo),
                linksTo,
                to.viewpoint().day());
    }

    Pair of(@Nullable ClaimAt before, @Nullable ClaimAt after) {
        ClaimLine one = before == null ? null : from.of(before.state());
        ClaimLine other = after == null ? null : to.of(after.state());
        return new Pair(
                one,
                other,
                statement(one, other),
                before == null || after == null ? List.of() : changes(before.state(), after.state()));
    }

    private static List<Piece> statement(@Nullable ClaimLine before, @Nullable ClaimLine after) {
        String old = before == null ? null : before.statement();
        String now = after == null ? null : after.statement();
        return old == null || now == null ? List.of() : WordDifference.between(old, now);
    }

    private List<ChangeLine> changes(ClaimState before, ClaimState after) {
        ChangeWords words =
                new ChangeWords(names, values, after.claim().content().predicate());
        return words.of(ClaimDiff.between(before, after).stream()
                .filter(it -> !it.path().equals("/statement"))
                .toList());
    }
}
