package org.claimsledger.subject;

import java.util.List;
import java.util.Objects;
import org.claimsledger.command.Decider;
import org.claimsledger.command.SubjectCommand;
import org.claimsledger.command.SubjectCommand.CompareSubjects;
import org.claimsledger.command.SubjectCommand.DiscloseSubject;
import org.claimsledger.command.SubjectCommand.MergeSubjects;
import org.claimsledger.command.SubjectCommand.NameSubject;
import org.claimsledger.command.SubjectCommand.ProtectSubject;
import org.claimsledger.command.SubjectCommand.RegisterSubject;
import org.claimsledger.command.SubjectCommand.SplitSubjects;
import org.claimsledger.command.SubjectCommand.WithdrawName;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.event.SubjectEvent.NameWithdrawn;
import org.claimsledger.event.SubjectEvent.SubjectDisclosed;
import org.claimsledger.event.SubjectEvent.SubjectNamed;
import org.claimsledger.event.SubjectEvent.SubjectProtected;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.event.SubjectEvent.SubjectsCompared;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.event.SubjectEvent.SubjectsSplit;
import org.claimsledger.source.KnownSources;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Walk;
import org.jspecify.annotations.Nullable;

/** Decides commands about subjects. Pure. */
public final class SubjectDecider implements Decider<SubjectCommand, SubjectDecider.Lookups, Subject, SubjectEvent> {

    /** The look-ups of a decision: subjects, and the sources that use their names. */
    public interface Lookups extends KnownSubjects, KnownSources {}

    @Override
    public Subject evolve(@Nullable Subject before, SubjectEvent event) {
        return Subject.evolve(before, event);
    }

    @Override
    public List<SubjectEvent> decide(SubjectCommand command, Lookups lookups) {
        return switch (command) {
            case RegisterSubject register -> register(register, lookups);
            case NameSubject name -> name(name, lookups);
            case WithdrawName withdraw -> withdraw(withdraw, lookups);
            case ProtectSubject protect -> protect(protect, lookups);
            case DiscloseSubject disclose -> disclose(disclose, lookups);
            case MergeSubjects merge -> merge(merge, lookups);
            case SplitSubjects split -> split(split, lookups);
            case CompareSubjects compare -> compare(compare, lookups);
        };
    }

    private static List<SubjectEvent> register(RegisterSubject command, Lookups lookups) {
        if (lookups.subject(command.subject()) != null) {
            throw Refused.because(RefusalCode.ID_TAKEN, "/id", "There is a subject " + command.subject() + " already");
        }
        requireParentIsAnotherOne(command, lookups);
        return List.of(new SubjectRegistered(command.subject(), command.details(), command.isProtected()));
    }

    private static void requireParentIsAnotherOne(RegisterSubject command, Lookups lookups) {
        SubjectId parent = command.details().parent();
        if (parent == null) {
            return;
        }
        if (parent.equals(command.subject())) {
            throw Refused.because(RefusalCode.PARENT_CYCLE, "/parent", "A subject is not a part of itself");
        }
        require(parent, "/parent", lookups);
    }

    private static List<SubjectEvent> name(NameSubject command, Lookups lookups) {
        Subject subject = require(command.subject(), "", lookups);
        SourceId source = command.naming().source();
        if (source != null && lookups.source(source) == null) {
            throw Refused.because(RefusalCode.SOURCE_UNKNOWN, "/source", "There is no source " + source);
        }
        if (subject.hasName(command.naming())) {
            throw Refused.because(RefusalCode.NAME_DUPLICATE, "/name", "The subject has that name already");
        }
        return List.of(new SubjectNamed(command.subject(), command.naming()));
    }

    private static List<SubjectEvent> withdraw(WithdrawName command, Lookups lookups) {
        Subject subject = require(command.subject(), "", lookups);
        if (!subject.hasOtherName(command.name())) {
            throw subject.details().name().equals(command.name())
                    ? Refused.because(
                            RefusalCode.MAIN_NAME, "/name", "A subject keeps the name that it was registered under")
                    : Refused.because(RefusalCode.NAME_UNKNOWN, "/name", "The subject has no such name");
        }
        return List.of(new NameWithdrawn(command.subject(), command.name(), command.reason()));
    }

