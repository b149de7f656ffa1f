package org.claimsledger.bestknown;

import org.claimsledger.name.FoldedText;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** The identities and names of subjects at one recorded time. Merges and splits count from the beginning of time. */
public interface SubjectIdentities {

    /** The subject that this one is read under: itself, or the last one in a chain of merges. */
    SubjectId canonicalSubject(SubjectId subject);

    /** The name that the desk uses for it. */
    String nameOf(SubjectId subject);

    /** The subjects of a ledger, by their names too. */
    interface NamedSubjects extends SubjectIdentities {

        /** The one subject, after merges, that has this among its names; absent where none has, or several have. */
        @Nullable
        SubjectId subjectNamed(FoldedText name);

        /** Whether it is known who it is; false for "an ex-employee of the prosecutor's office". */
        boolean isIdentified(SubjectId subject);
    }
}
