package org.claimsledger.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.SourceHistory;
import org.claimsledger.claim.Review;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.claims.FilingQueries;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.verify.LogVerification.Fault;
import org.claimsledger.verify.ParallelPipeline;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tables with a replay of the log, which does not use them: every claim, source, subject and predicate
 * that either of the two has at the position of the replay.
 */
public final class TableVerification {

    private static final int PAGE = 500;

    private final ClaimQueries claimQueries;
    private final FilingQueries filingQueries;
    private final Registry registry;
    private final CompleteHistory replay;
    private final long asOf;
    private final Consumer<Fault> faults;

    private TableVerification(ReadModels readModels, CompleteHistory replay, Consumer<Fault> faults) {
        ReadModel recorded = readModels.asRecorded();
        this.claimQueries = recorded.claims();
        this.filingQueries = recorded.filings();
        this.registry = recorded.registry();
        this.replay = replay;
        this.asOf = replay.position();
        this.faults = faults;
    }

    /**
     * Compares everything.
     *
     * @param readModels the read side, which has applied the position of the replay
     * @param progress takes the position up to which claims have been compared, from time to time
     * @return the number of claims in the replay
     */
    public static long run(
            ReadModels readModels, CompleteHistory replay, Consumer<Fault> faults, LongConsumer progress) {
        TableVerification verification = new TableVerification(readModels, replay, faults);
        verification.registry();
        verification.claims(progress);
        return replay.claims().size();
    }

    private void claims(LongConsumer progress) {
        int[] next = {0};
        ParallelPipeline.<Integer, ComparedRange>run(
                () -> {
                    int from = next[0];
                    next[0] += PAGE;
                    return from == 0 || from < replay.claims().size() ? from : null;
                },
                this::compare,
                comparedRange -> {
                    comparedRange.faults().forEach(faults);
                    progress.accept(comparedRange.upTo());
                });
    }

    /** The faults in a range of claims. */
    private record ComparedRange(long upTo, List<Fault> faults) {}

    /**
     * Compares the claims from index {@code from} of the replay on, one page of them; the last page goes to the end.
     */
    private ComparedRange compare(int from) {
        int to = Math.min(from + PAGE, replay.claims().size());
        long after = from == 0 ? 0 : replay.claim(from - 1).claimNo();
        long upTo = to == replay.claims().size() ? asOf : replay.claim(to - 1).claimNo();
        List<Fault> differing = new ArrayList<>();
        List<ClaimAt> stored = stored(after, upTo);
        Map<ClaimId, Set<EvidenceId>> waiting = pending(after, upTo);
        int at = 0;
        for (int number = from; number < to; number++) {
            ClaimHistory history = replay.claim(number);
            ClaimState latest = history.latest();
            ClaimId id = latest.claim().id();
            while (stored != null && at < stored.size() && stored.get(at).claimNo() < history.claimNo()) {
                differing.add(unfounded(stored.get(at++)));
            }
            ClaimAt inTables = stored == null ? at(id, null) : null;
            if (stored != null && at < stored.size() && stored.get(at).claimNo() == history.claimNo()) {
                inTables = stored.get(at++);
            }
            if (inTables == null
                    || !inTables.state().equals(latest)
                    || !inTables.filings().equals(replay.proposalProvenance(id))
                    || !pendingEvidence(latest).equals(waiting.getOrDefault(id, Set.of()))
                    || !agreesAtEveryPublishedTime(id, history)) {
                differing.add(new Fault(history.claimNo(), otherwise("claim", id)));
            }
        }
        for (; stored != null && at < stored.size(); at++) {
            differing.add(unfounded(stored.get(at)));
        }
        return new ComparedRange(upTo, differing);
    }

