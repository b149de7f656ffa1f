package org.claimsledger.bestknown;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimsledger.event.Predicate;

/** What the origins of a contest gave up, for tests that stand outside of this room. */
public final class GivenUpStatements {

    private GivenUpStatements() {}

    /** Each with its claim, the position of the evidence, and the instants between which its origin began to say otherwise. */
    public static Set<String> of(List<CompetingClaim> claims, Predicate predicate, SubjectIdentities subjects) {
        Contest contest = new Contest(predicate.time(), new ValueRelations(predicate, subjects), claims);
        return new Positions(contest)
                .givenUp().stream()
                        .map(it -> it.statement().claim() + " " + it.statement().position() + " "
                                + it.until().first() + " to " + it.until().last())
                        .collect(Collectors.toSet());
    }
}
