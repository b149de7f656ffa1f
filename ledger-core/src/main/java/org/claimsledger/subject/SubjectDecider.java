package org.claimsledger.subject;

import java.util.List;
import org.claimsledger.source.KnownSources;
import org.claimsledger.subject.SubjectCommand.MergeSubjects;
import org.claimsledger.subject.SubjectCommand.NameSubject;
import org.claimsledger.subject.SubjectCommand.RegisterSubject;
import org.claimsledger.subject.SubjectCommand.SplitSubjects;
import org.claimsledger.subject.SubjectEvent.SubjectNamed;
import org.claimsledger.subject.SubjectEvent.SubjectRegistered;
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

    private static Subject require(SubjectId id, String pointer, Known known) {
        Subject subject = known.subject(id);
        if (subject == null) {
            throw Refused.because(RefusalCode.SUBJECT_UNKNOWN, pointer, "There is no subject " + id);
        }
        return subject;
    }
}
