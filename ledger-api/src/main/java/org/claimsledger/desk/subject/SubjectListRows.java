package org.claimsledger.desk.subject;

import java.util.List;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.projection.registry.SubjectAt;
import org.claimsledger.subject.Subject;

/** Makes lines of subjects. */
public final class SubjectListRows {

    private static final int NAMES = 4;

    private SubjectListRows() {}

    public static List<SubjectListRow> of(List<SubjectAt> subjects, Links to) {
        return subjects.stream().map(it -> of(it.subject(), to)).toList();
    }

    public static SubjectListRow of(Subject subject, Links to) {
        List<String> others = subject.names().stream().skip(1).distinct().toList();
        return new SubjectListRow(
                subject.id().value(),
                to.subject(subject.id().value()),
                subject.details().name(),
                Phrases.of(subject.details().kind()) + (subject.details().identified() ? "" : ", not identified"),
                String.join(", ", others.subList(0, Math.min(NAMES, others.size())))
                        + (others.size() > NAMES ? "…" : ""));
    }
}
