package org.claimsledger.bestknown;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.bestknown.CompetingClaim.Assessment;
import org.claimsledger.bestknown.CompetingClaim.Ranking;
import org.claimsledger.event.Rank;

/** What speaks against the answer to a question. */
final class Rivalry {

    private final Contest contest;
    private final Bearing bearing;
    private final CompetingClaim answer;
    private final List<CompetingClaim> others;
    private final List<CompetingClaim> rivals = new ArrayList<>();
    private final List<Statement> disputes;

    /** @param left the claims that are left over, the answer among them */
    Rivalry(Contest contest, Bearing bearing, CompetingClaim answer, List<CompetingClaim> left) {
        this.contest = contest;
        this.bearing = bearing;
        this.answer = answer;
        this.others = left.stream().filter(it -> it != answer).toList();
        this.disputes = bearing.disputes(answer);
        for (CompetingClaim other : others) {
            if (bearing.exclude(answer, other)) {
                rivals.add(other);
            }
        }
    }

    /** The claims left over that exclude the answer. */
    List<CompetingClaim> rivals() {
        return rivals;
    }

    /** Whether at least two who assert it themselves say what cannot both be true, and the desk has not decided. */
    boolean isDispute() {
        return rivals.stream().anyMatch(it -> isFirm(it) && !isWeighed(it))
                || disputes.stream().anyMatch(it -> it.grade() != Grade.ALLEGED)
                || othersExcludeEachOther();
    }

    private boolean othersExcludeEachOther() {
        for (int i = 0; i < others.size(); i++) {
            for (int j = i + 1; j < others.size(); j++) {
                if (isFirm(others.get(i))
                        && isFirm(others.get(j))
                        && !isWeighed(others.get(i))
                        && !isWeighed(others.get(j))
                        && bearing.exclude(others.get(i), others.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isFirm(CompetingClaim claim) {
        return bearing.support(claim).grade() != Grade.ALLEGED;
    }

    /** Whether the desk put the answer into a better class with all support of this rival in view. */
    boolean isWeighed(CompetingClaim rival) {
        long decided = decidedAt();
        List<Statement> support = bearing.support(rival).statements();
        return isOfBetterClassThan(rival) && support.stream().allMatch(it -> wasInView(it, support, decided));
    }

    /** What an origin says once more, with no more weight, is nothing new. */
    private static boolean wasInView(Statement statement, List<Statement> support, long decided) {
        return support.stream()
                .anyMatch(it -> it.position() < decided
                        && it.origin().equals(statement.origin())
                        && it.grade().compareTo(statement.grade()) >= 0);
    }

    private boolean isOfBetterClassThan(CompetingClaim rival) {
        int byRank = answer.rank().compareTo(rival.rank());
        return byRank < 0 || byRank == 0 && answer.isVerified() && !rival.isVerified();
    }

    /** Where the desk last put the answer forward; 0 where it never did. */
    private long decidedAt() {
        Ranking ranking = answer.ranking();
        Assessment assessment = answer.assessment();
        return Math.max(
                ranking != null && answer.rank() == Rank.PREFERRED
                        ? ranking.decided().position()
                        : 0,
                assessment != null && answer.isVerified() ? assessment.decided().position() : 0);
    }

    /** Whether something speaks against the answer that makes no dispute. */
    boolean isQuestioned() {
        return !rivals.isEmpty() || !disputes.isEmpty() || others.stream().anyMatch(it -> bearing.areApart(answer, it));
    }

    /** Whether a source that supports the answer stands under a notice, or derives from one that was taken back. */
    static boolean standsOnQuestionedSource(Support support) {
        return support.statements().stream().anyMatch(it -> it.attestation().isQuestioned());
    }
}
