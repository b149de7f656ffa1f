package org.claimsledger.desk.subject;

import java.util.List;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.words.Words;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.subject.Subject;

/** Makes lines of subjects. */
public final class SubjectLines {

    private static final int NAMES = 4;

    private SubjectLines() {}

    public static List<SubjectLine> of(List<SubjectAt> subjects, Links to) {
        return subjects.stream().map(it -> of(it.subject(), to)).toList();
    }

    public static SubjectLine of(Subject subject, Links to) {
        List<String> others = subject.names().stream().skip(1).distinct().toList();
        return new SubjectLine(
                subject.id().value(),
                to.subject(subject.id().value()),
                subject.details().name(),
                Words.of(subject.details().kind()) + (subject.details().identified() ? "" : ", not identified"),
                String.join(", ", others.subList(0, Math.min(NAMES, others.size())))
                        + (others.size() > NAMES ? "…" : ""));
    }
}
