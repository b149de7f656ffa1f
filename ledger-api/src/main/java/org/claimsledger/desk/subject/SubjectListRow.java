package org.claimsledger.desk.subject;

import java.util.List;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.subject.Subject;

/**
 * A subject in a list.
 *
 * @param others the first of its other names; empty where it has none
 */
public record SubjectListRow(String id, String href, String name, String kind, String others) {

    private static final int NAMES = 4;

    public static SubjectListRow of(Subject subject, Links links) {
        List<String> others = subject.names().stream().skip(1).distinct().toList();
        return new SubjectListRow(
                subject.id().value(),
                links.subject(subject.id().value()),
                subject.details().name(),
                Phrases.of(subject.details().kind()) + (subject.details().identified() ? "" : ", not identified"),
                String.join(", ", others.subList(0, Math.min(NAMES, others.size())))
                        + (others.size() > NAMES ? "…" : ""));
    }
}
