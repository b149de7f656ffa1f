package org.claimsledger.projection.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.bestknown.ClaimsOnClaims;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Question;
import org.claimsledger.projection.claims.AnswerCandidates;
import org.claimsledger.projection.claims.AnswerCandidates.ClaimKey;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.table.Page;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions from any viewpoint. There is a question where at least one claim that answers it is present; its place
 * is that of the first such claim.
 */
public final class BestKnownAnswers {

    /**
     * Selects the questions that meet all conditions that are given.
     *
     * @param subject questions about this subject or one that is merged with it
     * @param status questions with this status
     */
    public record QuestionFilter(
            @Nullable SubjectId subject,
            @Nullable PredicateKey predicate,
            @Nullable QuestionStatus status) {

        /** Every question. */
        public static final QuestionFilter ALL = new QuestionFilter(null, null, null);

        public static QuestionFilter about(SubjectId subject) {
            return new QuestionFilter(subject, null, null);
        }
    }

    /**
     * A question and its best-known answer at a viewpoint.
     *
     * @param number the {@code claimNo} of the first claim that is present there and answers it; lists are in this order
     */
    public record QuestionAt(long number, Question question, BestKnown bestKnown) {}

    /** The number of claims after which a page ends, however few questions it has. */
    private static final int MAX_SCANNED = 2_000;

    private static final int PAGE_BATCH = 200;

    /** The number of claims held in memory at once where all are read. */
    private static final int FULL_BATCH = 200_000;

    private final AnswerCandidates answerCandidates;
    private final Registry registry;

    public BestKnownAnswers(AnswerCandidates answerCandidates, Registry registry) {
        this.answerCandidates = answerCandidates;
        this.registry = registry;
    }

    /**
     * Questions in their order, each with its best-known answer.
     *
     * @param after the {@link QuestionAt#number} or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<QuestionAt> page(QuestionFilter filter, Viewpoint viewpoint, long after, int limit) {
        AnswerScan answerScan = new AnswerScan(filter, viewpoint);
        List<QuestionAt> items = new ArrayList<>();
        long last = after;
        while (answerScan.scanned < MAX_SCANNED) {
            QuestionBatch questionBatch = answerScan.after(last, Math.clamp(limit + 1L, 1, PAGE_BATCH));
            for (QuestionAt item : questionBatch.questions()) {
                if (items.size() == limit) {
                    return new Page<>(items, items.getLast().number());
                }
                items.add(item);
            }
            if (questionBatch.exhausted()) {
                return new Page<>(items, null);
            }
            last = questionBatch.upTo();
        }
        return new Page<>(items, last);
    }

    /** All questions that meet the filter, in the same order. */
    public void each(QuestionFilter filter, Viewpoint viewpoint, Consumer<QuestionAt> each) {
        AnswerScan answerScan = new AnswerScan(filter, viewpoint);
        QuestionBatch questionBatch = answerScan.after(0, FULL_BATCH);
        questionBatch.questions().forEach(each);
        while (!questionBatch.exhausted()) {
            questionBatch = answerScan.after(questionBatch.upTo(), FULL_BATCH);
            questionBatch.questions().forEach(each);
        }
    }

    /**
     * The questions whose first claims are in a batch of claims.
     *
     * @param upTo the last claim of the batch
     * @param exhausted whether there are no more claims after it
     */
    private record QuestionBatch(List<QuestionAt> questions, long upTo, boolean exhausted) {}

    /** A subject and the predicate that is asked about it. */
    private record Topic(SubjectId subject, PredicateKey predicate) {}

    private record AskedQuestion(long number, Question question, List<CompetingClaim> claims) {}

    private final class AnswerScan {

        private final QuestionFilter filter;
        private final Viewpoint viewpoint;
        private final BitemporalPoint point;
        private final RegistryAtViewpoint registryAt;
        private final Set<SubjectId> subjects;
        private final Set<Long> datedByProtectedSources;
        private final ClaimsAtViewpoint claimsAt;
        private final ClaimsOnClaims claimsOnClaims;
        private int scanned;

