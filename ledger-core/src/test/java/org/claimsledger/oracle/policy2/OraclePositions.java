package org.claimsledger.oracle.policy2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Evidence;
import org.claimsledger.oracle.policy2.Given.Stance;
import org.claimsledger.oracle.policy2.Values.Stand;

/** R3: one origin, one position. The statements of one question, and which of them were given up. */
final class OraclePositions {

    private final Given given;
    private final Values values;
    private final Times times;
    private final Origins origins;
    private final List<OracleStatement> statements = new ArrayList<>();

    /** The statements of an origin are its live evidence on claims of the question that are not retracted. */
    OraclePositions(Given given, List<Claim> members) {
        this.given = given;
        this.values = new Values(given);
        this.times = new Times(given);
        this.origins = new Origins(given);
        for (Claim claim : members) {
            if (claim.retracted() == null) {
                for (Evidence evidence : new Sight(given).liveEvidence(claim)) {
                    if (evidence.stance() != Stance.MENTIONS && !isOfAnOldValueOnly(claim, evidence)) {
                        statements.add(statement(claim, evidence));
                    }
                }
            }
        }
    }

    /** After a correction, what a source had disputed or denied of the old value counts for nothing. */
    private boolean isOfAnOldValueOnly(Claim claim, Evidence evidence) {
        return evidence.stance() != Stance.SUPPORTS && values.r4(evidence.value(), claim.value()) == Stand.EXCLUDES;
    }

    OracleStatement statement(Claim claim, Evidence evidence) {
        return new OracleStatement(
                claim,
                evidence,
                origins.r1(claim, evidence),
                origins.carrier(evidence),
                origins.r2Date(claim, evidence),
                origins.r2Reliability(evidence),
                origins.r2Credibility(claim, evidence),
                origins.r1IsProtected(evidence));
    }

    List<OracleStatement> statements() {
        return statements;
    }

    List<OracleStatement> thatCount() {
        return statements.stream().filter(it -> !isGivenUp(it)).toList();
    }

    List<OracleStatement> givenUp() {
        return statements.stream().filter(this::isGivenUp).toList();
    }

    boolean isGivenUp(OracleStatement statement) {
        return r3GivenUpOn(statement).isPresent();
    }

    /** The supporting statements of the same origin; evidence from a protected source, or through one, takes no part. */
    private List<OracleStatement> supportOfTheOriginOf(OracleStatement statement) {
        return ofTheOriginOf(statement).stream()
                .filter(OracleStatement::isSupport)
                .toList();
    }

    private List<OracleStatement> ofTheOriginOf(OracleStatement statement) {
        if (statement.isProtected()) {
            return List.of(statement);
        }
        return statements.stream()
                .filter(it -> it.origin().equals(statement.origin()) && !it.isProtected())
                .toList();
    }

    /** Two supporting statements clash where their values exclude each other and their claims describe one state. */
    boolean r3Clash(OracleStatement v, OracleStatement w) {
        return stand(v, w) == Stand.EXCLUDES && times.r5aDescribeOneState(v.claim(), w.claim());
    }

    /** They agree where the values are the same and the claims describe one state. */
    boolean r3Agree(OracleStatement v, OracleStatement w) {
        return v == w || stand(v, w) == Stand.SAME && times.r5aDescribeOneState(v.claim(), w.claim());
    }

    /** It disputes or denies what w's value is or implies. */
    boolean r3Rejects(OracleStatement d, OracleStatement w) {
        return !d.isSupport() && stand(w, d).isSameOrImplies() && times.r5aDescribeOneState(d.claim(), w.claim());
    }

    private Stand stand(OracleStatement v, OracleStatement w) {
        return values.r4(v.claim(), v.value(), w.claim(), w.value());
    }

    /**
     * The onset of a statement w is the earliest date of those that agree with it; but if one publisher carried, for this
     * origin, a statement y that clashes with w and then, wholly after y, a statement w′ that agrees with w, with nothing
     * that agrees in between, the onset is the latest date of such a w′.
     */
    When r3Onset(OracleStatement w) {
        List<OracleStatement> agreeing =
                supportOfTheOriginOf(w).stream().filter(it -> r3Agree(it, w)).toList();
        List<When> returns = new ArrayList<>();
        for (OracleStatement y : ofTheOriginOf(w)) {
            for (OracleStatement again : agreeing) {
                if (isUnsaidBy(w, y) && isReturnAfter(y, again, agreeing)) {
                    returns.add(again.date());
                }
            }
        }
        return returns.isEmpty()
                ? When.earliest(agreeing.stream().map(OracleStatement::date).toList())
                : When.latest(returns);
    }

    private boolean isUnsaidBy(OracleStatement w, OracleStatement y) {
        return y.isSupport() ? r3Clash(y, w) : r3Rejects(y, w);
    }

    private static boolean isReturnAfter(OracleStatement y, OracleStatement again, List<OracleStatement> agreeing) {
        return y.carrier().equals(again.carrier())
                && again.date().isWhollyAfter(y.date())
                && agreeing.stream()
                        .filter(it -> it.carrier().equals(y.carrier()))
                        .noneMatch(it -> it.date().isWhollyAfter(y.date())
                                && again.date().isWhollyAfter(it.date()));
    }

    /** When a statement was given up; empty where the origin stands by it, or its words cannot be put in order. */
    Optional<When> r3GivenUpOn(OracleStatement statement) {
        List<When> dates =
                statement.isSupport() ? datesOfUnsaying(statement) : datesOfSupportOfWhatWasRejected(statement);
        return dates.isEmpty() ? Optional.empty() : Optional.of(When.firstToEnd(dates));
    }

    /**
     * w is given up where the origin has a clashing statement whose onset lies wholly after w's, or disputes or denies what
     * w's value is or implies, wholly after w's onset.
     */
    private List<When> datesOfUnsaying(OracleStatement w) {
        When onset = r3Onset(w);
        return ofTheOriginOf(w).stream()
                .filter(it -> it != w && isUnsaidBy(w, it))
                .map(it -> it.isSupport() ? r3Onset(it) : it.date())
                .filter(it -> it.isWhollyAfter(onset))
                .toList();
    }

    /** A dispute or denial is given up where the origin later supports what it had rejected. */
    private List<When> datesOfSupportOfWhatWasRejected(OracleStatement d) {
        return supportOfTheOriginOf(d).stream()
                .filter(it -> it != d && r3Rejects(d, it))
                .map(this::r3Onset)
                .filter(it -> it.isWhollyAfter(d.date()))
                .toList();
    }
}
