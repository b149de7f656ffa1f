package org.claimsledger.store;

/**
 * Sizes that tests make small.
 *
 * @param recentTags how many tags' last positions are kept in memory
 * @param cachedTagIds how many tags' ids are kept in memory
 * @param segmentBytes the length of a journal's segment; the first one of each start is a quarter of it
 */
public record StoreLimits(int recentTags, int cachedTagIds, int segmentBytes) {

    public static final StoreLimits DEFAULTS = new StoreLimits(100_000, 200_000, 8 << 20);
}
