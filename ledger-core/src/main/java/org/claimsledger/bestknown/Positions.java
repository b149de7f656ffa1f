package org.claimsledger.bestknown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One origin, one position: what each origin says of a question now, and what it said before and gave up. What cannot be
 * put in order is not given up. Protected sources take no part, or a count would tell what they said.
 */
final class Positions {

    /**
     * What an origin no longer stands by.
     *
     * @param until when it began to say otherwise
     */
    record GivenUp(Statement statement, DateSpan until) {}

    private final Contest contest;
    private final Map<Origin, List<Statement>> byOrigin = new LinkedHashMap<>();
    private final Map<Statement, DateSpan> onsets = new HashMap<>();
    private final Map<Statement, GivenUp> givenUp = new LinkedHashMap<>();

    Positions(Contest contest) {
        this.contest = contest;
        for (Statement statement : contest.statements()) {
            if (!statement.attestation().isProtected()) {
                byOrigin.computeIfAbsent(statement.origin(), none -> new ArrayList<>())
                        .add(statement);
            }
        }
        byOrigin.values().stream().filter(said -> said.size() > 1).forEach(this::findGivenUp);
    }

    boolean isGivenUp(Statement statement) {
        return givenUp.containsKey(statement);
    }

    List<GivenUp> givenUp() {
        return List.copyOf(givenUp.values());
    }

    /** When its origin began to say it: first, or anew after having said otherwise. */
    DateSpan onset(Statement statement) {
        List<Statement> said = statement.attestation().isProtected() ? null : byOrigin.get(statement.origin());
        return said == null || said.size() == 1 ? statement.date() : rememberedOnset(statement, said);
    }

    private DateSpan rememberedOnset(Statement statement, List<Statement> said) {
        DateSpan onset = onsets.get(statement);
        if (onset == null) {
            onset = onset(statement, said);
            onsets.put(statement, onset);
        }
        return onset;
    }

    private void findGivenUp(List<Statement> said) {
        for (Statement statement : said) {
            DateSpan until = statement.supports() ? supportEnded(statement, said) : rejectionEnded(statement, said);
            if (until != null) {
                givenUp.put(statement, new GivenUp(statement, until));
            }
        }
    }

    /** The origin began to support what clashes with it, or rejected it. */
    private @Nullable DateSpan supportEnded(Statement statement, List<Statement> said) {
        DateSpan onset = onset(statement);
        return earliest(said.stream()
                .filter(it -> unsays(it, statement))
                .map(it -> it.supports() ? onset(it) : it.date())
                .filter(date -> date.isWhollyAfter(onset)));
    }

    /** The origin later supports what it had rejected. */
    private @Nullable DateSpan rejectionEnded(Statement rejection, List<Statement> said) {
        return earliest(said.stream()
                .filter(Statement::supports)
                .filter(it -> rejects(rejection, it))
                .map(this::onset)
                .filter(date -> date.isWhollyAfter(rejection.date())));
    }

    private static @Nullable DateSpan earliest(Stream<DateSpan> dates) {
        List<DateSpan> all = dates.toList();
        return all.isEmpty() ? null : DateSpan.firstToEnd(all.stream());
    }

    /** Whether one origin cannot say both at once. */
    private boolean unsays(Statement other, Statement support) {
        return other.supports() ? clash(support, other) : rejects(other, support);
    }

    private boolean rejects(Statement rejection, Statement support) {
        return rejection.rejects()
                && contest.relation(support, rejection).isSameOrImplies()
                && contest.areOneState(support, rejection);
    }

    /** Whether two supporting statements exclude each other. */
    boolean clash(Statement one, Statement other) {
        return contest.relation(one, other) == ValueRelation.EXCLUDES && contest.areOneState(one, other);
    }

    private boolean agree(Statement one, Statement other) {
        return one == other || contest.relation(one, other) == ValueRelation.SAME && contest.areOneState(one, other);
    }

    private DateSpan onset(Statement statement, List<Statement> said) {
        List<Statement> agreeing = support(said, other -> agree(statement, other));
        List<DateSpan> returns = new ArrayList<>();
        for (Statement other : said) {
            if (unsays(other, statement)) {
                for (Statement again : agreeing) {
                    if (isFirstAfter(again, other, agreeing)) {
                        returns.add(again.date());
                    }
                }
            }
        }
        return returns.isEmpty()
                ? DateSpan.earliest(agreeing.stream().map(Statement::date))
                : DateSpan.latest(returns.stream());
    }

    private static List<Statement> support(List<Statement> said, Predicate<Statement> which) {
        return said.stream().filter(Statement::supports).filter(which).toList();
    }

    /** Whether one publisher carried what unsays it, then this, and nothing that agrees in between. */
    private static boolean isFirstAfter(Statement again, Statement unsaid, List<Statement> agreeing) {
        Origin carrier = unsaid.attestation().carrier();
        return again.attestation().carrier().equals(carrier)
                && again.date().isWhollyAfter(unsaid.date())
                && agreeing.stream()
                        .filter(it -> it.attestation().carrier().equals(carrier))
                        .noneMatch(it -> it.date().isWhollyAfter(unsaid.date())
                                && again.date().isWhollyAfter(it.date()));
    }
}
