package org.claimsledger.projection.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.Candidate;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Compatibility;
import org.claimsledger.bestknown.Question;
import org.claimsledger.bestknown.Recollection;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.projection.preview.WouldChange.OfClaim;
import org.claimsledger.projection.preview.WouldChange.OfQuestion;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** The questions of claims that would change, answered without a decision and with it. */
final class Questions {

    private static final int PAGE = 500;

    private final Claims claims;
    private final Recollection now;
    private final Recollection then;
    private final long position;
    private final LocalDate today;
    private final Set<Question> asked = new LinkedHashSet<>();
    private final Map<ClaimId, ClaimState> before = new LinkedHashMap<>();
    private final Map<ClaimId, ClaimState> after = new LinkedHashMap<>();

    Questions(Claims claims, Recollection now, Recollection then, long position, LocalDate today) {
        this.claims = claims;
        this.now = now;
        this.then = then;
        this.position = position;
        this.today = today;
    }

    /** Reads all other claims about what these are about; says whether they were few enough. */
    boolean readAllOf(List<OfClaim> changed) {
        Map<SubjectId, Set<PredicateKey>> about = new LinkedHashMap<>();
        for (OfClaim change : changed) {
            ClaimState old = change.before();
            if (old != null) {
                about(old, now, about);
            }
            about(change.after(), then, about);
        }
        boolean all = true;
        for (var each : about.entrySet()) {
            all &= read(each.getKey(), each.getValue());
        }
        after.putAll(before);
        for (OfClaim change : changed) {
            ClaimState old = change.before();
            if (old != null) {
                before.put(change.claim(), old);
            }
            after.put(change.claim(), change.after());
        }
        return all;
    }

    private void about(ClaimState state, Recollection known, Map<SubjectId, Set<PredicateKey>> about) {
        Question question = question(state, known);
        if (question != null) {
            asked.add(question);
            about.computeIfAbsent(question.subject(), none -> new LinkedHashSet<>())
                    .add(question.predicate());
        }
    }

    private boolean read(SubjectId subject, Set<PredicateKey> predicates) {
        ClaimFilter filter = new ClaimFilter(
                Set.of(subject), predicates.size() == 1 ? predicates.iterator().next() : null, null, null, null);
        List<ClaimAt> found = new ArrayList<>();
        Long next = 0L;
        while (next != null) {
            Page<ClaimAt> page = claims.page(filter, Moment.asOf(position), next, PAGE);
            found.addAll(page.items());
            next = page.next();
            if (found.size() > Previews.LOOKED_AT) {
                asked.removeIf(it -> it.subject().equals(subject));
                return false;
            }
        }
        found.forEach(it -> before.put(it.claim().id(), it.state()));
        return true;
    }

    List<OfQuestion> changed() {
        Map<Question, List<Candidate>> old = candidates(before.values(), now);
        Map<Question, List<Candidate>> would = candidates(after.values(), then);
        List<OfQuestion> changed = new ArrayList<>();
        for (Question question : asked) {
            BestKnown was = answer(question, old.get(question), now);
            BestKnown is = answer(question, would.get(question), then);
            if (!standing(was).equals(standing(is))) {
                changed.add(new OfQuestion(question, was, is));
            }
        }
        return changed;
    }

    private static List<Object> standing(@Nullable BestKnown known) {
        if (known == null) {
            return List.of();
        }
        Candidate answer = known.answer();
        return answer == null
                ? List.of(known.status())
                : List.of(known.status(), answer.claim(), answer.value(), answer.status());
    }

    private Map<Question, List<Candidate>> candidates(Collection<ClaimState> states, Recollection known) {
        Map<Question, List<Candidate>> questions = new LinkedHashMap<>();
        for (ClaimState state : states) {
            Question question = question(state, known);
            if (question != null && asked.contains(question)) {
                questions.computeIfAbsent(question, none -> new ArrayList<>()).add(Candidate.of(state));
            }
        }
        return questions;
    }

    private static @Nullable Question question(ClaimState state, Recollection known) {
        Predicate predicate = known.predicate(state.claim().content().predicate());
        return predicate == null || !state.status().isAccepted()
                ? null
                : Question.of(state.claim().id(), state.claim().content(), predicate.cardinality(), known);
    }

    private @Nullable BestKnown answer(Question question, @Nullable List<Candidate> candidates, Recollection known) {
        if (candidates == null) {
            return null;
        }
        Predicate predicate = Objects.requireNonNull(known.predicate(question.predicate()));
        return new BestKnownPolicy(predicate.time(), new Compatibility(predicate.unit(), known), null, today)
                .answer(candidates);
    }
}
