package org.claimsledger.bestknown;

import org.claimsledger.value.SubjectId;

/** The identities and names of subjects at one recorded time. Merges and splits count from the beginning of time. */
public interface SubjectIdentities {

    /** The subject that this one is read under: itself, or the last one in a chain of merges. */
    SubjectId canonicalSubject(SubjectId subject);

    /** The name that the desk uses for it. */
    String nameOf(SubjectId subject);
}