    private static List<SubjectEvent> protect(ProtectSubject command, Lookups lookups) {
        if (require(command.subject(), "", lookups).isProtected()) {
            throw Refused.because(
                    RefusalCode.ALREADY_PROTECTED, "Subject " + command.subject() + " is protected already");
        }
        return List.of(new SubjectProtected(command.subject(), command.reason()));
    }

    private static List<SubjectEvent> disclose(DiscloseSubject command, Lookups lookups) {
        if (!require(command.subject(), "", lookups).isProtected()) {
            throw Refused.because(RefusalCode.NOT_PROTECTED, "Subject " + command.subject() + " is not protected");
        }
        return List.of(new SubjectDisclosed(command.subject(), command.reason()));
    }

    private static List<SubjectEvent> merge(MergeSubjects command, Lookups lookups) {
        Subject kept = require(command.subject(), "", lookups);
        if (command.absorb().equals(command.subject())) {
            throw Refused.because(RefusalCode.SELF_REFERENCE, "/absorb", "A subject is itself already");
        }
        Subject absorbed = require(command.absorb(), "/absorb", lookups);
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
        requireNeitherIsPartOfTheOther(kept, absorbed, lookups);
        requireNotJudgedDifferent(kept, absorbed, lookups);
        return List.of(new SubjectsMerged(command.subject(), command.absorb(), command.reason()));
    }

    private static List<SubjectEvent> split(SplitSubjects command, Lookups lookups) {
        Subject kept = require(command.subject(), "", lookups);
        Subject restored = require(command.restore(), "/restore", lookups);
        if (!kept.id().equals(restored.mergedInto())) {
            throw Refused.because(
                    RefusalCode.NOT_MERGED,
                    "/restore",
                    "Subject " + restored.id() + " is not merged into " + kept.id());
        }
        return List.of(new SubjectsSplit(command.subject(), command.restore(), command.reason()));
    }

    private static List<SubjectEvent> compare(CompareSubjects command, Lookups lookups) {
        Subject subject = require(command.subject(), "", lookups);
        if (command.other().equals(command.subject())) {
            throw Refused.because(RefusalCode.SELF_REFERENCE, "/other", "A subject is itself already");
        }
        Subject other = require(command.other(), "/other", lookups);
        if (lookups.canonicalSubject(subject.id()).equals(lookups.canonicalSubject(other.id()))) {
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

    private static void requireNeitherIsPartOfTheOther(Subject kept, Subject absorbed, Lookups lookups) {
        if (isPartOf(kept, absorbed, lookups) || isPartOf(absorbed, kept, lookups)) {
            throw Refused.because(
                    RefusalCode.PARENT_CYCLE,
                    "/absorb",
                    "One of the two is a part of the other, and would be of itself");
        }
    }

    private static boolean isPartOf(Subject part, Subject whole, Lookups lookups) {
        return Walk.from(part.id(), id -> parents(id, lookups)).skip(1).anyMatch(whole.id()::equals);
    }

    /** The subjects that one, or one that is read under it, was registered as a part of, as they are read. */
    private static List<SubjectId> parents(SubjectId id, Lookups lookups) {
        return withAbsorbedSubjects(require(id, "", lookups), lookups).stream()
                .map(it -> it.details().parent())
                .filter(Objects::nonNull)
                .map(lookups::canonicalSubject)
                .toList();
    }

    /** No subject read under one of them may have been judged different from a subject read under the other. */
    private static void requireNotJudgedDifferent(Subject kept, Subject absorbed, Lookups lookups) {
        List<Subject> others = withAbsorbedSubjects(absorbed, lookups);
        for (Subject one : withAbsorbedSubjects(kept, lookups)) {
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
    private static List<Subject> withAbsorbedSubjects(Subject subject, Lookups lookups) {
        return Walk.from(subject.id(), id -> require(id, "", lookups).absorbed())
                .map(id -> require(id, "", lookups))
                .toList();
    }

    private static Subject require(SubjectId id, String pointer, Lookups lookups) {
        Subject subject = lookups.subject(id);
        if (subject == null) {
            throw Refused.because(RefusalCode.SUBJECT_UNKNOWN, pointer, "There is no subject " + id);
        }
        return subject;
    }
}
