package org.claimsledger.desk.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.Candidate;
import org.claimsledger.bestknown.Question;
import org.claimsledger.desk.claim.QuestionViews;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.clock.Standpoint;
import org.claimsledger.desk.words.Names;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.answers.QuestionAt;
import org.claimsledger.projection.answers.QuestionFilter;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** Puts a subject's dossier from two viewpoints side by side. */
final class QuestionPairs {

    private static final int PAGE = 200;
    /** A dossier beyond this is compared as far. */
    static final int MOST = 1_000;

    private final Seen seen;

    QuestionPairs(Seen seen) {
        this.seen = seen;
    }

    /** Those that read otherwise, and those that read alike after them. */
    List<QuestionPair> of(SubjectId subject, Standpoint from, Standpoint to) {
        Map<Question, QuestionAt> before = read(subject, from);
        Map<Question, QuestionAt> after = read(subject, to);
        QuestionViews one = views(from);
        QuestionViews other = views(to);
        Set<Question> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        List<QuestionPair> changed = new ArrayList<>();
        List<QuestionPair> alike = new ArrayList<>();
        for (Question question : all) {
            QuestionAt old = before.get(question);
            QuestionAt now = after.get(question);
            boolean same =
                    old != null && now != null && standing(old.bestKnown()).equals(standing(now.bestKnown()));
            (same ? alike : changed)
                    .add(new QuestionPair(
                            old == null ? null : one.of(question, old.bestKnown()),
                            now == null ? null : other.of(question, now.bestKnown()),
                            same));
        }
        changed.addAll(alike);
        return changed;
    }

    private QuestionViews views(Standpoint at) {
        Links links = new Links(at.asked());
        return new QuestionViews(
                new Names(seen.directory(), at.position(), links),
                links,
                at.viewpoint().day());
    }

    private Map<Question, QuestionAt> read(SubjectId subject, Standpoint at) {
        Map<Question, QuestionAt> read = new LinkedHashMap<>();
        SubjectId kept = seen.directory().keptFor(subject, at.position());
        Long after = 0L;
        while (after != null && read.size() < MOST) {
            Page<QuestionAt> page = seen.answers().page(QuestionFilter.about(kept), at.viewpoint(), after, PAGE);
            page.items().forEach(it -> read.put(it.question(), it));
            after = page.next();
        }
        return read;
    }

    private static List<Object> standing(BestKnown known) {
        List<Object> standing = new ArrayList<>(List.of(known.status()));
        add(standing, known.answer());
        known.alternatives().forEach(it -> add(standing, it.candidate()));
        return standing;
    }

    private static void add(List<Object> standing, @Nullable Candidate candidate) {
        if (candidate != null) {
            standing.add(List.of(
                    candidate.claim(),
                    candidate.value(),
                    candidate.status(),
                    String.valueOf(candidate.valid()),
                    String.valueOf(candidate.statement())));
        }
    }
}
