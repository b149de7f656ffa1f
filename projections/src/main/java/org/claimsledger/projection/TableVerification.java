package org.claimsledger.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.claim.Review;
import org.claimsledger.ledger.LogVerification.Fault;
import org.claimsledger.ledger.SideBySide;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.Filings;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.replay.Replay;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the tables say at the replay's position against the replay, which uses none of them: every claim, source,
 * subject and predicate that either of the two has.
 */
public final class TableVerification {

    private static final int PAGE = 500;

    private final Claims claims;
    private final Filings filings;
    private final Directory directory;
    private final Replay replay;
    private final long asOf;
    private final Consumer<Fault> faults;

    private TableVerification(Projections projections, Replay replay, Consumer<Fault> faults) {
        this.claims = projections.claims();
        this.filings = projections.filings();
        this.directory = projections.directory();
        this.replay = replay;
        this.asOf = replay.position();
        this.faults = faults;
    }

    /**
     * Compares all there is.
     *
     * @param projections which have applied the replay's position
     * @param progress hears the position of the claims that were compared, every now and then
     * @return how many claims were compared
     */
    public static long run(Projections projections, Replay replay, Consumer<Fault> faults, LongConsumer progress) {
        TableVerification verification = new TableVerification(projections, replay, faults);
        verification.directory();
        verification.claims(progress);
        return replay.claims();
    }

    private void claims(LongConsumer progress) {
        int[] next = {0};
        SideBySide.<Integer, Compared>run(
                () -> {
                    int from = next[0];
                    next[0] += PAGE;
                    return from == 0 || from < replay.claims() ? from : null;
                },
                this::compare,
                compared -> {
                    compared.faults().forEach(faults);
                    progress.accept(compared.upTo());
                });
    }

    /** What came of some claims. */
    private record Compared(long upTo, List<Fault> faults) {}

    /** All claims of either from the one of that number on, as far as a page goes; the last page goes to the end. */
    private Compared compare(int from) {
        int to = Math.min(from + PAGE, replay.claims());
        long after = from == 0 ? 0 : replay.claimNo(from - 1);
        long upTo = to == replay.claims() ? asOf : replay.claimNo(to - 1);
        List<Fault> found = new ArrayList<>();
        List<ClaimAt> stored = stored(after, upTo);
        Map<ClaimId, Set<EvidenceId>> waiting = waiting(after, upTo);
        int at = 0;
        for (int number = from; number < to; number++) {
            ClaimHistory history = replay.claim(number);
            ClaimState latest = history.latest();
            ClaimId id = latest.claim().id();
            while (stored != null && at < stored.size() && stored.get(at).claimNo() < history.number()) {
                found.add(unfounded(stored.get(at++)));
            }
            ClaimAt told = stored == null ? at(id, null) : null;
            if (stored != null && at < stored.size() && stored.get(at).claimNo() == history.number()) {
                told = stored.get(at++);
            }
            if (told == null
                    || !told.state().equals(latest)
                    || !told.filings().equals(replay.filings(number))
                    || !waitingOn(latest).equals(waiting.getOrDefault(id, Set.of()))
                    || !isToldAtEveryTime(id, history)) {
                found.add(new Fault(history.number(), otherwise("claim", id)));
            }
        }
        for (; stored != null && at < stored.size(); at++) {
            found.add(unfounded(stored.get(at)));
        }
        return new Compared(upTo, found);
    }

    /** What the tables tell to wait for an editor on claims after one position and up to another. */
    private Map<ClaimId, Set<EvidenceId>> waiting(long after, long upTo) {
        Map<ClaimId, Set<EvidenceId>> waiting = new HashMap<>();
        try {
            filings.waitingOnClaims(after, upTo, asOf)
                    .forEach(it -> waiting.computeIfAbsent(it.claim(), none -> new HashSet<>())
                            .add(it.evidence()));
        } catch (RuntimeException damaged) {
            // what waits is then not told
        }
        return waiting;
    }

    private static Set<EvidenceId> waitingOn(ClaimState state) {
        return state.evidence().stream()
                .filter(it -> it.review() != null && it.review().state() == Review.State.PROPOSED)
                .map(EvidenceState::id)
                .collect(Collectors.toSet());
    }

    /** The claims of the tables after one position and up to another; absent where they cannot be read together. */
    private @Nullable List<ClaimAt> stored(long after, long upTo) {
        try {
            List<ClaimAt> stored = new ArrayList<>();
            for (Long next = after; next != null; ) {
                Page<ClaimAt> page = claims.page(ClaimFilter.ALL, Moment.asOf(asOf), next, PAGE);
                page.items().stream().filter(claim -> claim.claimNo() <= upTo).forEach(stored::add);
                next = page.next() != null && page.next() < upTo ? page.next() : null;
            }
            return stored;
        } catch (RuntimeException damaged) {
            return null;
        }
    }

    /** At every published time from which the claim reads otherwise than before. */
    private boolean isToldAtEveryTime(ClaimId id, ClaimHistory history) {
        for (Instant publishedBy : history.breakpoints()) {
            ClaimAt told = at(id, publishedBy);
            if (!Objects.equals(told == null ? null : told.state(), history.at(publishedBy))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable ClaimAt at(ClaimId id, @Nullable Instant publishedBy) {
        try {
            return claims.claim(id, new Moment(asOf, publishedBy)).orElse(null);
        } catch (RuntimeException damaged) {
            return null;
        }
    }

    private static Fault unfounded(ClaimAt claim) {
        return new Fault(claim.claimNo(), without("claim", claim.claim().id()));
    }

    private void directory() {
        things(
                "source",
                replay.sources(),
                after -> directory.sources(null, asOf, after, PAGE),
                at -> at.source().id(),
                at -> replay.plainSource(at.source().id()).equals(Optional.of(at.source())));
        things(
                "subject",
                replay.subjects(),
                after -> directory.subjects(null, asOf, after, PAGE),
                at -> at.subject().id(),
                at -> replay.subject(at.subject().id()).equals(Optional.of(at.subject())));
        things(
                "predicate",
                replay.predicates(),
                after -> directory.predicates(null, asOf, after, PAGE),
                at -> at.predicate().key(),
                at -> replay.predicate(at.predicate().key()).equals(Optional.of(at.predicate())));
    }

    private <I, T> void things(
            String what, Collection<I> replayed, Function<Long, Page<T>> pages, Function<T, I> id, Predicate<T> same) {
        Set<I> known = new HashSet<>(replayed);
        Set<I> missing = new HashSet<>(replayed);
        for (Long next = 0L; next != null; ) {
            Page<T> page = pages.apply(next);
            for (T thing : page.items()) {
                I name = id.apply(thing);
                missing.remove(name);
                if (!known.contains(name)) {
                    faults.accept(new Fault(0, without(what, name)));
                } else if (!same.test(thing)) {
                    faults.accept(new Fault(0, otherwise(what, name)));
                }
            }
            next = page.next();
        }
        missing.forEach(name -> faults.accept(new Fault(0, "the tables lack " + what + " " + name)));
    }

    private static String otherwise(String what, Object id) {
        return "the tables tell " + what + " " + id + " otherwise than its events";
    }

    private static String without(String what, Object id) {
        return "the tables tell of " + what + " " + id + ", of which there is no event";
    }
}
