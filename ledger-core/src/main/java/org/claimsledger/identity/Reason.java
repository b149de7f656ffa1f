package org.claimsledger.identity;

import org.claimsledger.name.Way;
import org.claimsledger.subject.SubjectKind;

/** Something that speaks for, or against, two subjects being one. */
public sealed interface Reason {

    /**
     * Two of their names are alike.
     *
     * @param way what is the same about them
     * @param likeness from 0 to 1
     */
    record Names(String ours, String theirs, Way way, double likeness) implements Reason {}

    /** Both have this id in one scheme. */
    record SameId(String scheme, String id) implements Reason {}

    /** They have different ids in one scheme, which speaks against it. */
    record OtherId(String scheme, String ours, String theirs) implements Reason {}

    /** Claims about both say this. */
    record Shared(Fact fact) implements Reason {}

    /** They are different sorts of things, which speaks against it. */
    record OtherKind(SubjectKind ours, SubjectKind theirs) implements Reason {}
}
