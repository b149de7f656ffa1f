package org.claimsledger.projection.search;

/** How closely the words that were asked for are matched, the closest first. */
enum MatchTier {
    /** They stand side by side, in their order, in one text or name. */
    PHRASE,
    /** Every one occurs as a whole word. */
    WHOLE_WORDS,
    /** Some are the beginnings of words, or are in a name in another spelling. */
    LOOSE
}
