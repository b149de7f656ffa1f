package org.claimsledger.projection.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.Candidate;
import org.claimsledger.bestknown.Question;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.Contender;
import org.claimsledger.projection.versions.Contenders;
import org.claimsledger.projection.versions.Filed;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;

/**
 * What is best known from any viewpoint. A question is there where at least one claim that answers it is present, and
 * has its place where the first of them has.
 */
public final class Answers {

    /** How many claims one page may look at before it ends, whatever it finds. */
    private static final int LOOKED_AT = 2_000;

    private static final int SOME = 200;

    /** How many claims are held in memory at once where all is read. */
    private static final int MANY = 200_000;

    private final Contenders contenders;
    private final Directory directory;

    public Answers(Contenders contenders, Directory directory) {
        this.contenders = contenders;
        this.directory = directory;
    }

    /** The same, as somebody may see them. */
    public Answers seenThrough(Veil veil) {
        return new Answers(contenders.seenThrough(veil), directory);
    }

    /**
     * Questions in their order, with what is best known of each.
     *
     * @param after the {@link QuestionAt#number} or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<QuestionAt> page(QuestionFilter filter, Viewpoint viewpoint, long after, int limit) {
        Reading reading = new Reading(filter, viewpoint);
        List<QuestionAt> items = new ArrayList<>();
        long last = after;
        while (reading.looked < LOOKED_AT) {
            Some some = reading.after(last, Math.clamp(limit + 1L, 1, SOME));
            for (QuestionAt item : some.questions()) {
                if (items.size() == limit) {
                    return new Page<>(items, items.getLast().number());
                }
                items.add(item);
            }
            if (some.end()) {
                return new Page<>(items, null);
            }
            last = some.upTo();
        }
        return new Page<>(items, last);
    }

    /** All questions that meet the filter, in the same order. */
    public void each(QuestionFilter filter, Viewpoint viewpoint, Consumer<QuestionAt> each) {
        Reading reading = new Reading(filter, viewpoint);
        Some some = reading.after(0, MANY);
        some.questions().forEach(each);
        while (!some.end()) {
            some = reading.after(some.upTo(), MANY);
            some.questions().forEach(each);
        }
    }

    /**
     * The questions whose first claims are among some claims.
     *
     * @param upTo the last of those claims
     * @param end whether there are no more after them
     */
    private record Some(List<QuestionAt> questions, long upTo, boolean end) {}

    /** What is asked about whom. */
    private record Topic(SubjectId subject, PredicateKey predicate) {}

    private final class Reading {

        private final QuestionFilter filter;
        private final Viewpoint viewpoint;
        private final Moment moment;
        private final Surroundings surroundings;
        private final Set<SubjectId> subjects;
        private final Set<Long> undated;
        private int looked;

        Reading(QuestionFilter filter, Viewpoint viewpoint) {
            this.filter = filter;
            this.viewpoint = viewpoint;
            this.moment = Moment.of(viewpoint);
            this.surroundings = new Surroundings(directory, viewpoint);
            this.undated = contenders.undated(viewpoint.position());
            this.subjects = filter.subject() == null ? Set.of() : surroundings.sameAs(filter.subject());
        }

        Some after(long after, int count) {
            List<Filed> filed = contenders.filed(subjects, filter.predicate(), viewpoint.position(), after, count);
            boolean end = filed.size() < count;
            looked += filed.size();
            long upTo = filed.isEmpty() ? after : filed.getLast().claimNo();
            Map<Question, List<Candidate>> questions = new LinkedHashMap<>();
            Set<Topic> topics = new LinkedHashSet<>();
            for (Contender contender : contenders.present(filed, moment)) {
                Question question = surroundings.questionOf(contender);
                questions.computeIfAbsent(question, none -> new ArrayList<>()).add(contender.candidate());
                if (question.only() == null) {
                    topics.add(new Topic(question.subject(), question.predicate()));
                }
            }
            if (after > 0 || !end) {
                complete(questions, topics, after, upTo);
            }
            return new Some(answered(questions), upTo, end);
        }

        /** Adds the claims that lie elsewhere, and leaves out the questions that have their place before. */
        private void complete(Map<Question, List<Candidate>> questions, Set<Topic> topics, long after, long upTo) {
            for (Topic topic : topics) {
                List<Filed> others = contenders.others(
                        surroundings.sameAs(topic.subject()), topic.predicate(), viewpoint.position(), after, upTo);
                looked += others.size();
                for (Contender contender : contenders.present(others, moment)) {
                    Question question = surroundings.questionOf(contender);
                    if (contender.claimNo() <= after) {
                        questions.remove(question);
                    } else {
                        questions.computeIfPresent(question, (same, candidates) -> with(candidates, contender));
                    }
                }
            }
        }

        private static List<Candidate> with(List<Candidate> candidates, Contender contender) {
            candidates.add(contender.candidate());
            return candidates;
        }

        private BestKnown answer(Question question, List<Candidate> candidates) {
            BestKnown known = surroundings.policy(question.predicate()).answer(candidates);
            boolean tellsDates = candidates.stream().noneMatch(it -> undated.contains(it.position()));
            return tellsDates ? known : known.withoutDatesOfReports();
        }

        private List<QuestionAt> answered(Map<Question, List<Candidate>> questions) {
            return questions.entrySet().parallelStream()
                    .map(it -> new QuestionAt(
                            it.getValue().getFirst().position(), it.getKey(), answer(it.getKey(), it.getValue())))
                    .filter(it -> filter.status() == null || it.bestKnown().status() == filter.status())
                    .toList();
        }
    }
}
