package org.claimsledger.projection.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Question;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.history.History;
import org.claimsledger.ledger.Preview;
import org.claimsledger.projection.answers.DecisionPreviews.DecisionImpact.ClaimImpact;
import org.claimsledger.projection.answers.DecisionPreviews.DecisionImpact.QuestionImpact;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.audit.FieldChange;
import org.claimsledger.projection.claims.AnswerCandidates;
import org.claimsledger.projection.claims.AnswerCandidates.ClaimKey;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.protection.HiddenFilings;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.store.EventLog;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.jspecify.annotations.Nullable;

/** Previews the effects of a decision: every claim that it touches is folded without its events and with them. */
public final class DecisionPreviews {

    /**
     * The effects that a decision would have.
     *
     * @param events how many events it would record
     * @param position the last event of the ledger that it takes into account
     * @param totalClaims how many claims would change
     * @param complete whether all claims were examined that the decision touches
     * @param claims the first of them, in the order in which they were asserted
     * @param questions the questions of the listed claims whose answer, or its status, would change
     */
    public record DecisionImpact(
            int events,
            long position,
            int totalClaims,
            boolean complete,
            List<ClaimImpact> claims,
            List<QuestionImpact> questions) {

        /** @param before absent where there is no such claim yet */
        public record ClaimImpact(
                ClaimId claim, @Nullable ClaimState before, ClaimState after, List<FieldChange> changes) {}

        /**
         * One question.
         *
         * @param before absent where no claim is about it yet
         * @param after absent where no claim would be about it any more
         */
        public record QuestionImpact(
                Question question,
                @Nullable BestKnown before,
                @Nullable BestKnown after) {}
    }

    /** The most claims that are listed. */
    public static final int MAX_LISTED = 500;
    /** The most claims that are examined. */
    public static final int MAX_EXAMINED = 10_000;

    private final ClaimQueries claimQueries;
    private final AnswerCandidates answerCandidates;
    private final EventLog log;
    private final Redaction redaction;

    /**
     * @param recordedClaims all claims, unredacted
     * @param recordedCandidates the same, as the policy reads them
     * @param redaction leaves out what no editor has accepted, and withholds the claims that rest on hidden sources, and with them all questions: else a caller who
     *     tries one decision after another, and records none, could find out who stands behind them
     */
    public DecisionPreviews(
            ClaimQueries recordedClaims, AnswerCandidates recordedCandidates, EventLog log, Redaction redaction) {
        this.claimQueries = recordedClaims;
        this.answerCandidates = recordedCandidates;
        this.log = log;
        this.redaction = redaction;
    }

    /**
     * @param preview decided on no more than what all tables have applied
     * @param at the instant at which it would be recorded
     */
    public DecisionImpact of(Preview preview, Instant at) {
        History now = new History(log, preview.position());
        History then = new History(log, preview.position());
        Set<ClaimId> touched = new LinkedHashSet<>();
        long position = preview.position();
        for (LedgerEvent event : preview.events()) {
            touched.addAll(then.claimsAffectedBy(event, key -> claimsWith(key, preview.position())));
            position++;
            then.add(position, at, event);
        }
        List<ClaimImpact> changed = new ArrayList<>();
        touched.stream().limit(MAX_EXAMINED).forEach(claim -> {
            ClaimImpact change = change(claim, now, then);
            ClaimImpact visible = change == null ? null : visible(change, preview.position(), then);
            if (visible != null) {
                changed.add(visible);
            }
        });
        changed.sort(Comparator.comparingLong(it -> it.after().position()));
        boolean hides = changed.removeIf(it -> touchesHiddenSource(it, preview.position()));
        List<ClaimImpact> listed = changed.stream().limit(MAX_LISTED).toList();
        AffectedQuestions affectedQuestions =
                new AffectedQuestions(claimQueries, answerCandidates, now, then, preview.position(), today(at));
        boolean readAll = affectedQuestions.readAllOf(listed) && !hides;
        return new DecisionImpact(
                preview.events().size(),
                preview.position(),
                (int) changed.stream().filter(it -> !it.changes().isEmpty()).count(),
                readAll && touched.size() <= MAX_EXAMINED,
                listed.stream().filter(it -> !it.changes().isEmpty()).toList(),
                hides ? List.of() : affectedQuestions.changed());
    }

    /** The change without what is hidden from the caller; absent where the claim is. */
    private @Nullable ClaimImpact visible(ClaimImpact change, long position, History then) {
        if (!redaction.hidesProposals()) {
            return change;
        }
        HiddenFilings hidden = HiddenFilings.on(
                change.after(),
                position,
                redaction,
                other -> !other.equals(change.claim()) && isHidden(state(other, then), position));
        ClaimState old = change.before();
        ClaimState before = old == null ? null : hidden.visible(old);
        ClaimState after = hidden.visible(change.after());
        return hidden.hidesClaim()
                ? null
                : new ClaimImpact(change.claim(), before, after, ClaimDiff.between(before, after));
    }

    private boolean isHidden(@Nullable ClaimState claim, long position) {
        return claim != null && HiddenFilings.isClaimHidden(claim, position, redaction);
    }

    /** As many of the recorded claims with a predicate as are examined, and one more where there are more. */
    private Set<ClaimId> claimsWith(PredicateKey predicate, long position) {
        return answerCandidates.claimKeys(Set.of(), predicate, position, 0, MAX_EXAMINED + 1).stream()
                .map(ClaimKey::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean touchesHiddenSource(ClaimImpact change, long position) {
        ClaimState before = change.before();
        return before != null && redaction.restsOnHidden(before, position)
                || redaction.restsOnHidden(change.after(), position);
    }

    private static LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** A claim that a merge only brings under another question has no changes of its own. */
    private static @Nullable ClaimImpact change(ClaimId claim, History now, History then) {
        ClaimState before = state(claim, now);
        ClaimState after = state(claim, then);
        if (after == null) {
            return null;
        }
        List<FieldChange> fieldChanges = ClaimDiff.between(before, after);
        boolean moved = !now.canonicalSubject(after.claim().content().subject())
                .equals(then.canonicalSubject(after.claim().content().subject()));
        return fieldChanges.isEmpty() && !moved && after.equals(before)
                ? null
                : new ClaimImpact(claim, before, after, fieldChanges);
    }

    static @Nullable ClaimState state(ClaimId claim, History known) {
        ClaimHistory history = known.history(claim);
        return history == null ? null : history.latest();
    }
}
