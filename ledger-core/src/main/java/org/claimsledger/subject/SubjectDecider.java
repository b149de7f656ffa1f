package org.claimsledger.subject;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.source.KnownSources;
import org.claimsledger.subject.SubjectCommand.CompareSubjects;
import org.claimsledger.subject.SubjectCommand.MergeSubjects;
import org.claimsledger.subject.SubjectCommand.NameSubject;
import org.claimsledger.subject.SubjectCommand.RegisterSubject;
import org.claimsledger.subject.SubjectCommand.SplitSubjects;
import org.claimsledger.subject.SubjectEvent.SubjectNamed;
import org.claimsledger.subject.SubjectEvent.SubjectRegistered;
import org.claimsledger.subject.SubjectEvent.SubjectsCompared;
import org.claimsledger.subject.SubjectEvent.SubjectsMerged;
import org.claimsledger.subject.SubjectEvent.SubjectsSplit;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** What may be recorded about subjects; pure. */
public final class SubjectDecider {

    /** What it needs to know: subjects, and the sources that use their names. */
    public interface Known extends KnownSubjects, KnownSources {}

    private SubjectDecider() {}

    public static List<SubjectEvent> decide(SubjectCommand command, Known known) {
        return switch (command) {
            case RegisterSubject register -> register(register, known);
            case NameSubject name -> name(name, known);
            case MergeSubjects merge -> merge(merge, known);
            case SplitSubjects split -> split(split, known);
            case CompareSubjects compare -> compare(compare, known);
        };
    }

    private static List<SubjectEvent> register(RegisterSubject command, Known known) {
        if (known.subject(command.subject()) != null) {
            throw Refused.because(RefusalCode.ID_TAKEN, "/id", "There is a subject " + command.subject() + " already");
        }
        return List.of(new SubjectRegistered(command.subject(), command.details()));
    }

    private static List<SubjectEvent> name(NameSubject command, Known known) {
        Subject subject = require(command.subject(), "", known);
        SourceId source = command.naming().source();
        if (source != null && known.source(source) == null) {
            throw Refused.because(RefusalCode.SOURCE_UNKNOWN, "/source", "There is no source " + source);
        }
        if (subject.goesBy(command.naming())) {
            throw Refused.because(RefusalCode.NAME_DUPLICATE, "/name", "The subject has that name already");
        }
        return List.of(new SubjectNamed(command.subject(), command.naming()));
    }

    private static List<SubjectEvent> merge(MergeSubjects command, Known known) {
        Subject kept = require(command.subject(), "", known);
        if (command.absorb().equals(command.subject())) {
            throw Refused.because(RefusalCode.SELF_REFERENCE, "/absorb", "A subject is itself already");
        }
        Subject absorbed = require(command.absorb(), "/absorb", known);
        if (absorbed.mergedInto() != null) {
            throw Refused.because(
                    RefusalCode.ALREADY_MERGED,
                    "/absorb",
                    "Subject " + absorbed.id() + " was merged into " + absorbed.mergedInto() + " already");
        }
        if (kept.mergedInto() != null) {
            throw Refused.because(
                    RefusalCode.MERGE_CYCLE, "Subject " + kept.id() + " was itself merged into " + kept.mergedInto());
        }
        requireNobodyFoundThemDifferent(kept, absorbed, known);
        return List.of(new SubjectsMerged(command.subject(), command.absorb(), command.reason()));
    }

    private static List<SubjectEvent> split(SplitSubjects command, Known known) {
        Subject kept = require(command.subject(), "", known);
        Subject restored = require(command.restore(), "/restore", known);
        if (!kept.id().equals(restored.mergedInto())) {
            throw Refused.because(
                    RefusalCode.NOT_MERGED,
                    "/restore",
                    "Subject " + restored.id() + " is not merged into " + kept.id());
        }
        return List.of(new SubjectsSplit(command.subject(), command.restore(), command.reason()));
    }

    private static List<SubjectEvent> compare(CompareSubjects command, Known known) {
        Subject subject = require(command.subject(), "", known);
        if (command.other().equals(command.subject())) {
            throw Refused.because(RefusalCode.SELF_REFERENCE, "/other", "A subject is itself already");
        }
        Subject other = require(command.other(), "/other", known);
        if (keptFor(subject, known).equals(keptFor(other, known))) {
            throw Refused.because(
                    RefusalCode.ALREADY_MERGED,
                    "/other",
                    "Subjects " + subject.id() + " and " + other.id() + " are merged; a split takes that back");
        }
        if (command.judgement() == subject.judgementOn(other.id())) {
            throw Refused.because(
                    RefusalCode.JUDGEMENT_UNCHANGED, "/judgement", "The last comparison of the two found the same");
        }
        return List.of(new SubjectsCompared(command.subject(), command.other(), command.judgement(), command.reason()));
    }

    private static SubjectId keptFor(Subject subject, Known known) {
        Subject kept = subject;
        while (kept.mergedInto() != null) {
            kept = require(kept.mergedInto(), "", known);
        }
        return kept.id();
    }

    /** Whoever is read under the one must not have been found to be another than whoever is read under the other. */
    private static void requireNobodyFoundThemDifferent(Subject kept, Subject absorbed, Known known) {
        List<Subject> others = readUnder(absorbed, known);
        for (Subject one : readUnder(kept, known)) {
            for (Subject other : others) {
                if (one.judgementOn(other.id()) == Judgement.NEGATIVE) {
                    throw Refused.because(
                            RefusalCode.JUDGED_DIFFERENT,
                            "/absorb",
                            "Subjects " + one.id() + " and " + other.id()
                                    + " were compared and found to be two; compare them anew first");
                }
            }
        }
    }

    /** The subject with all that were merged into it, and into these. */
    private static List<Subject> readUnder(Subject subject, Known known) {
        List<Subject> all = new ArrayList<>(List.of(subject));
        for (int i = 0; i < all.size(); i++) {
            for (SubjectId absorbed : all.get(i).absorbed()) {
                all.add(require(absorbed, "", known));
            }
        }
        return all;
    }

    private static Subject require(SubjectId id, String pointer, Known known) {
        Subject subject = known.subject(id);
        if (subject == null) {
            throw Refused.because(RefusalCode.SUBJECT_UNKNOWN, pointer, "There is no subject " + id);
        }
        return subject;
    }
}
