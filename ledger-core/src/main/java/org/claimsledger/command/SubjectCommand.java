package org.claimsledger.command;

import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** A command about a subject. */
public sealed interface SubjectCommand extends LedgerCommand {

    SubjectId subject();

    @Override
    default String target() {
        return subject().value();
    }

    /**
     * Enters a new subject.
     *
     * @param isProtected whether none but editors may know who or what it is
     */
    record RegisterSubject(SubjectId subject, SubjectDetails details, boolean isProtected) implements SubjectCommand {

        /** One that everybody may know. */
        public RegisterSubject(SubjectId subject, SubjectDetails details) {
            this(subject, details, false);
        }
    }

    /** Keeps to editors who or what it is. */
    record ProtectSubject(SubjectId subject, @Nullable String reason) implements SubjectCommand {}

    /** Lets everybody know again who or what it is. */
    record DiscloseSubject(SubjectId subject, @Nullable String reason) implements SubjectCommand {}

    /** Adds a name. */
    record NameSubject(SubjectId subject, SubjectName naming) implements SubjectCommand {}

    /** Takes back a name that was recorded by mistake. */
    record WithdrawName(
            SubjectId subject, String name, @Nullable String reason) implements SubjectCommand {}

    /** Says that another subject is this one. */
    record MergeSubjects(
            SubjectId subject, SubjectId absorb, @Nullable String reason) implements SubjectCommand {}

    /** Takes such a merge back. */
    record SplitSubjects(
            SubjectId subject, SubjectId restore, @Nullable String reason) implements SubjectCommand {}

    /** Records the result of comparing two subjects. */
    record CompareSubjects(
            SubjectId subject,
            SubjectId other,
            Judgement judgement,
            @Nullable String reason) implements SubjectCommand {}
}