        AnswerScan(QuestionFilter filter, Viewpoint viewpoint) {
            this.filter = filter;
            this.viewpoint = viewpoint;
            this.point = BitemporalPoint.of(viewpoint);
            this.registryAt = new RegistryAtViewpoint(registry, viewpoint);
            this.datedByProtectedSources = answerCandidates.datedByProtectedSources(viewpoint.position());
            this.claimsAt = new ClaimsAtViewpoint(answerCandidates, registryAt, viewpoint);
            this.claimsOnClaims = new ClaimsOnClaims(claimsAt);
            this.subjects = filter.subject() == null ? Set.of() : registryAt.sameAs(filter.subject());
        }

        QuestionBatch after(long after, int count) {
            List<ClaimKey> claimKeys =
                    answerCandidates.claimKeys(subjects, filter.predicate(), viewpoint.position(), after, count);
            boolean end = claimKeys.size() < count;
            scanned += claimKeys.size();
            long upTo = claimKeys.isEmpty() ? after : claimKeys.getLast().claimNo();
            Map<Topic, List<CompetingClaim>> topics = new LinkedHashMap<>();
            for (CompetingClaim claim : answerCandidates.present(claimKeys, point)) {
                topics.computeIfAbsent(topicOf(claim), none -> new ArrayList<>())
                        .add(claim);
            }
            if (after > 0 || !end) {
                topics.forEach((topic, claims) -> complete(topic, claims, after, upTo));
            }
            return new QuestionBatch(answered(asked(topics, after, upTo)), upTo, end);
        }

        private Topic topicOf(CompetingClaim claim) {
            return new Topic(
                    registryAt.canonicalSubject(claim.content().subject()),
                    claim.content().predicate());
        }

        /** Adds the claims outside the batch. */
        private void complete(Topic topic, List<CompetingClaim> claims, long after, long upTo) {
            List<ClaimKey> others = answerCandidates.otherClaimKeys(
                    registryAt.sameAs(topic.subject()), topic.predicate(), viewpoint.position(), after, upTo);
            scanned += others.size();
            claims.addAll(answerCandidates.present(others, point));
        }

        /** The questions whose first claims are in the batch. */
        private List<AskedQuestion> asked(Map<Topic, List<CompetingClaim>> topics, long after, long upTo) {
            List<AskedQuestion> asked = new ArrayList<>();
            topics.forEach((topic, claims) -> registryAt
                    .questions(topic.predicate())
                    .of(claims)
                    .forEach((question, competing) -> {
                        long number = competing.getFirst().position();
                        if (number > after && number <= upTo) {
                            asked.add(new AskedQuestion(number, question, competing));
                        }
                    }));
            asked.sort(Comparator.comparingLong(AskedQuestion::number));
            return asked;
        }

        private List<QuestionAt> answered(List<AskedQuestion> asked) {
            claimsAt.prepare(asked.stream()
                    .flatMap(it -> it.claims().stream())
                    .map(CompetingClaim::claim)
                    .toList());
            return asked.stream()
                    .map(it -> new AskedQuestion(
                            it.number(),
                            it.question(),
                            it.claims().stream().map(claimsOnClaims::on).toList()))
                    .toList()
                    .parallelStream()
                    .map(it -> new QuestionAt(it.number(), it.question(), answer(it)))
                    .filter(it -> filter.status() == null || it.bestKnown().status() == filter.status())
                    .toList();
        }

        private BestKnown answer(AskedQuestion asked) {
            boolean discreet = asked.claims().stream()
                    .anyMatch(it -> datedByProtectedSources.contains(it.position())
                            || it.statements().stream().anyMatch(answerCandidates::isHidden));
            List<CompetingClaim> claims = discreet
                    ? asked.claims().stream()
                            .map(CompetingClaim::withoutReportDate)
                            .toList()
                    : asked.claims();
            return registryAt.policy(asked.question().predicate()).answer(claims, discreet);
        }
    }
}
