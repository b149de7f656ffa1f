package org.claimsledger.projection.protection;

/** Looks up who filed what has to wait, or had to wait, for an editor. */
@FunctionalInterface
public interface ProposalLookup {

    /** The actor who filed at the position. */
    String actorOf(long position);
}