    /**
     * The evidence that waits for an editor according to the tables, on claims after {@code after}, up to {@code upTo}.
     */
    private Map<ClaimId, Set<EvidenceId>> pending(long after, long upTo) {
        Map<ClaimId, Set<EvidenceId>> waiting = new HashMap<>();
        try {
            filingQueries.pendingOnClaims(after, upTo, asOf).forEach(it -> waiting.computeIfAbsent(
                            it.claim(), none -> new HashSet<>())
                    .add(it.evidence()));
        } catch (RuntimeException damaged) {
            // claims with proposals count as faults then
        }
        return waiting;
    }

    private static Set<EvidenceId> pendingEvidence(ClaimState state) {
        return state.evidence().stream()
                .filter(it -> it.review() != null && it.review().state() == Review.ReviewState.PROPOSED)
                .map(EvidenceState::id)
                .collect(Collectors.toSet());
    }

    /** The claims in the tables after {@code after}, up to {@code upTo}; absent where they cannot be read together. */
    private @Nullable List<ClaimAt> stored(long after, long upTo) {
        try {
            List<ClaimAt> stored = new ArrayList<>();
            for (Long next = after; next != null; ) {
                Page<ClaimAt> page = claimQueries.page(ClaimFilter.ALL, BitemporalPoint.asOf(asOf), next, PAGE);
                page.items().stream().filter(claim -> claim.claimNo() <= upTo).forEach(stored::add);
                next = page.next() != null && page.next() < upTo ? page.next() : null;
            }
            return stored;
        } catch (RuntimeException damaged) {
            return null;
        }
    }

    /** Whether tables and replay agree at every published time at which the claim changes. */
    private boolean agreesAtEveryPublishedTime(ClaimId id, ClaimHistory history) {
        for (Instant publishedBy : history.breakpoints()) {
            ClaimAt inTables = at(id, publishedBy);
            if (!Objects.equals(inTables == null ? null : inTables.state(), history.at(publishedBy))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable ClaimAt at(ClaimId id, @Nullable Instant publishedBy) {
        try {
            return claimQueries
                    .claim(id, new BitemporalPoint(asOf, publishedBy))
                    .orElse(null);
        } catch (RuntimeException damaged) {
            return null;
        }
    }

    private static Fault unfounded(ClaimAt claim) {
        return new Fault(claim.claimNo(), without("claim", claim.claim().id()));
    }

    private void registry() {
        compareAll(
                "source",
                replay.sources(),
                after -> registry.sources(null, asOf, after, PAGE),
                at -> at.source().id(),
                at -> {
                    SourceHistory replayed = replay.source(at.source().id());
                    return replayed != null && replayed.source().equals(at.source());
                });
        compareAll(
                "subject",
                replay.subjects(),
                after -> registry.subjects(null, asOf, after, PAGE),
                at -> at.subject().id(),
                at -> at.subject().equals(replay.subject(at.subject().id())));
        compareAll(
                "predicate",
                replay.predicates(),
                after -> registry.predicates(null, asOf, after, PAGE),
                at -> at.predicate().key(),
                at -> at.predicate().equals(replay.predicate(at.predicate().key())));
    }

    private <I, T> void compareAll(
            String noun,
            Collection<I> replayed,
            Function<Long, Page<T>> pages,
            Function<T, I> idOf,
            Predicate<T> same) {
        Set<I> expected = new HashSet<>(replayed);
        Set<I> missing = new HashSet<>(replayed);
        for (Long next = 0L; next != null; ) {
            Page<T> page = pages.apply(next);
            for (T item : page.items()) {
                I id = idOf.apply(item);
                missing.remove(id);
                if (!expected.contains(id)) {
                    faults.accept(new Fault(0, without(noun, id)));
                } else if (!same.test(item)) {
                    faults.accept(new Fault(0, otherwise(noun, id)));
                }
            }
            next = page.next();
        }
        missing.forEach(id -> faults.accept(new Fault(0, "the tables lack " + noun + " " + id)));
    }

    private static String otherwise(String noun, Object id) {
        return "the tables tell " + noun + " " + id + " otherwise than its events";
    }

    private static String without(String noun, Object id) {
        return "the tables tell of " + noun + " " + id + ", of which there is no event";
    }
}
