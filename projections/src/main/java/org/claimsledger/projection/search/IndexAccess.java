package org.claimsledger.projection.search;

/** Whoever looks things up in the live index. */
@FunctionalInterface
interface IndexAccess {

    /** @throws IndexUnreadable where it cannot be read */
    <T> T search(IndexGeneration.IndexRead<T> indexRead);
}
