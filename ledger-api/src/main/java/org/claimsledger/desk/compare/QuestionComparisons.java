package org.claimsledger.desk.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Question;
import org.claimsledger.desk.claim.QuestionSummaries;
import org.claimsledger.desk.claim.QuestionSummaries.QuestionSummary;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionAt;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionFilter;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** Compares the dossier of a subject from two viewpoints. */
final class QuestionComparisons {

    private static final int PAGE = 200;
    /** The most questions that are compared. */
    static final int MOST = 1_000;

    private final ReadModel readModel;

    QuestionComparisons(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** A question from both viewpoints; absent where no claim answers it from one. */
    public record QuestionComparison(
            @Nullable QuestionSummary before, @Nullable QuestionSummary after, boolean alike) {

        /** The question from the second viewpoint, or from the first where it is only there. */
        public QuestionSummary question() {
            return Objects.requireNonNull(after == null ? before : after);
        }
    }

    /** The questions with differences, and then those without. */
    List<QuestionComparison> of(SubjectId subject, PageViewpoint from, PageViewpoint to) {
        Map<Question, QuestionAt> before = read(subject, from);
        Map<Question, QuestionAt> after = read(subject, to);
        QuestionSummaries first = summaries(from);
        QuestionSummaries second = summaries(to);
        Set<Question> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        List<QuestionComparison> changed = new ArrayList<>();
        List<QuestionComparison> alike = new ArrayList<>();
        for (Question question : all) {
            QuestionAt old = before.get(question);
            QuestionAt now = after.get(question);
            boolean same =
                    old != null && now != null && fingerprint(old.bestKnown()).equals(fingerprint(now.bestKnown()));
            (same ? alike : changed)
                    .add(new QuestionComparison(
                            old == null ? null : first.of(question, old.bestKnown()),
                            now == null ? null : second.of(question, now.bestKnown()),
                            same));
        }
        changed.addAll(alike);
        return changed;
    }

    private QuestionSummaries summaries(PageViewpoint viewpoint) {
        Links links = new Links(viewpoint.requested());
        return new QuestionSummaries(
                new NameLookup(readModel.registry(), viewpoint.position(), links),
                links,
                viewpoint.resolved().day());
    }

    private Map<Question, QuestionAt> read(SubjectId subject, PageViewpoint viewpoint) {
        Map<Question, QuestionAt> read = new LinkedHashMap<>();
        SubjectId kept = readModel.registry().keptFor(subject, viewpoint.position());
        Long after = 0L;
        while (after != null && read.size() < MOST) {
            Page<QuestionAt> page =
                    readModel.answers().page(QuestionFilter.about(kept), viewpoint.resolved(), after, PAGE);
            page.items().forEach(it -> read.put(it.question(), it));
            after = page.next();
        }
        return read;
    }

    private static List<Object> fingerprint(BestKnown bestKnown) {
        List<Object> standing = new ArrayList<>(List.of(bestKnown.status(), String.valueOf(bestKnown.inForce())));
        add(standing, bestKnown.answer());
        bestKnown.alternatives().forEach(it -> {
            add(standing, it.candidate());
            standing.add(List.of(it.inForce(), it.annulment() != null));
        });
        return standing;
    }

    private static void add(List<Object> standing, @Nullable CompetingClaim competingClaim) {
        if (competingClaim != null) {
            standing.add(List.of(
                    competingClaim.claim(),
                    competingClaim.value(),
                    competingClaim.status(),
                    String.valueOf(competingClaim.valid()),
                    String.valueOf(competingClaim.statement())));
        }
    }
}
