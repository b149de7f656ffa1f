package org.claimsledger.store;

import java.util.Map;

/**
 * The store's state at this moment.
 *
 * @param position the last durable event, 0 where there is none
 * @param waitingAppends how many wait to be written, those of the group in hand among them
 * @param waitingBytes about how many bytes they hold, each a kilobyte at least
 * @param writingNanos for how long the group in hand has been written; 0 where there is none
 * @param fileBytes the sizes of its files by their content; empty where a database keeps the events
 * @param cacheEntries how many things it remembers, by what they are
 */
public record StoreStatistics(
        long position,
        int waitingAppends,
        long waitingBytes,
        long writingNanos,
        Map<String, Long> fileBytes,
        Map<String, Long> cacheEntries) {}
