package org.claimsledger.projection.search;

/** Whoever looks things up in the live index. */
@FunctionalInterface
interface Searching {

    /** @throws IndexUnreadable where it cannot be read */
    <T> T search(IndexGeneration.Work<T> work);
}
