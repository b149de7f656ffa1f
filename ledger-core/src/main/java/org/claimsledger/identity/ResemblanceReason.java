package org.claimsledger.identity;

import org.claimsledger.event.SubjectKind;
import org.claimsledger.name.LikenessKind;

/** A reason for or against two subjects being one. */
public sealed interface ResemblanceReason {

    /**
     * Two of their names are alike.
     *
     * @param way in which way they are alike
     * @param likeness from 0 to 1
     */
    record AlikeNames(String ours, String theirs, LikenessKind way, double likeness) implements ResemblanceReason {}

    /** Both have this id in one scheme. */
    record SameId(String scheme, String id) implements ResemblanceReason {}

    /** They have different ids in one scheme, which speaks against it. */
    record DifferentId(String scheme, String ours, String theirs) implements ResemblanceReason {}

    /** Claims about both state this fact. */
    record SharedFact(ClaimedFact fact) implements ResemblanceReason {}

    /** They are of different kinds, which speaks against it. */
    record DifferentKind(SubjectKind ours, SubjectKind theirs) implements ResemblanceReason {}
}
